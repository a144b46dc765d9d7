"""Two persons told together: *both women*, *the two candidates* under the names of the two whom the article named last."""

from bisect import bisect_left

from provenance.model import Gender, Kind, Mention, Naming, Number, Source
from provenance.resolution.bearers import person_at
from provenance.resolution.cast import names_person
from provenance.resolution.floor import Floor, source_of
from provenance.resolution.namesakes import differ

_NEAR = 6
"""Sentences within which both must have been named."""
_PAIR = 2


def by_both(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*Both women*, *the two rivals*: the two persons named last before it, if the word can mean persons so named."""
    if mention.naming is not Naming.UNNAMED or mention.number is not Number.SEVERAL or units[1] - units[0] > 1:
        return None
    if not _means_two(floor.folded.words(*units), floor) or not _may_be_named(mention, floor):
        return None
    names = _named_last(units[0], mention.gender, floor)
    return source_of(mention, " and ".join(names), naming=Naming.NAMED, kind=Kind.GROUP) if names else None


def _means_two(words: list[str], floor: Floor) -> bool:
    lists, opening = floor.describer.rulebook.words, [word.lower() for word in words[:_PAIR]]
    if len(opening) < _PAIR:
        return False
    first, second = opening
    return first in lists["reference-words.both"] or (first == "the" and second in lists["reference-words.the-two"])


def _may_be_named(mention: Mention, floor: Floor) -> bool:
    """Whether the head tells a gender or a standing that news gives to those it has named."""
    return mention.gender is not Gender.UNKNOWN or floor.describer.rulebook.lists(mention.head, "standings")


def _named_last(unit: int, gender: Gender, floor: Floor) -> list[str]:
    """The full names of the two persons named last before a unit, in text order; empty where there are not two near."""
    cast, here, names = floor.cast, floor.layout.sentence(unit), list[str]()
    for index in range(bisect_left(cast.units, unit) - 1, -1, -1):
        at, known = cast.units[index], cast.mentions[index]
        if here - floor.layout.sentence(at) > _NEAR:
            break
        if known is None or not names_person(known):
            continue
        person = person_at(known, at, floor)
        if person is None or " " not in person.name or differ(person.gender, gender):
            continue
        if person.name not in names:
            names.insert(0, person.name)
        if len(names) == _PAIR:
            return names
    return []
