"""Who is on the floor: how much each person before a pronoun is spoken of.

After Lappin and Leass (1994): every mention adds to its person by its place in the sentence and fades by the sentence;
who speaks weighs most.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from provenance.model import Gender, Kind, Mention, Naming, Number
from provenance.resolution.bearers import person_at
from provenance.resolution.floor import Floor
from provenance.resolution.namesakes import differ
from provenance.rulebook import Rulebook
from provenance.tokens.symbols import Symbol

_FADE = 0.45
_SUBJECT, _OBJECT, _OBLIQUE, _QUOTED = 1.0, 0.5, 0.3, 0.1
_SPEAKING, _PRONOUN, _UNNAMED, _POSSESSOR = 0.6, 0.5, 0.25, 0.4
_FARTHEST = 9

Weights = dict[str, float]
"""Weight by key: a full name, or *#n* for the unnamed person at unit n."""


@lru_cache(maxsize=8)
def _genders(rulebook: Rulebook) -> Mapping[str, Gender]:
    """The gender of each pronoun that stands for one person."""
    sorts = (("pronouns.male-subject", Gender.MALE), ("pronouns.female-subject", Gender.FEMALE))
    return {word: gender for name, gender in sorts for word in rulebook.words[name]}


def weigh_people(unit: int, gender: Gender, floor: Floor) -> Weights:
    """The single persons before a unit whose gender agrees, with their weights."""
    _settle(unit, floor)
    return _weigh(unit, gender, floor)


def _settle(unit: int, floor: Floor) -> None:
    """Resolve the pronouns of the narration between what is settled and a unit, each seeing those before it."""
    symbols, genders = floor.folded.symbols, _genders(floor.describer.rulebook)
    at = max(floor.settled, floor.earliest(unit))
    floor.settled = max(floor.settled, unit)
    while True:
        at = symbols.find(Symbol.PRONOUN, at, unit)
        if at < 0:
            return
        gender = genders.get(floor.surface(at))
        if gender is not None and at not in floor.pronouns and not floor.layout.quoted(at):
            weights = _weigh(at, gender, floor)
            if weights:
                floor.pronouns[at] = max(weights, key=lambda key: weights[key])
        at += 1


def _weigh(unit: int, gender: Gender, floor: Floor) -> Weights:
    weights: Weights = defaultdict(float)
    here, units = floor.layout.sentence(unit), floor.cast.units
    for index in reversed(range(bisect_left(units, _farthest(unit, floor)), bisect_left(units, unit))):
        at = units[index]
        key = _key(floor.cast.mention(index), at, gender, floor)
        if key is not None:
            place = _place(index, floor)
            if key[0] == "#" and floor.layout.quoted(at) and not floor.layout.quoted(unit):
                continue  # whom somebody's words only compare ("like a queen," she said)
            if key[0] == "#":
                place = _SUBJECT if _is_cited(at, floor) else _UNNAMED if place == _SUBJECT else 0
            weights[key] += place * _FADE ** (here - floor.layout.sentence(at))
    _add_possessors(weights, unit, gender, floor)
    _add_pronouns(weights, unit, gender, floor)
    _add_speakers(weights, unit, gender, floor)
    return weights


def _farthest(unit: int, floor: Floor) -> int:
    """The first unit that still weighs for a pronoun at a unit."""
    return max(floor.earliest(unit), floor.layout.start(floor.layout.sentence(unit) - _FARTHEST))


def _key(mention: Mention, at: int, gender: Gender, floor: Floor) -> str | None:
    """The key of a mention that can be meant; None for groups, other genders, and words that only look like a name."""
    if mention.kind is not Kind.PERSON or mention.number is not Number.ONE:
        return None
    if mention.naming is not Naming.NAMED or not mention.name:
        described = floor.person_described(mention, at)
        if described is not None:
            return None if differ(floor.cast.gender(described), gender) else described
        if floor.is_on(at, "reference-words.to-reader"):
            return None
        bare = mention.gender is Gender.UNKNOWN and mention.definite is None
        return None if bare or differ(mention.gender, gender) else f"#{at}"
    person = person_at(mention, at, floor)
    if person is None or differ(person.gender, gender):
        return None
    alone = " " not in person.name and person.gender is Gender.UNKNOWN and mention.role is None
    return None if alone and person.name not in floor.spoken else person.name


def _is_cited(at: int, floor: Floor) -> bool:
    """Whether a verb of reporting stands right before (*citing an official*)."""
    return at > 0 and floor.describer.rulebook.lists(floor.surface(at - 1), "reporting-verbs")


def _add_possessors(weights: Weights, unit: int, gender: Gender, floor: Floor) -> None:
    here, owners = floor.layout.sentence(unit), floor.cast.owners
    first = bisect_left(owners, _farthest(unit, floor), key=_unit_of)
    for at, mention in reversed(owners[first : bisect_left(owners, unit, key=_unit_of)]):
        key = _key(mention, at, gender, floor)
        if key is not None:
            weights[key] += (_QUOTED if floor.layout.quoted(at) else _POSSESSOR) * _FADE ** (
                here - floor.layout.sentence(at)
            )


def _unit_of(owner: tuple[int, Mention]) -> int:
    return owner[0]


def _place(index: int, floor: Floor) -> float:
    """The weight of a mention by its place."""
    at = floor.cast.units[index]
    if floor.layout.quoted(at):
        return _QUOTED
    if at and floor.folded.symbols[at - 1] in floor.prepositions:
        return _OBLIQUE
    start = floor.layout.sentence_start(at)
    return _OBJECT if index and floor.cast.units[index - 1] >= start else _SUBJECT


def _add_pronouns(weights: Weights, unit: int, gender: Gender, floor: Floor) -> None:
    here, low = floor.layout.sentence(unit), floor.earliest(unit)
    genders = _genders(floor.describer.rulebook)
    for at, key in reversed(floor.pronouns.items()):
        if at < low:
            break
        if at < unit and key in weights and genders.get(floor.surface(at)) is gender:
            weights[key] += _PRONOUN * _FADE ** (here - floor.layout.sentence(at))


def _add_speakers(weights: Weights, unit: int, gender: Gender, floor: Floor) -> None:
    here, low = floor.layout.sentence(unit), floor.earliest(unit)
    for speaker in reversed(floor.speakers):
        if speaker.unit < low:
            break
        key = speaker.key
        if speaker.unit < unit and key is not None and not differ(speaker.gender, gender):
            distance = here - floor.layout.sentence(speaker.unit)
            if distance <= _FARTHEST and not floor.layout.quoted(speaker.unit):
                weights[key] += _SPEAKING * _FADE**distance
