"""Drafts, sources and relays to attributions with chains."""

from collections.abc import Sequence

from attrs import evolve

from provenance.attribution.draft import Draft
from provenance.chains.asserting import signals_of
from provenance.chains.assign import assign_hops
from provenance.chains.carried import carry_media, is_post
from provenance.chains.claim import Claim, cue_symbols, same_name
from provenance.chains.confidence import estimate_confidence
from provenance.chains.granting import with_granting
from provenance.chains.holders import Holder, find_holders
from provenance.chains.prune import prune_claims
from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.model import NO_ORIGIN, Attribution, Chain, Hop, Kind, Naming, Role, Source
from provenance.resolution.relays import Relay

_POSTS = "reference-words.post"
_ORDER = (Role.PUBLISHER, Role.RELAY, Role.MEDIUM)


def build_attributions(
    drafts: Sequence[Draft],
    sources: Sequence[Source | None],
    relays: Sequence[Relay],
    folded: Folded,
    describer: Describer,
) -> list[Attribution]:
    """Numbered attributions in text order, each with its chain."""
    sets, words = describer.rulebook.sets, describer.rulebook.words
    hops = assign_hops(drafts, sources, relays, folded, sets["ALOUD"])
    claims = prune_claims(
        [Claim(d, s, d.outer, h) for d, s, h in zip(drafts, sources, hops, strict=True)], folded, sets, words
    )
    claims = carry_media(claims, folded, sets["WRITING"], words[_POSTS])
    holders = find_holders(claims, folded, describer)
    built: list[Attribution] = []
    for index, claim in enumerate(claims):
        outer = built[claim.outer] if claim.outer is not None else None
        held = holders.get(index)
        spoken = _spoken_by(claim, held)
        chain = _chain(_with_hearsay(spoken, folded, sets["DOUBTFUL_ADVERB"]), outer, held, words[_POSTS])
        signals = signals_of(spoken, folded, sets)
        confidence = estimate_confidence(claim, folded, describer.rulebook.pack.calibration)
        built.append(_attribution(spoken, (f"a{index + 1}", confidence), outer, chain, signals))
    return built


def _spoken_by(claim: Claim, holder: Holder | None) -> Claim:
    """The claim with whoever speaks through its document as source; a post is signed, so its author is named."""
    if claim.source is None:
        return claim
    if holder is None:
        signed = claim.draft.pattern.fields.get("medium") and claim.source.naming is Naming.UNNAMED
        return evolve(claim, source=evolve(claim.source, naming=Naming.NAMED, anonymity=None)) if signed else claim
    return evolve(claim, source=evolve(holder.source, spans=claim.source.spans))


def _with_hearsay(claim: Claim, folded: Folded, doubtful: frozenset[str]) -> Claim:
    """The claim, with a hop that nobody states where somebody *reportedly* said it."""
    speaks = claim.source is not None and claim.source.kind not in (Kind.DOCUMENT, Kind.UNKNOWN)
    cue = claim.draft.cue
    if not speaks or cue is None:
        return claim
    before = folded.symbols[max(0, folded.unit_at(cue[0]) - 1)]
    if doubtful.isdisjoint(before + cue_symbols(claim.draft, folded)):
        return claim
    return evolve(claim, hops=(evolve(NO_ORIGIN, role=Role.RELAY, spans=claim.draft.cue_spans), *claim.hops))


def origin_of(source: Source | None, role: Role = Role.ORIGIN) -> Hop:
    """The hop a source makes."""
    if source is None:
        return NO_ORIGIN
    return Hop(source.entity, source.kind, source.naming, role, source.spans)


def _chain(claim: Claim, outer: Attribution | None, holder: Holder | None, posts: frozenset[str]) -> Chain:
    """The hops to a claim: those of the claim around it, its own relays, its origin."""
    own = list(claim.hops)
    origin = origin_of(claim.source)
    if holder is not None:
        own += [holder.medium] if holder.medium is not None else []
        origin = origin_of(holder.source)
    before = [] if outer is None else [_passed_on(h) for h in outer.chain if h != NO_ORIGIN and not _is_unknown(h)]
    if outer is not None and _is_comment(claim, outer):
        before = before[:-1]
    return _without_repeats(
        [*before, *sorted(_without_posts(own, posts), key=lambda hop: _ORDER.index(hop.role)), origin]
    )


def _is_comment(claim: Claim, outer: Attribution) -> bool:
    """Whether the claim around it comments on words that are its subject (*X's statement that ... was a mistake*)."""
    if not claim.draft.pattern.fields.get("comments") or not claim.draft.reported or claim.source is None:
        return False
    return claim.source.spans[0].start == outer.content[0].start


def _is_unknown(hop: Hop) -> bool:
    """Whether a hop says nothing: a pronoun that nobody answers for."""
    return hop.entity is None and hop.naming is Naming.UNNAMED


def _passed_on(hop: Hop) -> Hop:
    return evolve(hop, role=Role.RELAY) if hop.role is Role.ORIGIN else hop


def _without_posts(hops: Sequence[Hop], posts: frozenset[str]) -> list[Hop]:
    """A post is its network once the network is known."""
    network = any(h.role is Role.MEDIUM and h.kind is Kind.OUTLET for h in hops)
    return [h for h in hops if not (network and is_post(h, posts))]


def _without_repeats(hops: Sequence[Hop]) -> Chain:
    """A chain in which nobody stands twice: who is the origin, or was passed already, is no hop of his own."""
    origin = hops[-1]
    kept: list[Hop] = []
    for hop in hops[:-1]:
        if not _same(hop, origin) and not any(_same(hop, other) for other in kept):
            kept.append(hop)
    return (*kept, origin)


def _same(one: Hop, other: Hop) -> bool:
    if one.entity is None or other.entity is None or one.naming is not other.naming:
        return False
    return same_name(one.entity, other.entity)


def _attribution(
    claim: Claim, known: tuple[str, float], outer: Attribution | None, chain: Chain, signals: frozenset[str]
) -> Attribution:
    """The attribution that a claim makes; `known` are its id and its confidence."""
    draft = claim.draft
    return Attribution(
        known[0],
        draft.form,
        draft.pattern.id,
        draft.reported,
        draft.cue_spans,
        draft.contents,
        with_granting(claim.source, chain),
        chain,
        nested_in=outer.id if outer else None,
        signals=signals,
        confidence=known[1],
    )
