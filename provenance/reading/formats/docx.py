"""Word: the paragraphs of a document as they would be printed with all changes accepted, and which ones they are."""

from collections.abc import Iterator, Mapping
from html import escape
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from attrs import evolve, frozen
from docx import Document
from lxml import etree

from provenance.errors import ReadingError
from provenance.reading.item import Facts, Item, RawFile, even
from provenance.reading.raw import LARGEST
from provenance.reading.trees import parse_html

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_GONE = frozenset(f"{_WORD}{name}" for name in ("del", "moveFrom", "tbl", "txbxContent", "instrText", "pPr"))
"""What is not printed as running text: deleted and moved words, tables, text boxes, codes of fields."""
_PARAGRAPHS = frozenset({f"{_WORD}p"})
_SPACES = frozenset(f"{_WORD}{name}" for name in ("tab", "br", "cr"))
_TEXTS = _SPACES | {f"{_WORD}t"}
_HEADS = frozenset({"title", "heading1"})
_MOST_PARTS = 10_000


@frozen
class _Paragraph:
    """A paragraph with words: which one of the document it is, its style, its words, and the same with its links."""

    number: int
    style: str
    words: str
    marked: str


def read_items(raw: RawFile) -> Iterator[Item]:
    """Give the article in a document."""
    body, targets, facts = _open(raw)
    paragraphs = list(_read_paragraphs(body, targets))
    if not paragraphs:
        raise ReadingError(raw.path, "is a Word document without text")
    if paragraphs[0].style in _HEADS:
        facts = evolve(facts, title=paragraphs[0].words)
    tree, _ = parse_html("".join(f"<p>{one.marked}</p>" for one in paragraphs))
    yield Item(
        tuple(one.words for one in paragraphs),
        facts,
        () if tree is None else (tree,),
        numbers=tuple(one.number for one in paragraphs),
    )


def _open(raw: RawFile) -> tuple[etree._Element, Mapping[str, str], Facts]:
    """Open a document: its body, the targets of its links by their ids, and what it says about itself."""
    try:
        _refuse_bombs(raw)
        document = Document(BytesIO(raw.data))
        links = {key: rel.target_ref for key, rel in document.part.rels.items() if rel.is_external}
        facts = _facts_of(document.core_properties)
    except ReadingError:
        raise
    except BadZipFile as error:
        raise ReadingError(raw.path, "is a damaged Word document") from error
    except Exception as error:
        # the library raises what it meets: missing parts, wrong kinds, broken XML
        raise ReadingError(raw.path, f"is a damaged Word document ({type(error).__name__})") from error
    return document.element.body, links, facts


def _refuse_bombs(raw: RawFile) -> None:
    """Raise ReadingError if the document unpacks to more than any news text; the library would unpack it all."""
    with ZipFile(BytesIO(raw.data)) as packed:
        sizes = [one.file_size for one in packed.infolist()]
    if sum(sizes) > LARGEST or len(sizes) > _MOST_PARTS:
        raise ReadingError(raw.path, f"is a Word document that unpacks to more than {LARGEST // 1024 // 1024} MB")


def _facts_of(properties: object) -> Facts:
    """Take author and date; the title of the properties is that of the template more often than not."""
    modified = getattr(properties, "modified", None)
    return Facts(byline=even(getattr(properties, "author", None)), published=modified.isoformat() if modified else None)


def _read_paragraphs(body: etree._Element, targets: Mapping[str, str]) -> Iterator[_Paragraph]:
    """Yield the paragraphs that hold words; those within tables and text boxes neither count nor appear."""
    for number, element in enumerate(_within(body, _PARAGRAPHS), 1):
        words, style = even("".join(_texts(element))), _style_of(element)
        if words:
            item = "- " if style.startswith("list") or element.find(f"{_WORD}pPr/{_WORD}numPr") is not None else ""
            yield _Paragraph(number, style, item + words, "".join(_marked(element, targets)))


def _within(element: etree._Element, tags: frozenset[str]) -> Iterator[etree._Element]:
    """Yield the elements below another that have one of some tags, without going into them or into what is gone."""
    stack = list(reversed(element))
    while stack:
        one = stack.pop()
        if one.tag in tags:
            yield one
        elif one.tag not in _GONE:
            stack.extend(reversed(one))


def _texts(element: etree._Element) -> Iterator[str]:
    """Yield the words below an element, a space for a tab or a line break."""
    return (" " if one.tag in _SPACES else one.text or "" for one in _within(element, _TEXTS))


def _marked(paragraph: etree._Element, targets: Mapping[str, str]) -> Iterator[str]:
    """Yield the words of a paragraph as HTML, links marked."""
    for child in paragraph:
        words = escape("".join(_texts(child))) if child.tag not in _GONE else ""
        target = targets.get(child.get(_LINK) or "")
        yield f'<a href="{escape(target)}">{words}</a>' if target and words else words


def _style_of(paragraph: etree._Element) -> str:
    """Give the id of a paragraph's style in small letters; nothing for the ordinary one."""
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    return (style.get(f"{_WORD}val") or "").lower() if style is not None else ""
