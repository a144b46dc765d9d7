"""Half-open stretches of an article's text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import attrgetter

from attrs import frozen


@frozen
class Span:
    """`[start, end)` in Unicode code points of `article.text`; spans stand in the order of their starts, then ends."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __lt__(self, other: "Span") -> bool:
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def of(self, text: str) -> str:
        """The words the span stands for."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]

bounds_of = attrgetter("start", "end")
"""Start and end of a span: the key to sort many spans by, which compares faster than they do."""
_start_of, _end_of = attrgetter("start"), attrgetter("end")


def text_of(spans: Iterable[Span], text: str) -> str:
    """The words of several spans, with ' ... ' between them."""
    return " ... ".join(span.of(text) for span in spans)


def hull_of(spans: Spans) -> Span:
    """The smallest span that holds all of `spans` (at least one)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def last_begun(spans: Spans, offset: int) -> int:
    """The index of the last of some spans, in text order, that begins at or before an offset; -1 where none does."""
    return bisect_right(spans, offset, key=_start_of) - 1


def overlapping(spans: Spans, span: Span) -> Spans:
    """Those of some spans, in text order and apart from each other, that share a code point with one."""
    return spans[bisect_right(spans, span.start, key=_end_of) : bisect_left(spans, span.end, key=_start_of)]


def covers(outer: Spans, inner: Spans) -> bool:
    """Whether every span of `inner` lies inside the hull of `outer`."""
    hull = hull_of(outer)
    return all(hull.contains(span) for span in inner)
