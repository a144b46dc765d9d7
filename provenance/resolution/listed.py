"""Several persons described together and listed by name right behind: *two aides, Ana Reyes and Bo Lind, said*."""

from provenance.model import Kind, Mention, Naming, Number, Source
from provenance.resolution.cast import names_person
from provenance.resolution.floor import Floor, source_of
from provenance.resolution.roles import DASHES
from provenance.tokens.symbols import Symbol

_FEWEST = 2
_MARKS = DASHES | {",", "."}


def by_list_behind(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """A group whose members are listed between commas or dashes is named, by these names."""
    if mention.pronoun or mention.naming is not Naming.UNNAMED or mention.number is Number.ONE:
        return None
    names = (
        _names_from(units[1] + 1, floor) if floor.word_at(units[1]) in _MARKS - {"."} else _named_with(units[1], floor)
    )
    if len(names) < _FEWEST:
        return None
    text = ", ".join(names[:-1]) + " and " + names[-1]
    return source_of(mention, text, naming=Naming.NAMED, kind=Kind.GROUP)


def _named_with(unit: int, floor: Floor) -> list[str]:
    """The two full names that stand right behind what they are (*the senators Ana Reyes and Bo Lind*)."""
    symbols, other = floor.folded.symbols, unit + len(("name", "and"))
    if symbols[unit : unit + 1] != Symbol.PERSON or symbols[other : other + 1] != Symbol.PERSON:
        return []
    if floor.word_at(unit + 1) != "and":
        return []
    both = [floor.mention_at(at, at + 1) for at in (unit, other)]
    names = [floor.cast.full_name(str(m.name), m.gender) for m in both if names_person(m) and " " in str(m.name)]
    return names if len(names) == _FEWEST else []


def _names_from(unit: int, floor: Floor) -> list[str]:
    """The full names in a list that begins at a unit and ends, behind *and* and one name more, with a comma or a dash; or none."""
    names: list[str] = []
    last = False
    while floor.folded.symbols[unit : unit + 1] == Symbol.PERSON:
        person = floor.mention_at(unit, unit + 1)
        if not names_person(person) or not person.name:
            return []
        names.append(floor.cast.full_name(person.name, person.gender))
        unit = skip_home(unit + 1, floor)
        if last:
            return names if floor.word_at(unit) in _MARKS else []
        unit += floor.word_at(unit) == ","
        last = floor.word_at(unit) == "and"
        unit += last
    return []


def skip_home(unit: int, floor: Floor) -> int:
    """The unit behind *of Ohio*, where such words stand at a unit."""
    symbols = floor.folded.symbols
    words = floor.folded.words(unit + 1, unit + 2) if symbols[unit + 1 : unit + 2] == Symbol.PERSON else ["of a place"]
    at_home = floor.is_on(unit, "reference-words.home") and symbols[unit + 1 : unit + 2] != "" and len(words) == 1
    return unit + 2 if at_home else unit
