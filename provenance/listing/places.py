"""Where in an article something stands, as people say it: paragraph, line and column."""

import re
from bisect import bisect_right

from attrs import frozen

from provenance.model import Origin, Parse, Span, last_begun

_BREAK = re.compile(r"\r\n?|\n")


@frozen
class Place:
    """Line and column count from 1. `paragraph` counts body paragraphs from 1; None in front of or behind them."""

    line: int
    column: int
    paragraph: int | None
    headline: bool

    def spell(self) -> str:
        """Say the place as people do: `¶ 4, 12:1`."""
        paragraph = f"¶ {self.paragraph}, " if self.paragraph is not None else ""
        return f"{'headline, ' if self.headline else paragraph}{self.line}:{self.column}"


@frozen(eq=False, repr=False)
class Places:
    """Looks places up in one article; in its file where the text was taken out of one and its words stand there."""

    source: str
    """What the lines are lines of: the text, or the file that it was taken out of."""
    line_starts: tuple[int, ...]
    paragraphs: tuple[Span, ...]
    headline: Span | None
    origin: Origin | None = None

    def place_of(self, offset: int) -> Place:
        """Look up the place of a code point of the text."""
        raw = self.raw_of(Span(offset, offset + 1))
        line, column = self.position_of(raw.start if raw else self._start_before(offset))
        headline = self.headline is not None and self.headline.start <= offset < self.headline.end
        return Place(line, column, None if headline else self._paragraph_of(offset), headline)

    def raw_of(self, span: Span) -> Span | None:
        """Give the stretch of `source` with the words of a span of the text; None if none of them stands there."""
        return self.origin.raw_of(span) if self.origin else span

    def position_of(self, raw: int) -> tuple[int, int]:
        """Give line and column of a place in `source`."""
        line = bisect_right(self.line_starts, raw)
        return line, raw - self.line_starts[line - 1] + 1

    def _start_before(self, offset: int) -> int:
        """Give the place in `source` of the last words before an offset."""
        raw = self.raw_of(Span(0, max(offset, 1)))
        return raw.end if raw else 0

    def _paragraph_of(self, offset: int) -> int | None:
        index = last_begun(self.paragraphs, offset)
        return index + 1 if index >= 0 and offset < self.paragraphs[index].end else None


def read_places(parse: Parse) -> Places:
    """Index the lines and paragraphs of a parsed article; CR LF, LF and a lone CR each end a line."""
    origin = parse.article.origin
    source = origin.raw if origin else parse.article.text
    return Places(source, tuple(_line_starts(source)), tuple(sorted(parse.paragraphs)), parse.headline, origin)


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in _BREAK.finditer(text))]
