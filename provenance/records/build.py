"""Attributions to records: what each claim rests on, and which other claims of the article support it."""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from provenance.chains.asserting import UNASSERTED
from provenance.model import (
    Anonymity,
    Attribution,
    Hop,
    Kind,
    Naming,
    Record,
    Role,
    Source,
    Sourcing,
    Spans,
    Tense,
    text_of,
)
from provenance.records.bare import Bare
from provenance.records.nearness import NearFinder
from provenance.records.sameness import Meanings, SameFinder, meanings_under
from provenance.records.tense import tense_of
from provenance.rulebook import Rulebook

Claim = tuple[Spans, Attribution | None]
"""The words of a claim, and its attribution: none for an orphan quotation or a bare sentence."""


def build_records(
    attributions: Sequence[Attribution], orphans: Spans, text: str, rulebook: Rulebook, bare: Sequence[Bare] = ()
) -> list[Record]:
    """One record an attribution, an orphan quotation or a bare sentence, in text order.

    `supported_by` names the records that say the same; of a bare sentence those whose claims it says again.
    """
    claims: list[Claim] = [(a.content, a) for a in attributions]
    claims += [((orphan,), None) for orphan in orphans]
    claims += [((one.span,), None) for one in bare]
    ordered = sorted(claims, key=lambda claim: (claim[0][0].start, -claim[0][-1].end))
    rests = [_vouching(a, rulebook) if a else Sourcing.NONE for _, a in ordered]
    support = _supporters(ordered, text, meanings_under(rulebook))
    near = _near_named(ordered, rests, text, meanings_under(rulebook))
    restated = _restated(ordered, attributions, bare)
    return [
        Record(
            id=f"r{i + 1}",
            claim=spans,
            attributions=(a.id,) if a else (),
            sourcing=_sourcing(rests[i], [rests[j] for j in support[i]]),
            supported_by=tuple(f"r{j + 1}" for j in support[i]),
            origins=_origins(a, [ordered[j][1] for j in support[i]]),
            restates=restated.get(spans, ()) if a is None else (),
            near_named=near.get(i, False),
            tense=tense_of(text_of(spans, text), rulebook) if i in near else Tense.NONE,
        )
        for i, (spans, a) in enumerate(ordered)
    ]


def _restated(
    ordered: Sequence[Claim], attributions: Sequence[Attribution], bare: Sequence[Bare]
) -> Mapping[Spans, tuple[str, ...]]:
    """For each bare sentence the records of the claims that it says again."""
    names = {a.id: f"r{i}" for i, (_, a) in enumerate(ordered, 1) if a}
    return {(one.span,): tuple(names[attributions[i].id] for i in one.restates) for one in bare}


def _supporters(ordered: Sequence[Claim], text: str, meanings: Meanings) -> list[list[int]]:
    """For each claim the other top-level claims that say the same."""
    held = [meanings.of(text_of(spans, text)) if a and not a.nested_in else None for spans, a in ordered]
    finder = SameFinder(held)
    return [[j for j in finder.same_as(m) if j != i] if m is not None else [] for i, m in enumerate(held)]


def _near_named(
    ordered: Sequence[Claim], rests: Sequence[Sourcing], text: str, meanings: Meanings
) -> Mapping[int, bool]:
    """The claims on unnamed people alone, and whether a named source speaks of the same too; `rests` is what each rests on."""
    outermost = [sourcing if a and not a.nested_in else None for sourcing, (_, a) in zip(rests, ordered, strict=True)]
    unnamed = [i for i, sourcing in enumerate(outermost) if sourcing is Sourcing.UNNAMED_ONLY]
    if not unnamed:
        return {}
    held = [meanings.of(text_of(spans, text)) for spans, _ in ordered]
    finder = NearFinder([m for m, sourcing in zip(held, outermost, strict=True) if sourcing is Sourcing.NAMED], held)
    return {i: finder.is_near(held[i]) for i in unnamed}


def _origins(attribution: Attribution | None, supporters: Sequence[Attribution | None]) -> int:
    """How many different origins stand behind a claim."""
    ends = {_key(a.chain[-1]) for a in (attribution, *supporters) if a is not None}
    return len(ends - {None})


def _key(hop: Hop) -> str | None:
    return None if hop.naming is Naming.NONE else f"{hop.kind}:{hop.entity}"


def _sourcing(own: Sourcing, supporters: Sequence[Sourcing]) -> Sourcing:
    """What the claim rests on, supporters included (gold conventions 21 and 22)."""
    return Sourcing.MIXED if own is Sourcing.UNNAMED_ONLY and Sourcing.NAMED in supporters else own


def _vouching(attribution: Attribution, rulebook: Rulebook) -> Sourcing:
    """What one attribution lets its claim rest on: who vouches on the way, else the source itself."""
    source = attribution.source
    if source is None or source.naming is Naming.NONE:
        return Sourcing.NONE
    if source.naming is Naming.AUTHOR:
        return Sourcing.AUTHOR
    if any(map(_is_voucher, _before_posts(attribution.chain[:-1]))):
        return Sourcing.NAMED
    rests = _of_source(source, rulebook)
    if rests is Sourcing.UNNAMED_ONLY and UNASSERTED in attribution.signals:
        return Sourcing.AUTHOR
    return rests


def _before_posts(hops: Sequence[Hop]) -> Sequence[Hop]:
    """The hops up to the first network: authors of posts only relay."""
    return list(takewhile(lambda hop: not (hop.role is Role.MEDIUM and hop.kind is Kind.OUTLET), hops))


def _is_voucher(hop: Hop) -> bool:
    """Named speakers vouch for what they pass on; outlets and documents only relay."""
    return hop.naming is Naming.NAMED and hop.kind not in (Kind.OUTLET, Kind.DOCUMENT)


def _of_source(source: Source, rulebook: Rulebook) -> Sourcing:
    if source.naming is Naming.NAMED or source.on_behalf_of:
        return Sourcing.NAMED
    if source.kind not in (Kind.PERSON, Kind.GROUP) or _holds_document(source, rulebook):
        return Sourcing.VAGUE
    return _of_people(source.anonymity)


def _holds_document(source: Source, rulebook: Rulebook) -> bool:
    """Whether papers stand beside the people: *traders and market data*."""
    members = (source.entity or "").split(" and ")
    return len(members) > 1 and any(
        r.lexicon == "document-heads" for r in rulebook.read(members[-1].rpartition(" ")[2])
    )


def _of_people(anonymity: Anonymity | None) -> Sourcing:
    """Unnamed people; a newsroom's own stand for their outlet."""
    newsroom = anonymity is not None and "press" in anonymity.sorts and "organisation" in anonymity.told
    return Sourcing.VAGUE if newsroom else Sourcing.UNNAMED_ONLY
