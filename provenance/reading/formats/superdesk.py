"""Superdesk's own items, as its API and its archive have them: one, a list, or a response with `_items`."""

from collections.abc import Iterator, Mapping
from typing import Any

from provenance.reading.bodies import Body, Markup, read_body
from provenance.reading.item import Facts, Item, RawFile, first_text, strip_tags
from provenance.reading.json_files import read_all
from provenance.reading.runs import Layers

_NAMES = ("guid", "_id", "item_id", "unique_name")


def read_items(raw: RawFile) -> Iterator[Item]:
    """Give the items of a file that have a text."""
    return read_all(raw, read_object, "a Superdesk item")


def read_object(value: Mapping[str, Any], layers: Layers) -> Iterator[Item]:
    """Give the article of an item; without blocks if it has no text."""
    html = value.get("body_html")
    body = read_body([Body(Markup.HTML, html)] if isinstance(html, str) else [])
    name = first_text(value.get(key) for key in _NAMES)
    yield Item(body.blocks, _facts_of(value), body.trees, name, layers, notes=body.notes)


def _facts_of(value: Mapping[str, Any]) -> Facts:
    """Take the metadata of an item; its `source` is the house or the agency whose item was ingested."""
    dateline = value.get("dateline")
    agency = dateline.get("source") if isinstance(dateline, Mapping) else None
    source = first_text((value.get("original_source"), value.get("source"), agency))
    return Facts(
        title=strip_tags(first_text((value.get("headline"), value.get("name")))),
        byline=strip_tags(first_text([value.get("byline")])),
        publisher=first_text((value.get("copyrightholder"),)),
        info_sources=(source,) if source else (),
        credit=first_text((value.get("creditline"),)),
        published=first_text(
            value.get(key) for key in ("firstpublished", "firstcreated", "versioncreated", "_created")
        ),
    )
