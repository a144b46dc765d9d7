"""Groups of neighbouring windows that are one: union-find over their numbers, by the claims that both hold."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import Factory, define, frozen

Claim = tuple[str, str, int]
"""An article, an attribution in it, the place of a clause in that."""
GroupKey = tuple[int, int]
"""A window, and the number of a group in it."""


@frozen
class Seen:
    """What a window found in one of its blocks: the groups of each claim, and how many claims each group has there."""

    groups: Mapping[Claim, Sequence[GroupKey]]
    sizes: Mapping[GroupKey, int]


@define
class Unions:
    """Which groups are one. Only those are kept that are one with another."""

    parents: dict[GroupKey, GroupKey] = Factory(dict)

    def find(self, key: GroupKey) -> GroupKey:
        """The group that stands for all that are one with a group: the first of them."""
        root = key
        while root in self.parents:
            root = self.parents[root]
        while key != root:
            self.parents[key], key = root, self.parents.get(key, root)
        return root

    def unite(self, one: GroupKey, other: GroupKey) -> None:
        """Make two groups one."""
        first, second = sorted((self.find(one), self.find(other)))
        if first != second:
            self.parents[second] = first

    def join(self, one: Seen, other: Seen) -> None:
        """Unite the groups of two windows that hold most of the smaller's claims in a block that both windows read."""
        shared: Counter[tuple[GroupKey, GroupKey]] = Counter()
        for claim in one.groups.keys() & other.groups.keys():
            shared.update((a, b) for a in one.groups[claim] for b in other.groups[claim])
        for (a, b), count in sorted(shared.items()):
            if 2 * count > min(one.sizes[a], other.sizes[b]):
                self.unite(a, b)


def see(members: Iterable[tuple[GroupKey, Iterable[Claim]]]) -> Seen:
    """Note the claims of some groups."""
    groups: dict[Claim, list[GroupKey]] = defaultdict(list)
    sizes: Counter[GroupKey] = Counter()
    for key, claims in members:
        for claim in claims:
            groups[claim].append(key)
            sizes[key] += 1
    return Seen(groups, sizes)


def claims_of(row: Mapping[str, object]) -> Iterator[Claim]:
    """The claims of a member: the clauses that belong to its group, or all of them."""
    places = row["places"] or range(int(str(row["clauses"])))
    yield from ((str(row["article"]), str(row["attribution"]), at) for at in places)  # type: ignore[attr-defined]
