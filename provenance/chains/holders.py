"""Who speaks through a statement, letter or post that is given as the source (*the statement said*)."""

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from provenance.attribution.draft import TokenRange
from provenance.chains.claim import Claim
from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.mentions.words import read_words
from provenance.model import Hop, Kind, Mention, Naming, Role, Source
from provenance.resolution.hops import medium_of
from provenance.resolution.outlets import LEXICON, bare_name, is_platform
from provenance.rulebook.word_lists import WordLists

_MARKS = frozenset({"'s", "’s", "'", "’"})


@frozen(eq=False, repr=False)
class Holder:
    """Whoever speaks through a document, and the medium it is; an outlet's own report is no medium."""

    medium: Hop | None
    source: Source


def find_holders(claims: Sequence[Claim], folded: Folded, describer: Describer) -> Mapping[int, Holder]:
    """By claim: who speaks through the document that is its source; claims of anybody else are left out."""
    held: dict[int, Holder] = {}
    issued: dict[str, Source] = {}
    speaker: Source | None = None
    outlet: Source | None = None
    for index in sorted(range(len(claims)), key=lambda i: claims[i].draft.unit):
        claim = claims[index]
        for hop in claim.hops:
            if hop.role is Role.MEDIUM and hop.kind is Kind.DOCUMENT and hop.entity and claim.source:
                issued[_head(hop.entity)] = claim.source
        if claim.source is not None and claim.source.kind is Kind.OUTLET and claim.source.naming is Naming.NAMED:
            outlet = claim.source
        holder = _newsroom(claim, folded, describer, outlet) or _holder(claim, folded, describer, issued, speaker)
        if holder is not None:
            held[index] = holder
            if holder.medium is not None:
                issued[_head(holder.medium.entity or "")] = holder.source
        elif (
            claim.source is not None and claim.source.naming is Naming.NAMED and claim.source.kind is not Kind.DOCUMENT
        ):
            speaker = claim.source
    return held


def _newsroom(claim: Claim, folded: Folded, describer: Describer, known: Source | None) -> Holder | None:
    """The outlet whose report is the source: *a report in the Herald*, *the magazine's analysis*."""
    source = claim.source
    if source is None or source.kind not in (Kind.DOCUMENT, Kind.OUTLET) or claim.draft.source is None:
        return None
    words = read_words(folded, *claim.draft.source, describer.rulebook)
    head = next((i for i, w in enumerate(words) if w.has_tag("article", "document-heads")), None)
    if head is None:
        return None
    for index, word in enumerate(words):
        reading = word.reading(LEXICON)
        behind = index > head and not words[head + 1].is_on("reference-words.published-in")
        if behind or index == head:
            continue
        if reading is not None and not is_platform(reading):
            return Holder(
                None, evolve(source, entity=bare_name(word.text), kind=Kind.OUTLET, naming=Naming.NAMED, anonymity=None)
            )
        if known is not None and word.is_in("outlet-heads") and words[0].lower == "the" and index < head:
            return Holder(None, evolve(known, spans=source.spans))
    return None


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
    cut = next((i for i, w in enumerate(group) if w.is_on("reference-words.behind-document")), len(group))
    medium = medium_of(group[:cut], source.spans)
    if medium is None:
        return None
    if words[0].is_on("reference-words.document-owner"):
        return Holder(medium, speaker) if speaker else None
    tokens = _issuer(claim.draft.source, folded, describer.rulebook.words)
    if tokens is not None:
        mention = describer.describe(folded, *tokens)
        return Holder(medium, _named(mention)) if _can_speak(mention) and mention.name != medium.entity else None
    known = issued.get(_head(medium.entity or ""))
    return Holder(medium, known) if known and words[0].is_on("reference-words.document-known") else None


def _issuer(source: TokenRange, folded: Folded, words: WordLists) -> TokenRange | None:
    """The tokens that say whose a document is: after *from* or *by*, or before *'s*, or before its last word."""
    first, last = source
    lowered = [s.lower() for s in folded.tokens.surfaces[first:last]]
    for at, word in enumerate(lowered):
        if word in words["reference-words.issued-by"] and at + 1 < len(lowered):
            return first + at + 1, last
        if word in _MARKS and at:
            return first, first + at
    begin = first + 1 if lowered[0] in words["group-words.article"] else first
    return (begin, last - 1) if last - 1 > begin and folded.tokens.surfaces[begin][:1].isupper() else None


def _can_speak(mention: Mention) -> bool:
    return mention.kind not in (Kind.DOCUMENT, Kind.UNKNOWN) and bool(mention.name or mention.head)


def _named(mention: Mention) -> Source:
    entity = mention.name or (mention.anonymity.descriptor if mention.anonymity else mention.head)
    return Source(
        mention.spans, entity, mention.kind, mention.naming, mention.number, mention.on_behalf_of, mention.anonymity
    )
