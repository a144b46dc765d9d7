"""A web page: its main text."""

from collections.abc import Iterator

from provenance.errors import ReadingError
from provenance.reading.item import Item, RawFile
from provenance.reading.pages import read_page
from provenance.reading.quiet import silence_libraries
from provenance.reading.runs import Layers, take_markup_off


def read_items(raw: RawFile) -> Iterator[Item]:
    """Give the article of a page."""
    item = read_page_item(raw.text)
    if not item.blocks:
        raise ReadingError(raw.path, "is a web page without article text")
    yield item


def read_page_item(source: str) -> Item:
    """Give the article of the page whose HTML is `source`; without blocks if it has none."""
    silence_libraries()
    page = read_page(source)
    trees = (page.tree,) if page.tree is not None else ()
    return Item(page.blocks, page.facts, trees, layers=Layers(source).add(take_markup_off), notes=page.notes)
