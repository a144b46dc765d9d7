"""Tells the format of a file: by its content first, by its name second."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from provenance.errors import ReadingError
from provenance.reading.item import RawFile
from provenance.reading.markup import is_page
from provenance.reading.registry import FORMATS, SHARED

_ROOTS = {"nitf": "nitf"}
"""Formats by the first element of their XML, in small letters."""
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_PROLOG = (("<?", "?>"), ("<!--", "-->"))
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*(?:\[[^\]]*\]\s*)?>", re.IGNORECASE)
_SUFFIX = re.compile(r"(\.\w+)(?:\.gz)?\Z")
_NINJS = frozenset(
    "headline headlines bodies body_text body_html body_xhtml standard versioncreated versionCreated".split()
)
_LOOKED_AT = 20


def find_format(raw: RawFile) -> str:
    """Give the name of the format of a file; raise ReadingError if it is XML or JSON of a kind that is not read."""
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


def shape_of(item: object) -> str | None:
    """Give the format of a JSON object; None if it is no article that we know."""
    if not isinstance(item, Mapping):
        return None
    if ("uri" in item or "guid" in item) and not _NINJS.isdisjoint(item):
        return "ninjs"
    return None


def objects_in(value: object) -> Iterator[object]:
    """Yield the objects that a JSON file lists."""
    yield from value if isinstance(value, list) else [value]


def _find_xml(text: str, path: str) -> str | None:
    root = root_of(text)
    if root in _ROOTS:
        return _ROOTS[root]
    if root != "html" and (suffix_of(path) in SHARED or text[:100].lstrip("\ufeff \t\r\n").startswith("<?xml")):
        raise ReadingError(path, f"is XML of a kind that is not read (<{root or '?'}>)")
    return None


def _find_json(raw: RawFile, suffix: str) -> str | None:
    named = suffix in SHARED
    try:
        value = raw.json
    except ReadingError:
        if named:
            raise
        return None
    shapes = (shape_of(item) for item in islice(objects_in(value), _LOOKED_AT))
    found = next(filter(None, shapes), None)
    if found is None and named:
        raise ReadingError(raw.path, "is JSON of a kind that is not read")
    return found
