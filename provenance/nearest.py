"""Which known name a mistyped one may stand for: the end of every message about a name that does not exist."""

from collections.abc import Iterable

_PART = 3
"""One letter in so many may be wrong."""
_BEGINNING = 4
"""So many letters are enough to be the beginning of a name."""


def suggest(name: str, *known: Iterable[str]) -> str:
    """Give the end of a message: the known name that may have been meant, whatever its case; empty if none is near."""
    names = dict.fromkeys(one for names in known for one in names)
    most = max(1, len(name) // _PART)
    near = [(distance, one) for one in names if (distance := _distance(name.lower(), one.lower(), most)) <= most]
    longer = (one for one in names if len(name) >= _BEGINNING and one.lower().startswith(name.lower()))
    found = min(near, key=lambda pair: pair[0])[1] if near else next(longer, None)
    return f"; did you mean '{found}'?" if found else ""


def _distance(one: str, other: str, most: int) -> int:
    """Count the letters to change, add, leave out or exchange with their neighbour; stops counting beyond `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        now = [i]
        for j, its in enumerate(other, 1):
            cost = min(row[j] + 1, now[j - 1] + 1, row[j - 1] + (letter != its))
            if i > 1 < j and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, before[j - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, row = row, now
    return row[-1]
