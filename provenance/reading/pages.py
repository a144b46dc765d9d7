"""Reads a web page: main text by trafilatura, everything else by lxml. No network, no entities, never a raise."""

import logging
import re
from copy import deepcopy

import trafilatura
from attrs import frozen
from lxml import etree
from lxml.html import HTMLParser, HtmlElement, document_fromstring

from provenance.model.article import Link
from provenance.reading.page_blocks import find_page_blocks, rescue_page_blocks
from provenance.reading.page_facts import find_base, find_published, find_publisher, find_title
from provenance.reading.page_links import find_links

logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("trafilatura").propagate = False

_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DEPTH = "ERR_RESOURCE_LIMIT"
SAME_TITLE_WITHIN = 3
"""A title that is among so many first blocks is not put above them once more."""


@frozen
class Page:
    """The main text of a web page, a blank line between its blocks, and what the page says about itself."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()


def read_page(source: str) -> Page:
    """Read the page whose HTML is `source`; the text of the result is empty if the page has none."""
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = document_fromstring(_UNREADABLE.sub(" ", source).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return Page("")
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    publisher = find_publisher(root)
    title = find_title(root, publisher)
    text = _compose(title, _main_blocks(root))
    return Page(
        text=text,
        title=title,
        publisher=publisher,
        published=find_published(root),
        links=find_links(root, text, find_base(root)),
        notes=_cut_note(parser),
    )


def _main_blocks(root: HtmlElement) -> list[str]:
    """Find the blocks of the page's main text: trafilatura's, or where it finds none, all paragraphs."""
    for fast in (True, False):
        try:
            found = trafilatura.bare_extraction(
                deepcopy(root),
                fast=fast,
                include_comments=False,
                include_tables=False,
                with_metadata=False,
            )
        except Exception:  # noqa: BLE001, S112 - whatever a broken page does to a foreign parser, reading goes on
            continue
        blocks = find_page_blocks(found.body) if found is not None and found.body is not None else []
        if blocks:
            return blocks
    return rescue_page_blocks(root)


def _compose(title: str | None, blocks: list[str]) -> str:
    """Put the title above the blocks unless it stands there, and a blank line between them all."""
    if not blocks:
        return ""
    heads = [block.casefold() for block in blocks[:SAME_TITLE_WITHIN]]
    if title and title.casefold() not in heads:
        blocks = [title, *blocks]
    return "\n\n".join(blocks)


def _cut_note(parser: HTMLParser) -> tuple[str, ...]:
    """Say so if the parser stopped at its limit of depth and dropped what follows."""
    if any(entry.type_name == _DEPTH for entry in parser.error_log):
        return ("the page nests too deeply: its text is cut where the parser stopped",)
    return ()
