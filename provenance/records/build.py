"""Attributions to records: what each claim rests on, and which other claims of the article support it."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from math import ceil

from provenance.chains.asserting import UNASSERTED
from provenance.model import Attribution, Hop, Kind, Naming, Record, Role, Source, Sourcing, Spans, text_of
from provenance.records.bare import Bare

_WORD = re.compile(r"\w+")
_STOPWORDS = frozenset(
    "the a an of and to in on at for by with from that this it its he she they his her their is are was "
    "were be been has have had will would could should may might as but or if who which what there said "
    "says say".split()
)
_NEGATIONS = frozenset("not no never none nobody nothing unlikely cannot deny denied denies n't without".split())
_FEWEST = 4
_FEW = 12
"""A word that more claims hold tells little."""
_OVERLAP = 0.6
"""Share of the shorter claim's content words that two reports of one claim have in common."""
_OF_LONGER = 0.45
"""Share of the longer claim's content words: a short claim is not supported by a long one that mentions its subject."""


def build_records(
    attributions: Sequence[Attribution], orphans: Spans, text: str, bare: Sequence[Bare] = ()
) -> list[Record]:
    """One record an attribution, an orphan quotation or a bare sentence, in text order.

    `supported_by` names the records that say the same; of a bare sentence those whose claims it says again.
    """
    claims: list[tuple[Spans, Attribution | None]] = [(a.content, a) for a in attributions]
    claims += [((orphan,), None) for orphan in orphans]
    claims += [((one.span,), None) for one in bare]
    ordered = sorted(claims, key=lambda claim: (claim[0][0].start, -claim[0][-1].end))
    words = [_content_words(spans, text) for spans, _ in ordered]
    support = _supporters([a for _, a in ordered], words)
    restated = _restated(ordered, attributions, bare)
    return [
        Record(
            f"r{i + 1}",
            spans,
            (a.id,) if a else (),
            _sourcing(a, [ordered[j][1] for j in support[i]]),
            tuple(f"r{j + 1}" for j in support[i]),
            _origins(a, [ordered[j][1] for j in support[i]]),
            restated.get(spans, ()) if a is None else (),
        )
        for i, (spans, a) in enumerate(ordered)
    ]


def _restated(
    ordered: Sequence[tuple[Spans, Attribution | None]], attributions: Sequence[Attribution], bare: Sequence[Bare]
) -> Mapping[Spans, tuple[str, ...]]:
    """For each bare sentence the records of the claims that it says again."""
    names = {a.id: f"r{i}" for i, (_, a) in enumerate(ordered, 1) if a}
    return {(one.span,): tuple(names[attributions[i].id] for i in one.restates) for one in bare}


def _content_words(spans: Spans, text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text_of(spans, text).lower())) - _STOPWORDS


def _supporters(attributions: Sequence[Attribution | None], words: Sequence[frozenset[str]]) -> list[list[int]]:
    """For each claim the other top-level claims that say the same, by their content words.

    Two claims that say the same share the rarest word that both have (prefix filtering), so that only few pairs are
    compared and the work grows with the article, not with its square.
    """
    frequency = Counter(chain.from_iterable(words))
    holders: dict[str, list[int]] = defaultdict(list)
    rare: list[list[str]] = []
    for index, (attribution, held) in enumerate(zip(attributions, words, strict=True)):
        eligible = attribution is not None and not attribution.nested_in and len(held) >= _FEWEST
        rare.append(_telling_words(held, frequency) if eligible else [])
        for word in rare[index]:
            holders[word].append(index)
    support: list[list[int]] = [[] for _ in words]
    for i, telling in enumerate(rare):
        for j in sorted({j for word in telling for j in holders[word] if j > i}):
            if _say_the_same(words[i], words[j]):
                support[i].append(j)
                support[j].append(i)
    return list(map(sorted, support))


def _telling_words(held: frozenset[str], frequency: Mapping[str, int]) -> list[str]:
    """Words of a claim of which any claim that says the same must share one: those that few claims hold."""
    shared = max(_FEWEST, ceil(_OF_LONGER * len(held)))
    few = [word for word in held if frequency[word] <= _FEW]
    if len(held) - len(few) >= shared:
        few = sorted(held, key=lambda word: (frequency[word], word))[: len(held) - shared + 1]
    return [word for word in few if frequency[word] > 1]


def _say_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two claims share most of their content words, and agree in being negated or not."""
    shared = len(one & other)
    if (
        shared < _FEWEST
        or shared < _OVERLAP * min(len(one), len(other))
        or shared < _OF_LONGER * max(len(one), len(other))
    ):
        return False
    return bool(one & _NEGATIONS) == bool(other & _NEGATIONS)


def _origins(attribution: Attribution | None, supporters: Sequence[Attribution | None]) -> int:
    """How many different origins stand behind a claim."""
    ends = {_key(a.chain[-1]) for a in (attribution, *supporters) if a is not None}
    return len(ends - {None})


def _key(hop: Hop) -> str | None:
    return None if hop.naming is Naming.NONE else f"{hop.kind}:{hop.entity}"


def _sourcing(attribution: Attribution | None, supporters: Sequence[Attribution | None]) -> Sourcing:
    """What the claim rests on, supporters included (gold conventions 21 and 22)."""
    if attribution is None:
        return Sourcing.NONE
    kinds = {_vouching(a) for a in (attribution, *supporters) if a is not None}
    own = _vouching(attribution)
    if own is Sourcing.UNNAMED_ONLY and Sourcing.NAMED in kinds:
        return Sourcing.MIXED
    return own


def _vouching(attribution: Attribution) -> Sourcing:
    source = attribution.source
    if source is None or source.naming is Naming.NONE:
        return Sourcing.NONE
    if source.naming is Naming.AUTHOR:
        return Sourcing.AUTHOR
    if any(map(_is_voucher, _before_posts(attribution.chain[:-1]))):
        return Sourcing.NAMED
    rests = _of_source(source)
    if rests is Sourcing.UNNAMED_ONLY and UNASSERTED in attribution.signals:
        return Sourcing.AUTHOR
    return rests


def _before_posts(hops: Sequence[Hop]) -> Sequence[Hop]:
    """The hops up to the first network: authors of posts only relay."""
    return hops[: next((i for i, h in enumerate(hops) if h.role is Role.MEDIUM and h.kind is Kind.OUTLET), len(hops))]


def _is_voucher(hop: Hop) -> bool:
    """Named speakers vouch for what they pass on; outlets and documents only relay."""
    return hop.naming is Naming.NAMED and hop.kind not in (Kind.OUTLET, Kind.DOCUMENT)


def _of_source(source: Source) -> Sourcing:
    if source.naming is Naming.NAMED or source.on_behalf_of:
        return Sourcing.NAMED
    if source.kind in (Kind.PERSON, Kind.GROUP):
        return Sourcing.UNNAMED_ONLY
    return Sourcing.VAGUE
