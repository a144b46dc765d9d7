"""Pronouns inside quotations: who speaks calls himself *I*, so *he* and *she* are somebody else."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from provenance.attribution.draft import Draft
from provenance.model import Form, Kind, Mention, Naming, Source
from provenance.resolution.floor import Floor
from provenance.resolution.pronouns import person_source
from provenance.resolution.salience import weigh_people

Pronouns = Mapping[int, tuple[Mention, int]]
"""The mention and the unit of each draft whose source is *he* or *she*, by index."""


def name_others(
    pronouns: Pronouns, drafts: Sequence[Draft], resolved: Sequence[Source | None], floor: Floor
) -> list[Source | None]:
    """The sources, with *he* and *she* inside a quotation given to the next best where they were given to its speaker."""
    named = list(resolved)
    for index, (mention, unit) in pronouns.items():
        source, speaker = named[index], _speaker(index, drafts, resolved)
        if source is None or speaker is None or source.entity is None or source.entity != speaker.entity:
            continue
        weights = weigh_people(unit, mention.gender, floor)
        weights.pop(source.entity, None)
        if weights:
            other = person_source(mention, max(weights, key=lambda key: weights[key]), floor)
            named[index] = evolve(other, spans=source.spans, sieve="quoted-pronoun")
    return named


def _speaker(index: int, drafts: Sequence[Draft], resolved: Sequence[Source | None]) -> Source | None:
    """The person whose quotation is the nearest that holds a draft."""
    outer = drafts[index].outer
    while outer is not None and drafts[outer].form is not Form.DIRECT:
        outer = drafts[outer].outer
    speaker = resolved[outer] if outer is not None else None
    known = speaker is not None and speaker.kind is Kind.PERSON and speaker.naming is Naming.NAMED
    return speaker if known else None
