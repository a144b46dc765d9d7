"""Pronouns inside claims: who is quoted calls himself *I*, so *he* is somebody else; who is *it* is not *they*."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from provenance.attribution.draft import Draft
from provenance.model import Form, Kind, Mention, Naming, Number, Source
from provenance.resolution.floor import Floor
from provenance.resolution.pronouns import by_plural_or_thing, person_source
from provenance.resolution.salience import weigh_people

Pronouns = Mapping[int, tuple[Mention, int]]
"""The mention and the unit of each draft inside a claim whose source is a pronoun, by index."""


def name_others(
    pronouns: Pronouns, drafts: Sequence[Draft], resolved: Sequence[Source | None], floor: Floor
) -> list[Source | None]:
    """The sources, with *he* and *she* inside a quotation given to the next best where they were given to its speaker."""
    named = list(resolved)
    for index, (mention, unit) in pronouns.items():
        if mention.kind is not Kind.PERSON:
            continue
        source, speaker = named[index], _speaker(index, drafts, resolved)
        if source is None or speaker is None or source.entity is None or source.entity != speaker.entity:
            continue
        weights = weigh_people(unit, mention.gender, floor)
        weights.pop(source.entity, None)
        if weights:
            other = person_source(mention, max(weights, key=lambda key: weights[key]), floor)
            named[index] = evolve(other, spans=source.spans, sieve="quoted-pronoun")
    return named


def name_apart(
    pronouns: Pronouns, drafts: Sequence[Draft], resolved: Sequence[Source | None], floor: Floor
) -> list[Source | None]:
    """The sources, with *they* given to the next best where it was given to whom its sentence calls *it* (*it says they refused*)."""
    single = floor.describer.rulebook.words["pronouns.single"]
    named = list(resolved)
    for index, (mention, unit) in pronouns.items():
        source, outer = named[index], drafts[index].outer
        told = drafts[outer].source if outer is not None else None
        around = named[outer] if outer is not None else None
        if source is None or told is None or around is None or source.entity is None or source.entity != around.entity:
            continue
        if mention.number is Number.SEVERAL and floor.folded.tokens.surfaces[told[0]].lower() in single:
            other = by_plural_or_thing(mention, (unit, unit + 1), floor, apart=source.entity)
            named[index] = evolve(other, spans=source.spans, sieve="other-pronoun") if other else source
    return named


def _speaker(index: int, drafts: Sequence[Draft], resolved: Sequence[Source | None]) -> Source | None:
    """The person whose quotation is the nearest that holds a draft."""
    outer = drafts[index].outer
    while outer is not None and drafts[outer].form is not Form.DIRECT:
        outer = drafts[outer].outer
    speaker = resolved[outer] if outer is not None else None
    known = speaker is not None and speaker.kind is Kind.PERSON and speaker.naming is Naming.NAMED
    return speaker if known else None
