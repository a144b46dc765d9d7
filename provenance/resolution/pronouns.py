"""Pronouns as sources: persons by weight, bodies and groups by place, relatives by what stands before them."""

from bisect import bisect_left

from attrs import evolve

from provenance.mentions.describe import PERSONAL_ENDINGS
from provenance.model import Kind, Mention, Naming, Number, Source
from provenance.resolution.floor import Floor, source_of
from provenance.resolution.included import by_included
from provenance.resolution.salience import Weights, weigh_people
from provenance.tokens.symbols import Symbol

_SPEAKING = frozenset(Symbol[name] for name in ("PERSON", "BODY", "OUTLET", "DOCUMENT", "REPORT", "PLACE", "THING"))
_LIGHT, _LIGHT_UNNAMED = 0.04, 0.12
"""Below these weights nobody near is meant, but the person of whom the article speaks most."""
_NEAR = 0.5
"""Share of the winner's weight from which another reading is kept as a candidate."""
_FARTHEST = 6
_OUTLET_IS_IT = 0.4
"""An outlet that reports is told as *it* less often than those of whom it reports."""


def by_pronoun(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*He* and *she*: the person with most weight; others nearly as heavy and named otherwise stay as candidates."""
    if not mention.pronoun or mention.kind is not Kind.PERSON or mention.naming is Naming.AUTHOR:
        return None
    weights = weigh_people(units[0], mention.gender, floor)
    ranked = sorted(weights, key=lambda key: -weights[key])
    if not ranked or weights[ranked[0]] < (_LIGHT if ranked[0][0] != "#" else _LIGHT_UNNAMED):
        protagonist = None if floor.posts else floor.cast.protagonist(mention.gender)
        ranked = [protagonist, *(key for key in ranked if key != protagonist)] if protagonist else ranked
    if not ranked:
        return None
    best = ranked[0]
    floor.pronouns[units[0]] = best
    source = person_source(mention, best, floor)
    others = [person_source(mention, key, floor).entity for key in ranked[1:] if _rivals(best, key, weights, floor)]
    candidates = tuple(dict.fromkeys(e for e in (source.entity, *others) if e)) if others else ()
    return evolve(source, spans=mention.spans, candidates=candidates if len(candidates) > 1 else ())


def _rivals(best: str, other: str, weights: Weights, floor: Floor) -> bool:
    """Whether both weigh: one of them named and the other not, or two names neither of which has spoken before."""
    unnamed = [key for key in (best, other) if key.startswith("#")]
    if len(unnamed) > 1 or (not unnamed and {best, other} & floor.spoken):
        return False
    return weights.get(other, 0) >= _NEAR * weights.get(best, 0) > 0


def person_source(mention: Mention, key: str, floor: Floor) -> Source:
    """The source that a key of the floor stands for."""
    if not key.startswith("#"):
        return Source(mention.spans, key, Kind.PERSON, Naming.NAMED, Number.ONE)
    unit = int(key[1:])
    spoke = next((s.source for s in reversed(floor.speakers) if s.unit == unit), None)
    if spoke is not None:
        return Source(
            mention.spans, spoke.entity, Kind.PERSON, spoke.naming, Number.ONE, spoke.on_behalf_of, spoke.anonymity
        )
    described = floor.cast.mention(bisect_left(floor.cast.units, unit))
    descriptor = described.anonymity.descriptor if described.anonymity else described.head
    return Source(
        mention.spans, descriptor, Kind.PERSON, Naming.UNNAMED, Number.ONE, described.on_behalf_of, described.anonymity
    )


def by_plural_or_thing(
    mention: Mention, units: tuple[int, int], floor: Floor, *, apart: str | None = None
) -> Source | None:
    """*They* and *it*: the group, body or document before it that stands highest; never what stands `apart` from it."""
    if (
        not mention.pronoun
        or mention.kind is Kind.PERSON
        or mention.head in floor.describer.rulebook.words["pronouns.relative"]
    ):
        return None
    several = mention.number is Number.SEVERAL
    weights: dict[str, float] = {}
    found: dict[str, Source] = {}
    here, symbols = floor.layout.sentence(units[0]), floor.folded.symbols
    low = max(floor.earliest(units[0]), floor.layout.start(here - _FARTHEST))
    for at in range(units[0] - 1, low - 1, -1):
        if symbols[at] in _SPEAKING:
            known = floor.mention_at(at, at + 1)
            number = Number.SEVERAL if _is_collective(known, floor) else known.number
            fit = _fit(known.kind, number, several=several) if _can_speak(known, symbols[at], floor) else 0
            if fit and known.naming is not Naming.AUTHOR and (known.naming is Naming.NAMED or several):
                named = by_included(known, (at, floor.phrase_end(at)), floor) if several else None
                entity = (named.entity if named else None) or _entity(known)
                faded = 0.5 ** (here - floor.layout.sentence(at))
                weights[entity] = weights.get(entity, 0) + fit * _place(at, floor) * faded
                found.setdefault(entity, named or source_of(known, entity))
    _add_speakers(weights, found, units[0], floor, several=several)
    weights.pop(apart or "", None)
    if not weights:
        return None
    best = found[max(weights, key=lambda entity: weights[entity])]
    return Source(mention.spans, best.entity, best.kind, best.naming, best.number, best.on_behalf_of, best.anonymity)


def _can_speak(known: Mention, symbol: str, floor: Floor) -> bool:
    """Whether a group can be who *they* are: not *reasons* or *2015*, nor any noun that no list of speakers has."""
    if symbol != Symbol.THING or known.naming is Naming.NAMED or known.number is not Number.SEVERAL:
        return True
    one, rulebook = (known.head or "").removesuffix("s").replace("men", "man"), floor.describer.rulebook
    return one.endswith(PERSONAL_ENDINGS) and not (
        rulebook.lists(one, "common-nouns") or rulebook.lists(one, "common-verbs")
    )


def _is_collective(known: Mention, floor: Floor) -> bool:
    """Whether the head is a word for several persons (*police*)."""
    reading = floor.describer.rulebook.reading(known.head or "", "government-heads")
    return reading is not None and "collective" in reading.tags


def _entity(known: Mention) -> str:
    """What a group is called where nobody of it is named."""
    return known.name or (known.anonymity.descriptor if known.anonymity else None) or known.head or ""


def _add_speakers(
    weights: dict[str, float], found: dict[str, Source], unit: int, floor: Floor, *, several: bool
) -> None:
    here, low = floor.layout.sentence(unit), floor.earliest(unit)
    for speaker in reversed(floor.speakers):
        distance = here - floor.layout.sentence(speaker.unit)
        if distance > _FARTHEST or speaker.unit < low:
            break
        source = speaker.source
        fit = _fit(source.kind, source.number, several=several)
        if fit and source.entity and speaker.unit < unit and source.naming is not Naming.AUTHOR:
            weights[source.entity] = weights.get(source.entity, 0) + 1.2 * fit * 0.5**distance
            found[source.entity] = source


def _fit(kind: Kind, number: Number, *, several: bool) -> float:
    """How well something agrees with *they* (several) or *it*."""
    if several:
        if kind in (Kind.PERSON, Kind.UNKNOWN):
            return 1.0 if number is Number.SEVERAL and kind is Kind.PERSON else 0
        if kind is Kind.DOCUMENT:
            return 0.4 if number is Number.SEVERAL else 0
        plural = kind is Kind.GROUP or number is Number.SEVERAL
        return 1.0 if plural else 0.45 if kind is Kind.ORGANISATION else 0.2 if kind is Kind.GOVERNMENT else 0
    if number is Number.SEVERAL or kind in (Kind.PERSON, Kind.GROUP, Kind.UNKNOWN):
        return 0
    return _OUTLET_IS_IT if kind is Kind.OUTLET else 1.0


def _place(at: int, floor: Floor) -> float:
    if floor.layout.quoted(at):
        return 0.2
    if at and floor.folded.symbols[at - 1] in floor.prepositions:
        return 0.4
    start = floor.layout.sentence_start(at)
    return 1.0 if not any(s in _SPEAKING for s in floor.folded.symbols[start:at]) else 0.5
