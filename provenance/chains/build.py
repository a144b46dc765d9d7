"""Drafts, sources and relays to attributions with chains."""

from collections.abc import Sequence

from attrs import evolve, frozen

from provenance.attribution.draft import Draft
from provenance.mentions.fold import Folded
from provenance.model import NO_ORIGIN, Attribution, Chain, Hop, Kind, Naming, Role, Source
from provenance.resolution.relays import Relay, hops_over

_ORDER = (Role.PUBLISHER, Role.RELAY, Role.MEDIUM)
_COVERED = 0.7
"""An outlet's own attribution says nothing of its own when the speakers inside cover this share of it."""


@frozen
class Claim:
    """A draft with its source, before it gets its number. `outer` indexes the list of claims."""

    draft: Draft
    source: Source | None
    outer: int | None
    relays: tuple[Hop, ...] = ()


def build_attributions(
    drafts: Sequence[Draft], sources: Sequence[Source | None], relays: Sequence[Relay], folded: Folded
) -> list[Attribution]:
    """Numbered attributions in text order, each with its chain."""
    claims = _without_mere_relays(list(map(_claim, drafts, sources)))
    built: list[Attribution] = []
    for index, claim in enumerate(claims):
        outer = built[claim.outer] if claim.outer is not None else None
        chain = _chain(claim, outer, relays, folded)
        built.append(_attribution(claim, f"a{index + 1}", outer, chain))
    return built


def _claim(draft: Draft, source: Source | None) -> Claim:
    return Claim(draft, source, draft.outer)


def _without_mere_relays(claims: list[Claim]) -> list[Claim]:
    """Take out outlets that only pass on what a speaker inside says; they become hops of that speaker (gold 1, 19)."""
    dropped: set[int] = set()
    for index, claim in enumerate(claims):
        if claim.source is None or claim.source.kind is not Kind.OUTLET:
            continue
        inner = [i for i, other in enumerate(claims) if other.outer == index]
        covered = sum(_length(claims[i].draft) for i in inner)
        if inner and covered >= _COVERED * _length(claim.draft):
            dropped.add(index)
            hop = _origin(claim.source, Role.RELAY)
            for i in inner:
                claims[i] = evolve(claims[i], outer=claim.outer, relays=(*claim.relays, hop))
    kept = [i for i in range(len(claims)) if i not in dropped]
    place = {old: new for new, old in enumerate(kept)}
    return [evolve(claims[i], outer=place.get(claims[i].outer) if claims[i].outer is not None else None) for i in kept]


def _length(draft: Draft) -> int:
    spans = (*draft.contents, *draft.cue_spans)
    return max(s.end for s in spans) - min(s.start for s in spans)


def _origin(source: Source | None, role: Role = Role.ORIGIN) -> Hop:
    if source is None:
        return NO_ORIGIN
    return Hop(source.entity, source.kind, source.naming, role, source.spans)


def _chain(claim: Claim, outer: Attribution | None, relays: Sequence[Relay], folded: Folded) -> Chain:
    """The hops to a claim: those of the claim around it, its own relays, its origin."""
    origin = _origin(claim.source)
    before: list[Hop] = []
    if outer is not None:
        before = [evolve(h, role=Role.RELAY) if h.role is Role.ORIGIN else h for h in outer.chain if h != NO_ORIGIN]
    else:
        over = hops_over(relays, claim.draft.unit)
        own = [r.hop for r in over] + list(claim.relays)
        before = sorted(own, key=lambda hop: _ORDER.index(hop.role))
    return _without_repeats([*before, origin])


def _without_repeats(hops: Sequence[Hop]) -> Chain:
    """A chain in which nobody stands twice: who is the origin, or was passed already, is no hop of his own."""
    origin = hops[-1]
    kept: list[Hop] = []
    for hop in hops[:-1]:
        if not _same(hop, origin) and not any(_same(hop, other) for other in kept):
            kept.append(hop)
    return (*kept, origin)


def _same(one: Hop, other: Hop) -> bool:
    return one.entity is not None and one.entity == other.entity and one.naming == other.naming


def _attribution(claim: Claim, number: str, outer: Attribution | None, chain: Chain) -> Attribution:
    draft = claim.draft
    return Attribution(
        number, draft.form, draft.pattern.id, draft.reported, draft.cue_spans, draft.contents, claim.source, chain,
        nested_in=outer.id if outer else None, confidence=draft.confidence,
    )
