"""Whether any of many stretches of a text shares words with one: two searches, however many there are."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from attrs import frozen

from provenance.model import Span, bounds_of


@frozen(eq=False, repr=False)
class Stretches:
    """Where stretches start, in order, and how far those up to each of them reach."""

    starts: Sequence[int]
    reach: Sequence[int]

    def overlap(self, span: Span) -> bool:
        """Tell whether one of the stretches shares a code point with a span."""
        before = bisect_left(self.starts, span.end)
        return before > 0 and self.reach[before - 1] > span.start


def gather_stretches(spans: Iterable[Span]) -> Stretches:
    """Put spans in order."""
    ordered = sorted(spans, key=bounds_of)
    return Stretches([span.start for span in ordered], [*accumulate((span.end for span in ordered), max)])
