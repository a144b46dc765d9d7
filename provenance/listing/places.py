"""Where in an article something stands, as people say it: paragraph, line and column."""

from bisect import bisect_right

from attrs import frozen

from provenance.model import Parse, Span


@frozen
class Place:
    """Line and column count from 1. `paragraph` counts body paragraphs from 1; None in front of or behind them."""

    line: int
    column: int
    paragraph: int | None
    headline: bool


@frozen
class Places:
    """Looks places up in one article."""

    line_starts: tuple[int, ...]
    paragraphs: tuple[Span, ...]
    headline: Span | None

    def place_of(self, offset: int) -> Place:
        """Look up the place of a code point."""
        line = bisect_right(self.line_starts, offset)
        headline = self.headline is not None and self.headline.start <= offset < self.headline.end
        column = offset - self.line_starts[line - 1] + 1
        return Place(line, column, None if headline else self._paragraph_of(offset), headline)

    def _paragraph_of(self, offset: int) -> int | None:
        index = bisect_right(self.paragraphs, offset, key=lambda span: span.start)
        return index if index and offset < self.paragraphs[index - 1].end else None


def read_places(parse: Parse) -> Places:
    """Index the lines and paragraphs of a parsed article; CR LF, LF and a lone CR each end a line."""
    return Places(tuple(_line_starts(parse.article.text)), tuple(sorted(parse.paragraphs)), parse.headline)


def _line_starts(text: str) -> list[int]:
    breaks = (i for i, char in enumerate(text) if char == "\n" or (char == "\r" and text[i + 1 : i + 2] != "\n"))
    return [0, *(offset + 1 for offset in breaks)]
