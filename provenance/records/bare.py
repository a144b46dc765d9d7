"""Sentences in the article's own voice that somebody must have told it: contentious ones, and repeated claims.

A sentence that no attribution touches is *bare*. It gets a record where it says what only a source can know (a signal such as
`casualty`), or where it says what an attributed claim of the article says.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from attrs import frozen

from provenance.model import Attribution, Span, Spans, text_of
from provenance.records.sameness import SameFinder, meanings_under
from provenance.rulebook import Rulebook

CONTENTIOUS = ("accusation", "casualty", "forecast", "motive")
"""Signals of what an article cannot know by itself."""


@frozen(eq=False, repr=False)
class Bare:
    """A bare sentence, and the indices of the attributions whose claims it says again."""

    span: Span
    restates: tuple[int, ...]


def find_bare(
    stretches: Spans,
    attributions: Sequence[Attribution],
    signals: Mapping[str, Spans],
    text: str,
    rulebook: Rulebook,
) -> tuple[Bare, ...]:
    """The bare ones among the stretches (sentences, headline) that need a source, in text order."""
    meanings = meanings_under(rulebook)
    claims = SameFinder(
        [meanings.of(text_of(a.content, text)) if a.reported_speech and not a.nested_in else None for a in attributions]
    )
    marked = sorted(span.start for name in CONTENTIOUS for span in signals.get(name, ()))
    found = []
    for span in _untouched(stretches, attributions):
        restates = tuple(claims.same_as(meanings.of(span.of(text))))
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
