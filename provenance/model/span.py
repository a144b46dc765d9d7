"""Half-open stretches of an article's text."""

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


def text_of(spans: Iterable[Span], text: str) -> str:
    """The words of several spans, joined by ' ... ' where something stands between them."""
    return " ... ".join(span.of(text) for span in spans)


def hull_of(spans: Spans) -> Span:
    """The smallest span that holds all of `spans` (at least one)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def covers(outer: Spans, inner: Spans) -> bool:
    """Whether every span of `inner` lies inside the hull of `outer`."""
    hull = hull_of(outer)
    return all(hull.contains(span) for span in inner)
