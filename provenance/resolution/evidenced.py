"""Counts the persons that the article shows to have spoken, where its words claim several.

*Officials said ... the official added* shows one; *two people said ... one of the people said ... the other said* two.
"""

from collections.abc import Iterator, Sequence

from attrs import define, evolve, field, frozen

from provenance.attribution.draft import Draft
from provenance.model import Kind, Naming, Number, Source
from provenance.resolution.floor import Floor
from provenance.rulebook import Rulebook

_OPENERS = "person-openers"
_OPENING = 3
"""Words in which *the other*, *a second* stands."""
_PEOPLE = (Kind.PERSON, Kind.GROUP)


@frozen(eq=False, repr=False)
class _Unnamed:
    """An unnamed source: where it stands among the drafts, its words, and the base form of its head, if it has a noun."""

    index: int
    source: Source
    words: tuple[str, ...]
    head: str
    noun: str | None
    pronoun: bool


@define(eq=False, repr=False)
class _Crowd:
    """Several people of one sort: the places of their words, and how many of them spoke singly."""

    places: list[int]
    words: frozenset[str]
    persons: int = 0


@define(eq=False, repr=False)
class _Crowds:
    """All crowds of an article, and the last one of each noun and of each entity; under None the last of all."""

    every: list[_Crowd] = field(factory=list)
    of_noun: dict[str | None, _Crowd] = field(factory=dict)
    of_entity: dict[str | None, _Crowd] = field(factory=dict)


def count_evidenced(drafts: Sequence[Draft], sources: Sequence[Source | None], floor: Floor) -> list[Source | None]:
    """The sources with the number of persons shown to have spoken: of several the number told apart, if any, else one."""
    counted: list[Source | None] = list(sources)
    crowds = _Crowds()
    for one in _find_unnamed(drafts, sources, floor):
        if _is_single(one, floor.describer.rulebook):
            _hear(one, crowds, floor.describer.rulebook)
            counted[one.index] = _with_count(one.source, 1)
        elif one.source.number is Number.SEVERAL:
            _gather(one, crowds, floor.describer.rulebook)
    for crowd in crowds.every:
        for place in crowd.places:
            counted[place] = _with_count(counted[place], crowd.persons or None)
    return counted


def adds_person(words: Sequence[str], rulebook: Rulebook) -> bool:
    """Whether lower-case words open with one more person: *another*, *the other*, *a second*."""
    return any(_step(word, rulebook) == "further" for word in words[:_OPENING])


def _find_unnamed(drafts: Sequence[Draft], sources: Sequence[Source | None], floor: Floor) -> Iterator[_Unnamed]:
    """The unnamed people in text order."""
    placed = sorted((draft.source, index) for index, draft in enumerate(drafts) if draft.source is not None)
    for (first, last), index in placed:
        source = sources[index]
        if source is None or source.naming is not Naming.UNNAMED or source.kind not in _PEOPLE:
            continue
        mention = floor.describer.read(floor.folded, first, last)
        words = tuple(word.lower() for word in floor.folded.tokens.surfaces[first:last])
        head = words[-1] if words[1:2] == ("of",) else (mention.head or words[-1]).rpartition(" ")[2]
        yield _Unnamed(index, source, words, head, _noun(words, head, floor.describer.rulebook), mention.pronoun)


def _noun(words: Sequence[str], head: str, rulebook: Rulebook) -> str | None:
    """The base form of the head: *people* and *person* are one noun; None for *one*, *the other*."""
    if all(_step(word, rulebook) or word == "of" for word in words):
        return None
    return next((r.entry.lemma for r in rulebook.read(head) if r.lexicon.endswith("heads")), head)


def _step(word: str, rulebook: Rulebook) -> str:
    reading = rulebook.reading(word, _OPENERS)
    return str(reading.entry.fields.get("person", "")) if reading else ""


def _is_single(one: _Unnamed, rulebook: Rulebook) -> bool:
    """Whether the words are of one person: also *one of the people*, *the other*."""
    chosen = _step(one.words[0], rulebook) == "member" and one.words[1:2] == ("of",)
    return chosen or one.source.number is Number.ONE


def _hear(one: _Unnamed, crowds: _Crowds, rulebook: Rulebook) -> None:
    """Count a person for the last crowd that the words can be of: *another* always, others where nobody was heard yet."""
    crowd = None if one.pronoun else crowds.of_noun.get(one.noun)
    if crowd is None or not _is_of(one, crowd, rulebook):
        return
    if crowd.persons == 0 or adds_person(one.words, rulebook):
        crowd.persons += 1


def _is_of(one: _Unnamed, crowd: _Crowd, rulebook: Rulebook) -> bool:
    """Whether a person can be of a crowd: *one senior official* is of the officials, *a Soviet official* need not be."""
    if _step(one.words[0], rulebook) == "member" or adds_person(one.words, rulebook):
        return True
    narrower = one.words[: one.words.index(one.head)] if one.head in one.words else ()
    return all(word in crowd.words or _step(word, rulebook) for word in narrower)


def _gather(one: _Unnamed, crowds: _Crowds, rulebook: Rulebook) -> None:
    """Put several into the crowd that *the officials* or *they* takes up, else open one."""
    known = _step(one.words[0], rulebook) == "known" and not adds_person(one.words, rulebook)
    crowd = crowds.of_entity.get(one.source.entity) if one.pronoun else crowds.of_noun.get(one.noun) if known else None
    if crowd is None:
        crowd = _Crowd([], frozenset(one.words))
        crowds.every.append(crowd)
        crowds.of_noun[one.noun] = crowds.of_noun[None] = crowds.of_entity[one.source.entity] = crowd
    crowd.places.append(one.index)


def _with_count(source: Source | None, persons: int | None) -> Source | None:
    if source is None or source.anonymity is None:
        return source
    return evolve(source, anonymity=evolve(source.anonymity, evidenced=persons))
