"""Reads articles, whatever they come in."""

from collections.abc import Iterator, Mapping
from itertools import chain

from attrs import evolve, field, frozen

from provenance.errors import ReadingError
from provenance.model import Failure
from provenance.model.article import Article
from provenance.reading.acceptance import find_hidden, refuse_other_languages, refuse_too_long
from provenance.reading.decoding import Decoded
from provenance.reading.detection import find_format
from provenance.reading.inputs import STDIN
from provenance.reading.item import RawFile
from provenance.reading.likeness import find_doubt
from provenance.reading.raw import LARGEST, load_bytes, load_stdin, unpack
from provenance.reading.registry import is_installed, load_reader
from provenance.text.blocks import BlockKind
from provenance.text.structure import find_blocks


@frozen(eq=False, repr=False)
class ReadingOptions:
    """How to read: the format (None: told by the file itself), names of JSON fields, and the largest file in bytes."""

    format: str | None = None
    fields: Mapping[str, str] = field(factory=dict)
    largest: int | None = None


_MARKS_STAY = "read as plain text, marks and all: pip install 'provenance[formats]' reads Markdown"
AS_FOUND = ReadingOptions()


def read_articles(path: str, options: ReadingOptions = AS_FOUND) -> Iterator[Article | Failure]:
    """Read the articles in a file (`-` is standard input; `FILE#PART` is one of several in a file).

    Yields a Failure for an article that cannot be read beside others that can; raises ReadingError where the file as a
    whole cannot be read, and where its only article cannot.
    """
    file, part = _split(path)
    data = load_stdin(STDIN, _largest(options)) if file == STDIN else load_bytes(file, _largest(options))
    yield from _choose(read_items(data, file, options), part, path)


def read_items(data: bytes, path: str, options: ReadingOptions = AS_FOUND) -> Iterator[Article | Failure]:
    """Read the articles in `data`, the content of the file that the user calls `path`; as read_articles."""
    data = unpack(data, path, _largest(options))
    if not data.strip():
        raise ReadingError(path, "is empty")
    raw = RawFile(path, data, options.fields)
    name = options.format or find_format(raw)
    if name == "text":
        yield _read_plain(raw.decoded, path)
        return
    if name == "markdown" and options.format is None and not is_installed(name):
        plain = _read_plain(raw.decoded, path)
        yield evolve(plain, notes=(*plain.notes, _MARKS_STAY))
        return
    yield from _read_format(raw, name)


def read_article(path: str, options: ReadingOptions = AS_FOUND) -> Article:
    """Read the only article of a file (`-`: of standard input), or the one that `FILE#PART` names.

    Raises ReadingError if there is none such.
    """
    return _only(read_articles(path, options), path)


def read_bytes(data: bytes, path: str, options: ReadingOptions = AS_FOUND) -> Article:
    """Read the only article in `data`, the content of the file that the user calls `path`, gzipped or not."""
    return _only(read_items(data, path, options), path)


def read_text(text: str, path: str | None = None) -> Article:
    """Make an article of plain text; raise LanguageError if it is not English."""
    return _read_plain(Decoded(text, "utf-8"), path)


def _largest(options: ReadingOptions) -> int:
    return options.largest or LARGEST


def _split(path: str) -> tuple[str, str | None]:
    """Part a path into file and part; a file whose own name holds the mark goes first."""
    from os.path import exists  # noqa: PLC0415 - pathlib refuses what is no path at all

    file, mark, part = path.partition("#")
    if not mark or path == STDIN:
        return path, None
    try:
        whole = exists(path) or not exists(file)  # noqa: PTH110
    except ValueError:
        whole = True
    return (path, None) if whole else (file, part)


def _choose(found: Iterator[Article | Failure], part: str | None, path: str) -> Iterator[Article | Failure]:
    """Give all articles, or the one of a name; raise ReadingError if there is none of it."""
    if part is None:
        yield from found
        return
    chosen = next((one for one in found if path == one.path), None)
    if chosen is None:
        raise ReadingError(path, "the file has no article of that name")
    yield chosen


def _only(found: Iterator[Article | Failure], path: str) -> Article:
    first, second = next(found, None), next(found, None)
    if second is not None and first is not None:
        raise ReadingError(path, f"holds several articles: name one of them, such as {first.path}")
    if first is None:
        raise ReadingError(path, "holds no article")
    if isinstance(first, Failure):
        raise ReadingError(first.path, first.reason)
    return first


def _read_format(raw: RawFile, name: str) -> Iterator[Article | Failure]:
    """Yield the articles of a file in one of the formats that text has to be taken out of."""
    from provenance.reading.extraction import Extraction  # noqa: PLC0415 - loads lxml

    extraction = Extraction(raw, name)
    items = iter(load_reader(name, raw.path)(raw))
    first, second = next(items, None), next(items, None)
    if first is None:
        raise ReadingError(raw.path, "holds no article")
    if second is None:
        if first.error:
            raise ReadingError(raw.path, first.error)
        yield extraction.make_article(first, None)
        return
    yield from extraction.make_all(chain((first, second), items))


def _read_plain(decoded: Decoded, path: str | None) -> Article:
    """Make an article of plain text, its title the headline if there is one."""
    refuse_too_long(decoded.text, path)
    refuse_other_languages(decoded.text, path)
    doubt = find_doubt(decoded.text)
    return Article(
        text=decoded.text,
        path=path,
        title=None if doubt else _headline(decoded.text),
        encoding=decoded.encoding,
        notes=tuple(note for note in (decoded.note, doubt, find_hidden(decoded.text)) if note),
    )


def _headline(text: str) -> str | None:
    """Find the headline of plain text, if it has one."""
    for block in find_blocks(text[:4000])[:4]:
        if block.kind is BlockKind.HEADLINE:
            return " ".join(text[block.start : block.end].split())
    return None
