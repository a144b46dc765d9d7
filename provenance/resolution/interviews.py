"""Who answers in an interview in question-and-answer form: the person that its introduction says was spoken to."""

import re
from bisect import bisect_left
from collections import Counter

from provenance.attribution.matches import find_matches
from provenance.model import Gender, Kind, Mention, Naming, Number, Source
from provenance.resolution.cast import names_person
from provenance.resolution.floor import Floor, source_of
from provenance.rulebook.schema import Emits
from provenance.tokens.symbols import Symbol

_INTERVIEWED = "interviewed"
_TURN = re.compile(f"{Symbol.TURN}[^{Symbol.TURN}{Symbol.VOID}]+")


def by_answer(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*A:* is the person interviewed; where nobody is and no answer says *I*, the author answers himself."""
    symbols, surfaces = floor.folded.symbols, floor.folded.tokens.surfaces
    words = floor.describer.rulebook.words
    if (
        symbols[units[0]] != Symbol.VOID
        or surfaces[floor.folded.first[units[0]]] not in words["interview-words.answer"]
    ):
        return None
    if units[1] - units[0] > 1 or symbols[units[1] : units[1] + 1] != Symbol.TURN:
        return None
    if floor.answering is None:
        floor.answering = (_interviewed(_introduction(floor), floor),)
    name = floor.answering[0]
    if name:
        return Source(mention.spans, name, Kind.PERSON, Naming.NAMED, Number.ONE)
    return source_of(mention, None, naming=Naming.AUTHOR, kind=Kind.UNKNOWN)


def _introduction(floor: Floor) -> int:
    """The unit of the first label of a question or an answer."""
    symbols, folded = floor.folded.symbols, floor.folded
    labels = floor.describer.rulebook.words["interview-words.label"]
    at = symbols.find(Symbol.VOID)
    while at >= 0:
        if folded.tokens.surfaces[folded.first[at]] in labels and (not at or symbols[at - 1] == Symbol.BREAK):
            return at
        at = symbols.find(Symbol.VOID, at + 1)
    return 0


def _interviewed(end: int, floor: Floor) -> str | None:
    """The full name of who is said to have been spoken to before a unit; else of whom most is said there."""
    named = _named_before(end, floor)
    if not named:
        return None
    met = [name for unit, gender in _met_before(end, floor) if (name := _name_at(unit, gender, named, floor))]
    if met:
        return max(reversed(met), key=lambda name: named[name])
    own = floor.describer.rulebook.words["interview-words.self"]
    if not any(own.intersection(floor.folded.words(*turn.span())) for turn in _TURN.finditer(floor.folded.symbols)):
        return None
    return max(reversed(list(named)), key=lambda name: named[name])


def _named_before(end: int, floor: Floor) -> Counter[str]:
    """How often each person is named before a unit, in the order of their last mention."""
    found: Counter[str] = Counter()
    for index in range(bisect_left(floor.cast.units, end)):
        mention = floor.cast.mention(index)
        if names_person(mention):
            name = floor.cast.full_name(str(mention.name), mention.gender)
            found[name] = found.pop(name, 0) + 1
    return found


def _met_before(end: int, floor: Floor) -> list[tuple[int, Gender]]:
    """The units before `end` of who spoke or was spoken to, with the gender that the words tell, in text order."""
    found = []
    for compiled in floor.describer.rulebook.of_kind(Emits.SIGNAL):
        if compiled.pattern.fields.get("signal") == _INTERVIEWED:
            groups = compiled.expression.groups["signal"]
            for match in find_matches(compiled, floor.folded):
                found += [match.start(group) for group in groups if 0 <= match.start(group) < end]
    return [(unit, floor.mention_at(unit, unit + 1).gender) for unit in sorted(found)]


def _name_at(unit: int, gender: Gender, named: Counter[str], floor: Floor) -> str | None:
    """The full name at a unit; a pronoun's is that of the person named most before who may be meant."""
    mention = floor.mention_at(unit, unit + 1)
    if mention.pronoun:
        fitting = [name for name in named if Gender.UNKNOWN in (g := {gender, floor.cast.gender(name)}) or len(g) == 1]
        return max(reversed(fitting), key=lambda name: (named[name], " " in name), default=None)
    name = floor.cast.full_name(str(mention.name), mention.gender) if names_person(mention) else None
    return name if name in named else None
