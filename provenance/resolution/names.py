"""Names as sources: the fullest form the article gives, surnames that are ordinary words, initials spelled out."""

from provenance.model import Gender, Kind, Mention, Naming, Number, Source
from provenance.resolution.floor import Floor, source_of
from provenance.tokens.symbols import Symbol

_JOINERS = frozenset({"of", "the", "for", "and", "on", "in", "to"})
_SPEAKING = Symbol.BODY + Symbol.OUTLET + Symbol.THING + Symbol.PLACE


def by_surname(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*King* is a person where the article names somebody King, whatever else the word is."""
    first, last = floor.folded.first[units[0]], floor.folded.first[units[1]]
    words = floor.folded.tokens.surfaces[first:last]
    if mention.pronoun or len(words) != 1 or not words[0][:1].isupper() or mention.kind is Kind.GOVERNMENT:
        return None
    bearers = floor.cast.surnames.get(words[0].lower())
    if not bearers or all(" " not in p.name for p in bearers):
        return None
    person = max(bearers, key=lambda p: p.count)
    return Source(mention.spans, person.name, Kind.PERSON, Naming.NAMED, Number.ONE)


def by_name(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """A name stands for the fullest form of it that the article gives."""
    if mention.naming is not Naming.NAMED or not mention.name:
        return None
    if mention.members:
        return source_of(mention, _members(mention, floor))
    if mention.kind is Kind.PERSON and mention.number is Number.ONE:
        return source_of(mention, floor.cast.full_name(mention.name, mention.gender))
    if mention.name.isupper() and mention.kind in (Kind.ORGANISATION, Kind.GOVERNMENT, Kind.OUTLET):
        return source_of(mention, _spelled_out(mention.name, floor) or mention.name)
    if mention.kind is Kind.OUTLET:
        return source_of(mention, _fuller_outlet(mention.name, units[0], floor))
    return source_of(mention, mention.name)


def _members(mention: Mention, floor: Floor) -> str:
    names = [floor.cast.full_name(member) for member in mention.members]
    return ", ".join(names[:-1]) + " and " + names[-1]


def _spelled_out(initials: str, floor: Floor) -> str | None:
    """The name whose initials stand in brackets behind it, or whose words begin with them."""
    letters = initials.replace(".", "")
    surfaces = floor.folded.tokens.surfaces
    for at, surface in enumerate(surfaces):
        if surface == initials and at > 1 and surfaces[at - 1] == "(":
            name = _name_before(surfaces, at - 1, letters)
            if name:
                return name
    return None


def _name_before(surfaces: list[str], end: int, letters: str) -> str | None:
    """The words before a bracket from the one that begins with the first letter on."""
    for start in range(max(0, end - 2 * len(letters) - 2), end - 1):
        words = surfaces[start:end]
        capitals = [w for w in words if w.lower() not in _JOINERS]
        if all(w[:1].isupper() for w in capitals) and "".join(w[0] for w in capitals) == letters:
            return " ".join(words)
    return None


def _fuller_outlet(name: str, unit: int, floor: Floor) -> str:
    """*The Herald* is the Harbour Herald if the article said so before."""
    if " " in name:
        return name
    symbols, at = floor.folded.symbols, unit
    while (at := symbols.rfind(Symbol.OUTLET, 0, at)) >= 0:
        known = floor.mention_at(at, at + 1)
        if known.name and known.naming is Naming.NAMED and known.name.endswith(" " + name):
            return known.name
    return name


def gender_of_source(mention: Mention, source: Source, floor: Floor) -> Gender:
    """What is known of the gender of a single person."""
    if mention.gender is not Gender.UNKNOWN or source.entity is None or source.naming is not Naming.NAMED:
        return mention.gender
    return floor.cast.gender(source.entity)
