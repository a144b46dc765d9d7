"""NITF 3: the body of a text with its headline, and what head and body say about it."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from provenance.errors import ReadingError
from provenance.reading.elements import attribute_of, find_all, words_of
from provenance.reading.fragments import find_blocks_in
from provenance.reading.item import Facts, Item, RawFile
from provenance.reading.runs import Layers, take_markup_off
from provenance.reading.trees import parse_xml

_COMPACT_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)(.*))?")


def read_items(raw: RawFile) -> Iterator[Item]:
    """Give the article in a file."""
    root = parse_xml(raw.text, raw.path)
    item = read_nitf(root, Layers(raw.text).add(take_markup_off))
    if not item.blocks:
        raise ReadingError(raw.path, "is NITF without body text")
    yield item


def read_nitf(root: etree._Element, layers: Layers | None = None) -> Item:
    """Give the article whose `nitf` element is `root`; without blocks if it has no text."""
    bodies = list(find_all(root, "body.content"))
    return Item(tuple(_blocks_of(bodies)), _facts_of(root), tuple(bodies), layers=layers)


def _blocks_of(bodies: Iterable[etree._Element]) -> Iterator[str]:
    for body in bodies:
        yield from find_blocks_in(body)


def _facts_of(root: etree._Element) -> Facts:
    return Facts(
        title=words_of(root, "hl1") or words_of(root, "hedline") or words_of(root, "title"),
        byline=words_of(root, "byline"),
        publisher=attribute_of(root, "pubdata", "name") or attribute_of(root, "doc.copyright", "holder"),
        info_sources=tuple(filter(None, [words_of(root, "distributor")])),
        credit=words_of(root, "bqcredit"),
        published=_date_of(root),
        address=attribute_of(root, "pubdata", "ex-ref"),
    )


def _date_of(root: etree._Element) -> str | None:
    """Give the date of issue or publication as ISO 8601; NITF writes it without marks (`20240503T100000Z`)."""
    written = attribute_of(root, "date.issue", "norm") or attribute_of(root, "pubdata", "date.publication")
    found = _COMPACT_DATE.match(written or "")
    if not found:
        return written
    year, month, day, hour, minute, second, zone = found.groups()
    return f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second}{zone}" if hour else "")
