"""Sentences in the article's own voice that somebody must have told it: contentious ones, and repeated claims.

A sentence that no attribution touches is *bare*. It gets a record where it says what only a source can know (a signal such as
`casualty`), or where it says what an attributed claim of the article says.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain

from attrs import frozen

from provenance.model import Attribution, Span, Spans, text_of

CONTENTIOUS = ("accusation", "casualty", "forecast", "motive")
"""Signals of what an article cannot know by itself."""
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
_STOPWORDS = frozenset(
    "the and for with from that this its his her their are was were been has have had will would could should may might "
    "but who which what there said says say after before over into than then they she out about not all".split()
)
_NEGATIONS = frozenset("no never none nobody nothing unlikely cannot deny deni denie without not".split())
_FEWEST = 3
_OF_SENTENCE, _OF_CLAIM = 0.6, 0.5
"""Shares of the stems of a sentence, and of a claim, that both have where the sentence says what the claim says."""
_FEW = 12
"""A stem that more claims hold tells little."""


@frozen
class Bare:
    """A bare sentence, and the indices of the attributions whose claims it says again."""

    span: Span
    restates: tuple[int, ...]


def find_bare(
    stretches: Spans, attributions: Sequence[Attribution], signals: Mapping[str, Spans], text: str
) -> tuple[Bare, ...]:
    """The bare ones among the stretches (sentences, headline) that need a source, in text order."""
    claims = _Claims(attributions, text)
    marked = sorted(span.start for name in CONTENTIOUS for span in signals.get(name, ()))
    found = []
    for span in _untouched(stretches, attributions):
        restates = claims.said_by(span.of(text))
        if restates or bisect_left(marked, span.start) < bisect_left(marked, span.end):
            found.append(Bare(span, restates))
    return tuple(found)


def _untouched(stretches: Spans, attributions: Sequence[Attribution]) -> Iterable[Span]:
    """The stretches with which no source, cue or content shares a code point."""
    parts = sorted(
        (span.start, span.end)
        for attribution in attributions
        for span in (*attribution.content, *attribution.cue, *(attribution.source.spans if attribution.source else ()))
    )
    starts = [start for start, _ in parts]
    ends = [*accumulate((end for _, end in parts), max, initial=0)]
    return (span for span in stretches if ends[bisect_left(starts, span.end)] <= span.start)


class _Claims:
    """The attributed claims of an article by their stems."""

    def __init__(self, attributions: Sequence[Attribution], text: str) -> None:
        self.stems = [
            _stems(text_of(a.content, text)) if a.reported_speech and not a.nested_in else frozenset[str]()
            for a in attributions
        ]
        self.frequency = Counter(chain.from_iterable(self.stems))
        self.holders: dict[str, list[int]] = defaultdict(list)
        for index, stems in enumerate(self.stems):
            for stem in stems:
                if self.frequency[stem] <= _FEW:
                    self.holders[stem].append(index)

    def said_by(self, words: str) -> tuple[int, ...]:
        """The claims that some words say again."""
        stems = _stems(words)
        shared = Counter(chain.from_iterable(self.holders.get(stem, ()) for stem in stems))
        near = (index for index, count in shared.items() if count >= _FEWEST - 1)
        return tuple(sorted(index for index in near if _say_the_same(stems, self.stems[index])))


def _stems(words: str) -> frozenset[str]:
    """The words that tell something, without their endings."""
    return frozenset(map(_stem, {*_WORD.findall(words.lower())} - _STOPWORDS))


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return _ENDING.sub("", word)


def _say_the_same(sentence: frozenset[str], claim: frozenset[str]) -> bool:
    shared = len(sentence & claim)
    alike = shared >= _OF_SENTENCE * len(sentence) and shared >= _OF_CLAIM * len(claim)
    return shared >= _FEWEST and alike and bool(sentence & _NEGATIONS) == bool(claim & _NEGATIONS)


def own_voice(headline: Span | None, sentences: Spans, paragraphs: Spans, orphans: Spans) -> Spans:
    """The headline, and the sentences of paragraphs in which no orphan quotation stands."""
    starts, ends = [frame.start for frame in paragraphs], [orphan.end for orphan in orphans]
    own = [headline] if headline else []
    for span in sentences:
        if headline and span.overlaps(headline):
            continue
        at, quoted = bisect_right(starts, span.start), bisect_right(ends, span.start)
        if at and span.start < paragraphs[at - 1].end and (quoted == len(ends) or orphans[quoted].start >= span.end):
            own.append(span)
    return tuple(own)
