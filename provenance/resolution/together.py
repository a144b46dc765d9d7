"""Several persons told together by an office that the article gives to each: *the two senators*, *the researchers*."""

from bisect import bisect_left

from attrs import evolve

from provenance.model import Kind, Mention, Naming, Number, Source
from provenance.resolution.bearers import person_at
from provenance.resolution.cast import names_person
from provenance.resolution.floor import Floor, source_of
from provenance.resolution.roles import contradict

_NEAR = 8
"""Sentences within which each of them must have been named."""
_FEWEST, _MOST = 2, 4


def by_office_together(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """A group told by an office is those named near before it who hold that office, if they are as many as the words say."""
    if mention.naming is not Naming.UNNAMED or mention.number is not Number.SEVERAL or units[1] - units[0] > 1:
        return None
    if (
        mention.pronoun
        or not mention.role
        or not floor.is_on(units[0], "reference-words.together")
        or is_nameless(mention, floor)
    ):
        return None
    wanted = _number_told(floor.folded.words(*units), floor)
    names = _holders_before(mention, units[0], wanted, floor)
    if len(names) < _FEWEST or (wanted and len(names) != wanted) or len(names) > _MOST:
        return None
    text = ", ".join(names[:-1]) + " and " + names[-1]
    return source_of(mention, text, naming=Naming.NAMED, kind=Kind.GROUP)


def is_nameless(mention: Mention, floor: Floor) -> bool:
    """Whether the role tells so little that it never means anybody named (*the officials*)."""
    readings = floor.describer.rulebook.read(str(mention.role))
    return any(r.lexicon == "nameless-roles" and "bare" in r.tags for r in readings)


def _number_told(words: list[str], floor: Floor) -> int | None:
    """How many the words say: *both*, *the two*, *these three*."""
    if words[0].lower() in floor.describer.rulebook.words["reference-words.both"]:
        return _FEWEST
    reading = floor.describer.rulebook.reading(words[1].lower(), "function-words") if len(words) > 1 else None
    value = reading.entry.fields.get("value") if reading else None
    return int(value) if value else None


def _holders_before(mention: Mention, unit: int, wanted: int | None, floor: Floor) -> list[str]:
    """The names, in text order, of the last so many persons before a unit who hold the office; none where others do.

    Where no number is told, one sentence must have introduced them all, and nobody else.
    """
    fitting = holders_of_office(mention, floor)
    cast, here, names, told_in = floor.cast, floor.layout.sentence(unit), list[str](), list[int]()
    for index in range(bisect_left(cast.units, unit) - 1, -1, -1):
        at = cast.units[index]
        if here - floor.layout.sentence(at) > _NEAR or len(names) == wanted:
            break
        known = cast.mentions[index]
        if known is None or not names_person(known):
            if _tells_others(mention, index, floor):
                return []
            continue
        person = person_at(known, at, floor)
        if person is not None and person.name in fitting and person.name not in names:
            names.insert(0, person.name)
            told_in.append(floor.layout.sentence(person.introduced))
    if wanted:
        return names
    others = [n for n in fitting if n not in names and floor.cast.appears_before(n, unit)]
    return names if len(set(told_in)) == 1 and not others else []


def holders_of_office(mention: Mention, floor: Floor) -> frozenset[str]:
    """The names of all who hold the office by which a group is told; of lawmakers also who has a party behind the name."""
    family = floor.describer.rulebook.reading(str(mention.role), "role-families")
    fields = family.entry.fields if family else {}
    covers = frozenset(map(str, fields.get("covers", ())))
    one = evolve(mention, role=str(fields.get("same", mention.role)), covers=mention.covers | covers)
    fitting = floor.given_roles().names_fitting(one)
    of_party = floor.given_roles().names_of_party() if fields.get("elected") else frozenset[str]()
    return fitting | {name for name in of_party if not contradict(mention.modifiers, floor.marks_of(name), ("party:",))}


def _tells_others(mention: Mention, index: int, floor: Floor) -> bool:
    """Whether a group told by the same word stands there without names (*some senators*)."""
    at = floor.cast.units[index]
    if floor.folded.words(at, at + 1)[-1].lower() != mention.head:
        return False
    known = floor.cast.mention(index)
    return known.number is Number.SEVERAL and known.naming is Naming.UNNAMED and known.definite is not True
