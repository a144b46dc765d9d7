"""The body of an article as a field of some record holds it: HTML, NITF or plain text."""

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from attrs import frozen
from lxml import etree

from provenance.errors import ReadingError
from provenance.reading.fragments import find_blocks_in
from provenance.reading.item import even
from provenance.reading.trees import CUT, parse_html, parse_xml

_PARAGRAPHS = re.compile(r"\n[ \t]*\r?\n|\n(?=[ \t]{2,}\S)|(?:\r\n?){2,}")
_LINES = re.compile(r"\r\n?|\n")
_LONG_LINE = 150
"""A text whose lines are as long has a paragraph a line, if it has no empty ones."""


class Markup(StrEnum):
    """How a body is marked up, the best first: links stand in HTML, paragraphs in NITF."""

    HTML = "html"
    NITF = "nitf"
    PLAIN = "plain"


@frozen
class Body:
    """A text and how it is marked up."""

    markup: Markup
    text: str


@frozen
class BodyText:
    """The blocks of a body and the trees in which its links stand."""

    blocks: tuple[str, ...] = ()
    trees: tuple[etree._Element, ...] = ()
    notes: tuple[str, ...] = ()


def read_body(bodies: Iterable[Body]) -> BodyText:
    """Read the first of some bodies that holds words; nothing if none does."""
    for body in bodies:
        found = _READERS[body.markup](body.text)
        if found.blocks:
            return found
    return BodyText()


def read_plain(text: str) -> BodyText:
    """Part plain text into paragraphs: at empty lines and indents, or at every line where lines are long."""
    paragraphs = _PARAGRAPHS.split(text)
    if len(paragraphs) == 1 and max(map(len, _LINES.split(text))) > _LONG_LINE:
        paragraphs = _LINES.split(text)
    return BodyText(tuple(filter(None, map(even, paragraphs))))


def read_html(text: str) -> BodyText:
    """Read a piece of HTML, all of it."""
    root, cut = parse_html(text)
    if root is None:
        return BodyText()
    return BodyText(tuple(find_blocks_in(root)), (root,), (CUT,) if cut else ())


def _read_nitf(text: str) -> BodyText:
    """Read a piece of NITF, or the whole of it; as HTML where it is no XML."""
    try:
        root = parse_xml(text, "")
    except ReadingError:
        return read_html(text)
    contents = [element for element in root.iter() if str(element.tag).endswith("body.content")] or [root]
    return BodyText(tuple(block for one in contents for block in find_blocks_in(one)), tuple(contents))


_READERS: Mapping[Markup, Callable[[str], BodyText]] = {
    Markup.HTML: read_html,
    Markup.NITF: _read_nitf,
    Markup.PLAIN: read_plain,
}
