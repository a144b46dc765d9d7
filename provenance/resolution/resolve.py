"""Resolves the source of every draft, in text order."""

from collections.abc import Sequence

from attrs import evolve

from provenance.attribution.draft import Draft
from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.model import Gender, Kind, Mention, Naming, Role, Source
from provenance.resolution.anonymity import complete_anonymity
from provenance.resolution.cast import read_cast
from provenance.resolution.relays import Relay
from provenance.resolution.sieves import SIEVES, Floor, Speaker, source_of


def resolve_sources(
    drafts: Sequence[Draft], folded: Folded, describer: Describer, relays: Sequence[Relay] = ()
) -> list[Source | None]:
    """The source of each draft, None where none is stated; pronouns see only speakers before them.

    *The publication* is the outlet that spoke, or was a relay, last before it.
    """
    passed = [(r.unit, r.hop.entity) for r in relays if r.hop.role is Role.RELAY and r.hop.naming is Naming.NAMED]
    floor = Floor(folded, read_cast(folded, describer))
    resolved: list[Source | None] = [None] * len(drafts)
    for index in sorted(range(len(drafts)), key=lambda i: drafts[i].source or (-1, -1)):
        draft = drafts[index]
        if draft.source is None:
            continue
        mention = describer.describe(folded, *draft.source)
        unit = folded.unit_at(draft.source[0])
        while passed and passed[0][0] < unit:
            floor.outlet = passed.pop(0)[1]
        source = _through_sieves(mention, unit, floor)
        resolved[index] = complete_anonymity(source, draft, folded, describer.rulebook)
        _remember(floor, mention, unit, source)
    return resolved


def _through_sieves(mention: Mention, unit: int, floor: Floor) -> Source:
    for sieve in SIEVES:
        source = sieve(mention, unit, floor)
        if source is not None:
            return source
    return _unresolved(mention)


def _unresolved(mention: Mention) -> Source:
    """A description stands for itself; a pronoun nobody answers for has no entity."""
    if mention.pronoun:
        author = mention.naming is Naming.AUTHOR
        return evolve(source_of(mention, mention.head if author else None), naming=mention.naming)
    described = mention.anonymity.descriptor if mention.anonymity else mention.name or mention.head
    return source_of(mention, described)


def _remember(floor: Floor, mention: Mention, unit: int, source: Source) -> None:
    gender = mention.gender
    if source.entity and source.kind is Kind.PERSON:
        if gender is Gender.UNKNOWN:
            gender = floor.cast.gender(source.entity)
        elif source.naming is Naming.NAMED:
            floor.cast.genders.setdefault(source.entity, gender)
    if source.kind is Kind.OUTLET and source.naming is Naming.NAMED:
        floor.outlet = source.entity
    floor.speakers.append(Speaker(unit, source, gender))
