"""Which known name a mistyped one may stand for: the end of every message about a name that does not exist."""

from collections.abc import Iterable

_PART = 3
"""One letter in so many may be wrong."""
_BEGINNING = 4
"""So many letters are enough to be the beginning of a name."""


def suggest(name: str, *known: Iterable[str]) -> str:
    """Give the end of a message: the known name that may have been meant, whatever its case; empty if none is near."""
    names = list(dict.fromkeys(one for names in known for one in names))
    longer = (one for one in names if len(name) >= _BEGINNING and one.lower().startswith(name.lower()))
    found = _find_nearest(name, names) or next(longer, None)
    return f"; did you mean '{found}'?" if found else ""


def _find_nearest(name: str, names: list[str]) -> str | None:
    """Find the name with the fewest letters changed, added, left out or exchanged with their neighbour, if they are few."""
    from rapidfuzz import process  # noqa: PLC0415 - only messages about mistakes need it
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    most = max(1, len(name) // _PART)
    found = process.extractOne(name, names, scorer=OSA.distance, processor=str.lower, score_cutoff=most)
    return found[0] if found else None
