"""Reads a web page: main text by trafilatura, everything else by lxml. No network, no entities, never a raise."""

import re
from copy import deepcopy

import trafilatura
from attrs import frozen
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from provenance.model.article import Link
from provenance.reading.page_blocks import find_page_blocks, rescue_page_blocks
from provenance.reading.page_facts import find_base, find_published, find_publisher, find_title
from provenance.reading.page_links import find_links

_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"(?:<br\s*/?>\s*){2,}", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"<p\b", re.IGNORECASE)
_WRAPPERS = re.compile(
    r"</?(?:div|span|section|article|center|font|b|i|u|em|strong|small|big|table|tbody|tr|td|ul|ol|dl|blockquote)\b[^<>]*>",
    re.IGNORECASE,
)
_DEPTH = "ERR_RESOURCE_LIMIT"
_CUT = "the page nests too deeply for the parser: its wrapping elements were left out"
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
    source = _UNREADABLE.sub(" ", source)
    if len(_BREAKS.findall(source)) > len(_PARAGRAPHS.findall(source)):
        source = _BREAKS.sub("</p><p>", source)
    root, cut = _parse(source)
    if cut:
        root, _ = _parse(_WRAPPERS.sub(" ", source))
    if root is None:
        return Page("")
    publisher = find_publisher(root)
    title = find_title(root, publisher)
    text = _compose(title, _main_blocks(root))
    return Page(
        text=text,
        title=title,
        publisher=publisher,
        published=find_published(root),
        links=find_links(root, text, find_base(root)),
        notes=(_CUT,) if cut else (),
    )


def _parse(source: str) -> tuple[HtmlElement | None, bool]:
    """Parse HTML; None if it holds nothing. The flag says whether the parser cut it where it nested too deeply."""
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None, False
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    return root, any(entry.type_name == _DEPTH for entry in parser.error_log)


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
        body = getattr(found, "body", None)
        blocks = find_page_blocks(body) if body is not None else []
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
