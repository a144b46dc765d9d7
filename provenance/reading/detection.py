"""Tells the format of a file: by its content first, by its name second."""

import re
from itertools import islice

from provenance.errors import ReadingError
from provenance.reading.item import RawFile, load_json
from provenance.reading.json_files import objects_in
from provenance.reading.json_shapes import shape_of
from provenance.reading.markup import is_page
from provenance.reading.registry import FORMATS, SHARED

_ROOTS = {
    "nitf": "nitf",
    "rss": "feed",
    "rdf": "feed",
    "feed": "feed",
    **dict.fromkeys(
        ("newsitem", "newsmessage", "packageitem", "knowledgeitem", "conceptitem", "planningitem", "catalogitem"),
        "newsml-g2",
    ),
}
"""Formats by the first element of their XML, in small letters."""
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_PROLOG = (("<?", "?>"), ("<!--", "-->"))
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*(?:\[[^\]]*\]\s*)?>", re.IGNORECASE)
_SUFFIX = re.compile(r"(\.\w+)(?:\.gz)?\Z")
_LINES = (".jsonl", ".ndjson")
_LOOKED_AT = 20


def find_format(raw: RawFile) -> str:
    """Give the name of the format of a file; raise ReadingError if it is XML or JSON of a kind that is not read."""
    if raw.data.startswith(b"WARC/"):
        return "warc"
    if raw.data.startswith(b"PK\x03\x04") and b"word/" in raw.data:
        return "docx"
    text, suffix = raw.text, suffix_of(raw.path)
    start = text[:200].lstrip("\ufeff \t\r\n")[:1]
    found = None
    if start == "<":
        found = _find_xml(text, raw.path)
    elif start in {"{", "["} and start:
        found = _find_json(raw, suffix)
    if found or is_page(text, raw.path):
        return found or "html"
    by_name = (name for name, form in FORMATS.items() if suffix in form.suffixes and name != "html")
    return next(by_name, "text")


def suffix_of(path: str) -> str:
    """Give the ending of a path in small letters, without `.gz`; nothing if there is none."""
    found = _SUFFIX.search(path.lower())
    return found[1] if found else ""


def root_of(text: str) -> str | None:
    """Give the name of the first element of XML in small letters, without its prefix."""
    place = 0
    while True:
        while text[place : place + 1].isspace() or text.startswith("\ufeff", place):
            place += 1
        close = next((close for opening, close in _PROLOG if text.startswith(opening, place)), None)
        doctype = _DOCTYPE.match(text, place)
        if close and text.find(close, place) >= 0:
            place = text.find(close, place) + len(close)
        elif doctype:
            place = doctype.end()
        else:
            found = _ROOT.match(text, place)
            return found[1].lower() if found else None


def _find_xml(text: str, path: str) -> str | None:
    root = root_of(text)
    if root in _ROOTS:
        return _ROOTS[root]
    if root != "html" and (suffix_of(path) in SHARED or text[:100].lstrip("\ufeff \t\r\n").startswith("<?xml")):
        raise ReadingError(path, f"is XML of a kind that is not read (<{root or '?'}>)")
    return None


def _find_json(raw: RawFile, suffix: str) -> str | None:
    if suffix in _LINES:
        return "jsonl"
    named = suffix in SHARED
    try:
        value = raw.json
    except ReadingError:
        if _is_lines(raw.text):
            return "jsonl"
        if named:
            raise
        return None
    shapes = (shape_of(item, raw.fields) for item in islice(objects_in(value), _LOOKED_AT))
    found = next(filter(None, shapes), None)
    if found is None and named:
        raise ReadingError(raw.path, "is JSON of a kind that is not read")
    return found


def _is_lines(text: str) -> bool:
    """Whether the first line is a JSON object by itself, and another follows."""
    first, _, rest = text.strip("\ufeff \t\r\n").partition("\n")
    try:
        return isinstance(load_json(first, ""), dict) and rest.lstrip().startswith("{")
    except ReadingError:
        return False
