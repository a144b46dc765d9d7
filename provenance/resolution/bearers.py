"""Whom a surname alone means that several persons of the article bear."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter

from provenance.model import Gender, Mention
from provenance.resolution.cast import Person, names_person
from provenance.resolution.floor import Floor
from provenance.resolution.namesakes import differ
from provenance.tokens.symbols import Symbol

_NEAR = 4
"""Sentences within which somebody who was the subject, or spoke, is meant by the surname alone."""

_SOMEBODY = frozenset({Symbol.PERSON, Symbol.PRONOUN, Symbol.BODY})


def person_at(mention: Mention, unit: int, floor: Floor) -> Person | None:
    """Who is meant by a name at a unit: of several of one surname who was the subject or spoke last, else who came first."""
    name = str(mention.name)
    person = floor.cast.person(name, mention.gender)
    if " " in name or not (bearers := floor.cast.bearers(name)):
        return person
    fitting = _of_rank(_of_gender(bearers, mention.gender), mention, floor)
    introduced = [p for p in fitting if p.introduced < unit]
    behind = _named_behind(introduced, unit, floor)
    left = [p for p in introduced if p not in behind] or introduced or fitting
    if len(left) < len(("one", "other")) or not introduced:
        return min(left, key=lambda p: p.introduced, default=person)
    return _last_spoken_of(left, unit, floor) or min(left, key=lambda p: p.introduced)


def full_name_at(mention: Mention, unit: int, floor: Floor) -> str:
    """The fullest form that the article gives of a name at a unit."""
    person = person_at(mention, unit, floor)
    return person.name if person else str(mention.name)


def _of_gender(people: Sequence[Person], gender: Gender) -> Sequence[Person]:
    """Those of a gender if the article tells it of any, else those of whom it tells none."""
    if gender is Gender.UNKNOWN:
        return people
    return [p for p in people if p.gender is gender] or [p for p in people if not differ(p.gender, gender)]


def _of_rank(people: Sequence[Person], mention: Mention, floor: Floor) -> Sequence[Person]:
    """Those who hold the rank that stands before the surname (*Mayor Reyes*), if the article says who does."""
    if mention.role is None or not people:
        return people
    names = {holder.name for holder in floor.given_roles().by_role.get(mention.role, ())}
    return [p for p in people if p.name in names] or people


def _named_behind(people: Sequence[Person], unit: int, floor: Floor) -> list[Person]:
    """Those whose full name follows in the same sentence: the surname before it is another's (*Reyes praised Ana Reyes*)."""
    number = floor.layout.sentence(unit)
    end = floor.layout.ends[number] if number < len(floor.layout.ends) else len(floor.folded.symbols)
    return [person for _, person, _ in _full_mentions(people, (unit + 1, end), floor)]


def _last_spoken_of(people: Sequence[Person], unit: int, floor: Floor) -> Person | None:
    """Who of them was the subject of a sentence near before, by full name, or spoke there, whichever is later."""
    low = _near_start(unit, floor)
    subjects = [(at, p) for at, p, is_subject in _full_mentions(people, (low, unit), floor) if is_subject]
    last = max([*subjects[-1:], *_last_speaker(people, low, unit, floor)], key=itemgetter(0), default=None)
    return last[1] if last else None


def _last_speaker(people: Sequence[Person], low: int, unit: int, floor: Floor) -> list[tuple[int, Person]]:
    """Who of them spoke last between two units, and where; who does so under a given name keeps it (*Ana said*)."""
    names = {person.name: person for person in people}
    for speaker in reversed(floor.speakers):
        if speaker.unit < low:
            break
        given = str(speaker.source.entity).startswith(str(speaker.mention.name) + " ")
        if speaker.unit < unit and speaker.source.entity in names and not given:
            return [(speaker.unit, names[speaker.source.entity])]
    return []


def _near_start(unit: int, floor: Floor) -> int:
    """The unit at which the sentences near before a unit begin."""
    return max(floor.earliest(unit), floor.layout.start(floor.layout.sentence(unit) - _NEAR))


def _full_mentions(
    people: Sequence[Person], units: tuple[int, int], floor: Floor
) -> Iterator[tuple[int, Person, bool]]:
    """Where in some units the full name of one of them stands, and whether the sentence is about that person."""
    cast = floor.cast
    for index in range(bisect_left(cast.units, units[0]), bisect_left(cast.units, units[1])):
        mention = cast.mentions[index]
        if mention is None or not names_person(mention) or " " not in str(mention.name):
            continue
        person = next((p for p in people if mention.name in p.forms), None)
        if person is not None:
            yield cast.units[index], person, _is_subject(index, floor)


def _is_subject(index: int, floor: Floor) -> bool:
    """Whether a person is the first somebody of a sentence, behind no preposition and outside quotation marks."""
    at, symbols = floor.cast.units[index], floor.folded.symbols
    if floor.layout.quoted(at) or (at and symbols[at - 1] in floor.prepositions):
        return False
    return _SOMEBODY.isdisjoint(symbols[floor.layout.sentence_start(at) : at])
