"""WARC: the web pages in the responses of a crawl, each an article of its own."""

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from attrs import evolve
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from provenance.errors import ReadingError
from provenance.reading.decoding import decode
from provenance.reading.formats.web_page import read_page_item
from provenance.reading.item import Item, RawFile
from provenance.reading.markup import declared_encoding
from provenance.reading.raw import LARGEST

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_FINE = 200
_NO_TEXT = "is a web page without article text"


def read_items(raw: RawFile) -> Iterator[Item]:
    """Give the pages among the responses; what a server answered with an error, and what is no page, is passed over."""
    try:
        yield from map(_read_record, find_pages(BytesIO(raw.data)))
    except (OSError, ValueError) as error:
        raise ReadingError(raw.path, "is a damaged WARC file") from error


def find_pages(file: BinaryIO) -> Iterator[WarcRecord]:
    """Give the responses that hold a page, each to be read before the next; raise OSError or ValueError at damage."""
    for record in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True, auto_decode="all"):
        headers = record.http_headers
        if headers is not None and headers.status_code == _FINE and record.http_content_type in _PAGES:
            yield record


def _read_record(record: WarcRecord) -> Item:
    name = record.headers.get("WARC-Target-URI") or record.record_id or "record"
    data = record.reader.read(LARGEST)
    try:
        decoded = decode(data, name, record.http_charset or declared_encoding(data))
    except ReadingError as error:
        return Item(name=name, error=error.reason)
    item = read_page_item(decoded.text)
    note = () if decoded.note is None else (decoded.note,)
    facts = item.facts if item.facts.address or not name else evolve(item.facts, address=name)
    reason = None if item.blocks else _NO_TEXT
    return evolve(item, name=name, facts=facts, notes=(*item.notes, *note), error=reason)
