"""The body of an article as a field of some record holds it: HTML, NITF or plain text."""

import re
from collections.abc import Iterable, Iterator

from attrs import frozen
from lxml import etree

from provenance.errors import ReadingError
from provenance.reading.fragments import find_blocks_in
from provenance.reading.trees import CUT, parse_html, parse_xml

_PARAGRAPHS = re.compile(r"\n[ \t]*\r?\n|\n(?=[ \t]{2,}\S)|(?:\r\n?){2,}")
_LINES = re.compile(r"\r\n?|\n")
_LONG_LINE = 150
"""A text whose lines are as long has a paragraph a line, if it has no empty ones."""


@frozen
class Body:
    """A text and how it is marked up: `html`, `nitf` or `plain`."""

    kind: str
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
        found = read_plain(body.text) if body.kind == "plain" else _read_marked(body)
        if found.blocks:
            return found
    return BodyText()


def read_plain(text: str) -> BodyText:
    """Part plain text into paragraphs: at empty lines and indents, or at every line where lines are long."""
    paragraphs = _PARAGRAPHS.split(text)
    if len(paragraphs) == 1 and max(map(len, _LINES.split(text))) > _LONG_LINE:
        paragraphs = _LINES.split(text)
    return BodyText(tuple(_evened(paragraphs)))


def read_html(text: str) -> BodyText:
    """Read a piece of HTML, all of it."""
    root, cut = parse_html(text)
    if root is None:
        return BodyText()
    return BodyText(tuple(find_blocks_in(root)), (root,), (CUT,) if cut else ())


def _read_marked(body: Body) -> BodyText:
    if body.kind == "nitf":
        try:
            root = parse_xml(body.text, "")
        except ReadingError:
            return read_html(body.text)
        contents = [element for element in root.iter() if str(element.tag).endswith("body.content")] or [root]
        return BodyText(tuple(block for one in contents for block in find_blocks_in(one)), tuple(contents))
    return read_html(body.text)


def _evened(paragraphs: Iterable[str]) -> Iterator[str]:
    return (block for block in (" ".join(paragraph.split()) for paragraph in paragraphs) if block)
