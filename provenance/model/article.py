"""One news text with what is known about it."""

from bisect import bisect_left, bisect_right
from hashlib import sha256

from attrs import field, frozen

from provenance.model.span import Span


@frozen
class Link:
    """A hyperlink of a web page: the words that carry it and where it points."""

    start: int
    end: int
    target: str


@frozen
class Piece:
    """A stretch of an article's text, and the stretch of its file that holds the same words.

    Both are as long, or the file writes the words otherwise (`&amp;` for an ampersand).
    """

    start: int
    end: int
    raw_start: int
    raw_end: int

    @property
    def is_exact(self) -> bool:
        """Whether the file has the very characters of the text."""
        return self.end - self.start == self.raw_end - self.raw_start


@frozen
class Origin:
    """Where the words of an extracted text stand in its file; `raw` is the file, decoded. Pieces are in text order."""

    raw: str = field(repr=False)
    pieces: tuple[Piece, ...] = ()

    def raw_of(self, span: Span) -> Span | None:
        """The stretch of the file from the first to the last word of a span; None if the file has none of its words."""
        first = bisect_right(self.pieces, span.start, key=lambda piece: piece.end)
        last = bisect_left(self.pieces, span.end, key=lambda piece: piece.start) - 1
        if first > last:
            return None
        head, tail = self.pieces[first], self.pieces[last]
        start = head.raw_start + (max(0, span.start - head.start) if head.is_exact else 0)
        end = tail.raw_end - (max(0, tail.end - span.end) if tail.is_exact else 0)
        if end <= start:  # the file has these words in another order
            return Span(start, max(head.raw_end, start + 1))
        return Span(start, end)


@frozen
class Article:
    """The text exactly as read, and its metadata.

    `text` is never changed after reading; every span of every record indexes it. `path` is how the user named the
    input (None for a bare string); one of several articles in a file is called `FILE#PART`. `extracted` is true where
    `text` is not the file itself but was taken out of it (web pages), so that reports must carry the text along;
    `origin` then says where its words stand in the file, and `numbers` where there are no such places (Word) at which
    offset each paragraph of the file begins, and which one it is. `info_sources` are whom the metadata names as
    sources, agencies above all. `notes` are remarks of the reader for people. `hidden` is set where `text` holds masks
    in place of letters, for a report without words: the digest of the real text.
    """

    text: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str = "en"
    encoding: str = "utf-8"
    extracted: bool = False
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    format: str = "text"
    byline: str | None = None
    credit: str | None = None
    info_sources: tuple[str, ...] = ()
    address: str | None = None
    part: str | None = None
    origin: Origin | None = None
    numbers: tuple[tuple[int, int], ...] = ()
    hidden: str | None = None

    @property
    def words(self) -> str:
        """The text that a report may take words from; empty where they are hidden."""
        return "" if self.hidden else self.text

    @property
    def digest(self) -> str:
        """The SHA-256 of the text as it was read."""
        return self.hidden or sha256(self.text.encode(errors="surrogatepass")).hexdigest()

    @property
    def file(self) -> str | None:
        """The file that the article stands in: its path without the part."""
        return self.path.removesuffix(f"#{self.part}") if self.path and self.part else self.path
