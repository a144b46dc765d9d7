"""Groups of which some are named: *critics including the union and Ana Reyes*, *tax experts such as Paul Doe*."""

from provenance.mentions.groups import INDEFINITE
from provenance.model import Mention, Naming, Number, Source
from provenance.resolution.floor import Floor, source_of
from provenance.tokens.symbols import Symbol

_OPENERS = (("including",), ("such", "as"), ("like",), ("among", "them"))
_SPEAKING = frozenset(Symbol[name] for name in ("PERSON", "BODY", "OUTLET", "PLACE", "THING"))
_MOST = 6
"""Members that are read."""


def by_included(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """A group is named as soon as one of it is; its entity is those named, and the others."""
    if mention.naming is not Naming.UNNAMED or mention.number is not Number.SEVERAL or mention.pronoun:
        return None
    at = units[1] + (floor.folded.symbols[units[1] : units[1] + 1] in floor.commas)
    opener = next((o for o in _OPENERS if _stands_at(o, at, floor)), None)
    names = _names_from(at + len(opener), floor) if opener else []
    if not names:
        return None
    described = (mention.anonymity.descriptor if mention.anonymity else mention.head or "others").split()
    while len(described) > 1 and described[0].lower() in INDEFINITE:
        described = described[1:]
    others = (
        "others"
        if described[0].lower() in ("other", "others")
        else f"other {described[0].lower() if described[0].istitle() else described[0]} {' '.join(described[1:])}".rstrip()
    )
    entity = f"{', '.join(names)} and {others}"
    return source_of(mention, entity, naming=Naming.NAMED)


def _stands_at(opener: tuple[str, ...], unit: int, floor: Floor) -> bool:
    return unit + len(opener) < len(floor.folded.symbols) and all(
        floor.surface(unit + i) == word for i, word in enumerate(opener)
    )


def _names_from(unit: int, floor: Floor) -> list[str]:
    """The names in a list that begins at a unit; marks of party between commas are none (*D-Ohio*)."""
    names: list[str] = []
    symbols = floor.folded.symbols
    while len(names) < _MOST and symbols[unit : unit + 1] and symbols[unit] in _SPEAKING:
        end = floor.phrase_end(unit)
        known = floor.mention_at(unit, end)
        if known.naming is Naming.NAMED and known.name and known.name[:1].isupper() and known.name[1:2] != "-":
            full = known.number is Number.ONE and symbols[unit] == Symbol.PERSON
            names.append(floor.cast.full_name(known.name, known.gender) if full else known.name)
        unit = end
        while unit < len(symbols) and (symbols[unit] in floor.commas or floor.surface(unit) == "and"):
            unit += 1
        if unit == end:
            break
    return names
