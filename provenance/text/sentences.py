"""Sentences as spans of the text."""

from itertools import pairwise

from provenance.model import Span, Spans
from provenance.text.quotations import Marks
from provenance.tokens import Tokens


def find_sentences(marks: Marks, tokens: Tokens) -> Spans:
    """Sentences as spans, each up to the start of the next; the breaks between paragraphs are none."""
    starts = (i for i in marks.sentences if i < len(tokens.starts))
    bounds = pairwise([*starts, len(tokens.starts)])
    return tuple(span for first, last in bounds if (span := _without_breaks(tokens, first, last)))


def _without_breaks(tokens: Tokens, first: int, last: int) -> Span | None:
    """The span of the tokens `[first, last)` without the line breaks around them; None if nothing is left."""
    surfaces = tokens.surfaces
    while first < last and surfaces[first].isspace():
        first += 1
    while first < last and surfaces[last - 1].isspace():
        last -= 1
    return Span(tokens.starts[first], tokens.end(last - 1)) if first < last else None
