"""Offsets in a text and positions as a text editor counts them: line and character, both from 0."""

import re
from bisect import bisect_right

from attrs import field, frozen
from lsprotocol.types import Position, Range
from pygls.workspace import PositionCodec

from provenance.model import Span

_BREAK = re.compile(r"\r\n|\n|\r")


@frozen
class Lines:
    """The lines of one text; `codec` knows in which units the editor counts characters."""

    text: str
    codec: PositionCodec
    _starts: tuple[int, ...] = field(init=False)

    @_starts.default
    def _find_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in _BREAK.finditer(self.text)))

    def range_of(self, span: Span) -> Range:
        """Return a span of code points as the editor counts it."""
        return Range(self.position_of(span.start), self.position_of(span.end))

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
