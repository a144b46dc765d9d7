"""Reads one article, whatever it comes in."""

from provenance.errors import LanguageError, ReadingError
from provenance.model.article import Article
from provenance.reading.decoding import Decoded, decode
from provenance.reading.inputs import STDIN
from provenance.reading.language import ENGLISH, UNKNOWN, guess_language
from provenance.reading.likeness import find_doubt
from provenance.reading.markup import declared_encoding, is_page
from provenance.reading.quiet import silence_libraries
from provenance.reading.raw import load_bytes, load_stdin, unpack
from provenance.text.blocks import BlockKind
from provenance.text.structure import find_blocks

_INVISIBLE = "\ufeff\u200b\u2060"


def read_article(path: str) -> Article:
    """Read the article at `path` (`-` is standard input); raise ReadingError or LanguageError if there is none."""
    return read_stdin() if path == STDIN else read_bytes(load_bytes(path), path)


def read_stdin() -> Article:
    """Read standard input as one article."""
    return read_bytes(load_stdin(STDIN), STDIN)


def read_bytes(data: bytes, path: str) -> Article:
    """Read `data`, the content of the file that the user calls `path`: plain text or a web page, gzipped or not."""
    data = unpack(data, path)
    if not data.strip():
        raise ReadingError(path, "is empty")
    decoded = decode(data, path, declared_encoding(data))
    if not decoded.text.strip().strip(_INVISIBLE).strip():
        raise ReadingError(path, "is empty")
    return _read_page(decoded, path) if is_page(decoded.text, path) else _read_plain(decoded, path)


def read_text(text: str, path: str | None = None) -> Article:
    """Make an article of plain text; raise LanguageError if it is not English."""
    return _read_plain(Decoded(text, "utf-8"), path)


def _read_plain(decoded: Decoded, path: str | None) -> Article:
    """Make an article of plain text, its title the headline if there is one."""
    _refuse_other_languages(decoded.text, path)
    doubt = find_doubt(decoded.text)
    return Article(
        text=decoded.text,
        path=path,
        title=None if doubt else _headline(decoded.text),
        encoding=decoded.encoding,
        notes=_notes(decoded.note, doubt),
    )


def _read_page(decoded: Decoded, path: str) -> Article:
    """Make an article of a web page: its main text, and what the page says about itself."""
    silence_libraries()
    from provenance.reading.pages import read_page  # noqa: PLC0415 - loads trafilatura and lxml only for a web page

    page = read_page(decoded.text)
    if not page.text.strip():
        raise ReadingError(path, "is a web page without article text")
    _refuse_other_languages(page.text, path)
    return Article(
        text=page.text,
        path=path,
        title=page.title,
        publisher=page.publisher,
        published=page.published,
        encoding=decoded.encoding,
        extracted=True,
        links=page.links,
        notes=_notes(decoded.note, *page.notes, find_doubt(page.text)),
    )


def _headline(text: str) -> str | None:
    """Find the headline of plain text, if it has one."""
    for block in find_blocks(text[:4000])[:4]:
        if block.kind is BlockKind.HEADLINE:
            return " ".join(text[block.start : block.end].split())
    return None


def _refuse_other_languages(text: str, path: str | None) -> None:
    """Raise LanguageError if `text` is not English."""
    language = guess_language(text)
    if language == UNKNOWN:
        raise LanguageError(path or "text", "is not English (its language was not recognised)")
    if language != ENGLISH:
        raise LanguageError(path or "text", f"is not English (looks {language})")


def _notes(*notes: str | None) -> tuple[str, ...]:
    """Keep the notes that there are."""
    return tuple(note for note in notes if note)
