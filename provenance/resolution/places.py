"""Places described: *the state*, *the country* under the names they stand for."""

from provenance.model import Kind, Mention, Naming, Source
from provenance.resolution.floor import Floor, source_of
from provenance.tokens.symbols import Symbol

_KINDS = (Kind.GOVERNMENT, Kind.UNKNOWN)
_REACH = 60
"""Units back within which the place is named."""


def by_place(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*The state* as somebody who acts is the state last named; nobody where a place of another sort stands nearer."""
    if mention.kind not in _KINDS or not mention.definite or str(mention.name).lower() != mention.head:
        return None
    word = floor.describer.rulebook.reading(str(mention.head), "place-words")
    if word is None:
        return None
    at, symbols, low = units[0], floor.folded.symbols, units[0] - _REACH
    while (at := symbols.rfind(Symbol.PLACE, 0, at)) >= max(0, low):
        known = floor.mention_at(at, at + 1)
        if known.name and _is_of_sort(known.name, word.entry.fields["types"], floor):
            return source_of(mention, known.name, naming=Naming.NAMED, kind=Kind.GOVERNMENT)
    return None


def _is_of_sort(name: str, types: list[str], floor: Floor) -> bool:
    readings = floor.describer.rulebook.read(name)
    return any(r.lexicon == "places" and r.entry.fields.get("type") in types for r in readings)
