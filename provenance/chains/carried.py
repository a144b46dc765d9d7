"""Media that a later sentence takes up: *she wrote* after a letter or an article of hers, *in a second post* after a network."""

from collections.abc import Sequence

from attrs import evolve

from provenance.chains.claim import Claim, cue_symbols
from provenance.mentions.fold import Folded
from provenance.model import Hop, Kind, Naming, Role


def carry_media(claims: Sequence[Claim], folded: Folded, writing: frozenset[str], posts: frozenset[str]) -> list[Claim]:
    """The claims with what their wording presupposes: the medium their speaker used last, or the outlet they wrote for.

    `writing` holds the symbols of verbs of writing, `posts` the words for media that say nothing beside the network that
    carried them.
    """
    last: dict[str, Hop] = {}
    carried = list(claims)
    for index in sorted(range(len(claims)), key=lambda i: claims[i].draft.unit):
        claim = claims[index]
        name = claim.source.entity if claim.source else None
        if name is None:
            continue
        media = [h for h in claim.hops if h.role is Role.MEDIUM]
        known = last.get(name)
        if known is not None and media and all(is_post(h, posts) for h in media):
            claim = evolve(claim, hops=(*(h for h in claim.hops if not is_post(h, posts)), known))
        elif known is not None and not claim.hops and claim.outer is None and _writes(claim, folded, writing):
            claim = evolve(claim, hops=(known,))
        elif media:
            last[name] = media[-1]
        elif (printed := [h for h in claim.hops if _is_outlet(h)]) and _writes(claim, folded, writing):
            last[name] = printed[-1]
        carried[index] = claim
    return carried


def is_post(hop: Hop, posts: frozenset[str]) -> bool:
    """Whether a medium is a post or message on some network."""
    return hop.kind is Kind.DOCUMENT and (hop.entity or "").lower().rpartition(" ")[2] in posts


def _is_outlet(hop: Hop) -> bool:
    return hop.role is Role.RELAY and hop.kind is Kind.OUTLET and hop.naming is Naming.NAMED


def _writes(claim: Claim, folded: Folded, writing: frozenset[str]) -> bool:
    return claim.draft.cue is not None and not writing.isdisjoint(cue_symbols(claim.draft, folded))
