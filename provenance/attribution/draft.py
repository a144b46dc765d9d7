"""An attribution before anybody has asked who its source is."""

from functools import cached_property

from attrs import evolve, frozen

from provenance.model import Form, Span, Spans
from provenance.rulebook.schema import Pattern

TokenRange = tuple[int, int]
"""A half-open range of tokens."""


@frozen(eq=False, repr=False)
class Draft:
    """Source, cue and content as found.

    `source` and `cue` are tokens; `source_span` is the words of the source in the text, which may stand before another
    cue (a second verb, a participle, a continued quotation). `contents` are spans of the text. `unit` is the folded
    unit at which the cue (or content) begins. `outer` is the index of the draft whose content holds this one. `asks`: the content is a question
    of somebody who only asks.
    """

    pattern: Pattern
    source: TokenRange | None
    cue: TokenRange | None
    contents: Spans
    form: Form
    reported: bool
    confidence: float
    unit: int
    cue_spans: Spans = ()
    outer: int | None = None
    asks: bool = False

    @property
    def start(self) -> int:
        """Where the first content begins, as a code point."""
        return self.contents[0].start

    @cached_property
    def hull(self) -> Span:
        """From the first content to the last."""
        return Span(self.contents[0].start, self.contents[-1].end)

    def inside(self, outer: int | None) -> "Draft":
        """The same draft, nested in another."""
        return self if outer == self.outer else evolve(self, outer=outer)
