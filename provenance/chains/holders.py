"""Who speaks through a statement, letter or post that is given as the source (*the statement said*)."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from provenance.attribution.draft import TokenRange
from provenance.chains.claim import Claim
from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.mentions.words import read_words
from provenance.model import Hop, Kind, Mention, Naming, Role, Source
from provenance.resolution.hops import medium_of

_MARKS = frozenset({"'s", "’s", "'", "’"})
_OWNERS = frozenset({"his", "her", "its", "their"})
_ISSUED = frozenset({"from", "by"})


@frozen
class Holder:
    """The medium, and whoever speaks through it."""

    medium: Hop
    source: Source


def find_holders(claims: Sequence[Claim], folded: Folded, describer: Describer) -> Mapping[int, Holder]:
    """By claim: who speaks through the document that is its source; claims of anybody else are left out."""
    held: dict[int, Holder] = {}
    issued: dict[str, Source] = {}
    speaker: Source | None = None
    for index in sorted(range(len(claims)), key=lambda i: claims[i].draft.unit):
        claim = claims[index]
        for hop in claim.hops:
            if hop.role is Role.MEDIUM and hop.kind is Kind.DOCUMENT and hop.entity and claim.source:
                issued[_head(hop.entity)] = claim.source
        holder = _holder(claim, folded, describer, issued, speaker)
        if holder is not None:
            held[index] = holder
            issued[_head(holder.medium.entity or "")] = holder.source
        elif (
            claim.source is not None and claim.source.naming is Naming.NAMED and claim.source.kind is not Kind.DOCUMENT
        ):
            speaker = claim.source
    return held


def _head(name: str) -> str:
    return name.lower().rpartition(" ")[2]


def _holder(
    claim: Claim, folded: Folded, describer: Describer, issued: Mapping[str, Source], speaker: Source | None
) -> Holder | None:
    source = claim.source
    if source is None or source.kind is not Kind.DOCUMENT or claim.draft.source is None:
        return None
    words = read_words(folded, *claim.draft.source, describer.rulebook)
    owned = max((i for i, w in enumerate(words) if w.text in _MARKS), default=-1)
    group = words[owned + 1 :]
    cut = next((i for i, w in enumerate(group) if w.text.lower() in (*_ISSUED, "of", "to", "in", "on")), len(group))
    medium = medium_of(group[:cut], source.spans)
    if medium is None:
        return None
    if words[0].text.lower() in _OWNERS:
        return Holder(medium, speaker) if speaker else None
    tokens = _issuer(claim.draft.source, folded)
    if tokens is not None:
        mention = describer.describe(folded, *tokens)
        return Holder(medium, _named(mention)) if _can_speak(mention) else None
    known = issued.get(_head(medium.entity or ""))
    return Holder(medium, known) if known and words[0].text.lower() in ("the", "this", "that") else None


def _issuer(source: TokenRange, folded: Folded) -> TokenRange | None:
    """The tokens that say whose a document is: after *from* or *by*, or before *'s*, or before its last word."""
    first, last = source
    lowered = [s.lower() for s in folded.tokens.surfaces[first:last]]
    for at, word in enumerate(lowered):
        if word in _ISSUED and at + 1 < len(lowered):
            return first + at + 1, last
        if word in _MARKS and at:
            return first, first + at
    begin = first + 1 if lowered[0] in ("a", "an", "the") else first
    return (begin, last - 1) if last - 1 > begin and folded.tokens.surfaces[begin][:1].isupper() else None


def _can_speak(mention: Mention) -> bool:
    return mention.kind not in (Kind.DOCUMENT, Kind.UNKNOWN) and bool(mention.name or mention.head)


def _named(mention: Mention) -> Source:
    entity = mention.name or (mention.anonymity.descriptor if mention.anonymity else mention.head)
    return Source(
        mention.spans, entity, mention.kind, mention.naming, mention.number, mention.on_behalf_of, mention.anonymity
    )
