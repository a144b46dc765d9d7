"""Reads a web page: main text by trafilatura, everything else by lxml. No network, no entities, never a raise."""

import re
from copy import deepcopy

import trafilatura
from attrs import field, frozen
from lxml.html import HtmlElement

from provenance.reading.item import Facts, compose
from provenance.reading.page_blocks import find_page_blocks, rescue_page_blocks
from provenance.reading.page_facts import find_base, find_byline, find_published, find_publisher, find_title
from provenance.reading.trees import CUT, parse_html

_BREAKS = re.compile(r"(?:<br\s*/?>\s*){2,}", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"<p\b", re.IGNORECASE)


@frozen(eq=False)
class Page:
    """The blocks of a page's main text, what the page says about itself, and its tree; no blocks if it has no text."""

    blocks: tuple[str, ...] = ()
    facts: Facts = field(factory=Facts)
    tree: HtmlElement | None = None
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str | None:
        """The headline."""
        return self.facts.title

    @property
    def text(self) -> str:
        """The main text under its headline."""
        return compose(self.title, self.blocks)


def read_page(source: str) -> Page:
    """Read the page whose HTML is `source`."""
    if len(_BREAKS.findall(source)) > len(_PARAGRAPHS.findall(source)):
        source = _BREAKS.sub("</p><p>", source)
    root, cut = parse_html(source)
    if root is None:
        return Page()
    publisher = find_publisher(root)
    facts = Facts(
        title=find_title(root, publisher),
        byline=find_byline(root),
        publisher=publisher,
        published=find_published(root),
        address=find_base(root),
    )
    return Page(tuple(_main_blocks(root)), facts, root, (CUT,) if cut else ())


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
