"""NITF 3: the body of a text with its headline, and what head and body say about it."""

from collections.abc import Iterable, Iterator

from lxml import etree

from provenance.errors import ReadingError
from provenance.reading.fragments import find_blocks_in, name_of
from provenance.reading.item import Facts, Item, RawFile, even, first_text
from provenance.reading.runs import Layers, take_markup_off
from provenance.reading.trees import parse_xml


def read_items(raw: RawFile) -> Iterator[Item]:
    """Give the article in a file."""
    root = parse_xml(raw.text, raw.path)
    item = read_nitf(root, Layers(raw.text).add(take_markup_off))
    if not item.blocks:
        raise ReadingError(raw.path, "is NITF without body text")
    yield item


def read_nitf(root: etree._Element, layers: Layers | None = None) -> Item:
    """Give the article whose `nitf` element is `root`; without blocks if it has no text."""
    bodies = list(_all(root, "body.content"))
    return Item(tuple(_blocks_of(bodies)), _facts_of(root), tuple(bodies), layers=layers)


def _blocks_of(bodies: Iterable[etree._Element]) -> Iterator[str]:
    for body in bodies:
        yield from find_blocks_in(body)


def _facts_of(root: etree._Element) -> Facts:
    return Facts(
        title=_words(root, "hl1") or _words(root, "hedline") or _words(root, "title"),
        byline=_words(root, "byline"),
        publisher=_attribute(root, "pubdata", "name") or _attribute(root, "doc.copyright", "holder"),
        info_sources=tuple(filter(None, [_words(root, "distributor")])),
        credit=_words(root, "bqcredit"),
        published=_date_of(root),
        address=_attribute(root, "pubdata", "ex-ref"),
    )


def _date_of(root: etree._Element) -> str | None:
    """Give the date of issue or publication as ISO 8601; NITF writes it without marks (`20240503T100000Z`)."""
    return iso_date(_attribute(root, "date.issue", "norm") or _attribute(root, "pubdata", "date.publication"))


def iso_date(written: str | None) -> str | None:
    """Put the marks into a date that was written without them."""
    if not written or not written[:8].isdigit():
        return written
    day, time = written[:8], written[8:].removeprefix("T")
    clock = (
        f"T{time[:2]}:{time[2:4]}:{time[4:6]}{time[6:]}" if time[:6].isdigit() and len(time) >= len("000000") else ""
    )
    return f"{day[:4]}-{day[4:6]}-{day[6:]}{clock}"


def _all(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (element for element in root.iter() if name_of(element) == name)


def _words(root: etree._Element, name: str) -> str | None:
    """Give the words of the first element of a name."""
    return next((even(" ".join(map(str, element.itertext()))) for element in _all(root, name)), None)


def _attribute(root: etree._Element, element: str, name: str) -> str | None:
    return first_text(found.get(name) for found in _all(root, element))
