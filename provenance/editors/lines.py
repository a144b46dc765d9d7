"""Offsets in a text and positions as a text editor counts them: line and character, both from 0."""

import re
from bisect import bisect_right

from attrs import field, frozen
from lsprotocol.types import Position, Range
from pygls.workspace import PositionCodec

from provenance.model.article import Origin
from provenance.model.span import Span

_BREAK = re.compile(r"\r\n|\n|\r")


@frozen
class Lines:
    """The lines of a document as it stands in the editor; `codec` knows in which units the editor counts characters.

    `origin` maps the spans of the article to the document where these are not the same (Markdown, web pages).
    """

    text: str
    codec: PositionCodec
    origin: Origin | None = None
    _starts: tuple[int, ...] = field(init=False)

    @_starts.default
    def _find_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in _BREAK.finditer(self.text)))

    def range_of(self, span: Span) -> Range:
        """Return a span of the article as the editor counts it; the top of the document for words it does not hold."""
        place = self.place_of(span) or Span(0, 0)
        return Range(self.position_of(place.start), self.position_of(place.end))

    def place_of(self, span: Span) -> Span | None:
        """Return where the words of a span of the article stand in the document; None if it has none of them."""
        return span if self.origin is None else self.origin.raw_of(span)

    def position_of(self, offset: int) -> Position:
        """Return the position of a code point."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self.codec.client_num_units(self.text[self._starts[line] : offset]))

    def offset_of(self, position: Position) -> int:
        """Return the code point at a position; the end of the text for lines that it does not have."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, end = (*self._starts, len(self.text))[position.line : position.line + 2]
        inside = Position(0, position.character)
        return start + int(self.codec.position_from_client_units([self.text[start:end]], inside).character)
