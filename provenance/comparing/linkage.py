"""Average linkage: what is alike is put together, most alike first, as long as the groups are alike on the whole."""

from collections.abc import Mapping
from heapq import heapify, heappop, heappush

_ROUNDING = 1e-9


def link(edges: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Group numbers by the likeness of pairs (0 where none is given), down to an average of `least` between two groups.

    Sorted groups of two and more, in the order of their first members. The work grows with the pairs, not with their square.
    """
    near: dict[int, dict[int, float]] = {}
    for (one, other), likeness in edges.items():
        near.setdefault(one, {})[other] = likeness
        near.setdefault(other, {})[one] = likeness
    groups = {number: [number] for number in near}
    waiting = [(-likeness, one, other) for (one, other), likeness in edges.items()]
    heapify(waiting)
    while waiting:
        promised, one, other = heappop(waiting)
        if other not in near.get(one, ()):
            continue
        average = near[one][other] / (len(groups[one]) * len(groups[other]))
        if average < least:
            continue
        if -promised > average + _ROUNDING:
            heappush(waiting, (-average, one, other))
            continue
        _merge(one, other, near, groups)
        for third, total in near[one].items():
            heappush(waiting, (-total / (len(groups[one]) * len(groups[third])), one, third))
    return sorted(sorted(members) for members in groups.values() if len(members) > 1)


def _merge(one: int, other: int, near: dict[int, dict[int, float]], groups: dict[int, list[int]]) -> None:
    """Let `other` become part of `one`; likenesses to third groups add up."""
    for third, total in near.pop(other).items():
        del near[third][other]
        if third != one:
            near[one][third] = near[third][one] = near[one].get(third, 0.0) + total
    groups[one] += groups.pop(other)
