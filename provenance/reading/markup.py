"""Tells web pages from plain text before anything parses them."""

import re

_PAGE_SUFFIX = re.compile(r"\.x?html?(?:\.gz)?\Z", re.IGNORECASE)
_PAGE_START = re.compile(
    r"[\s\ufeff]*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_DECLARATION = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)


def is_page(text: str, path: str) -> bool:
    """Whether `text` is a web page: it opens like one, or the file is called one and holds tags."""
    if _PAGE_START.match(text):
        return True
    return bool(_PAGE_SUFFIX.search(path)) and _TAG.search(text) is not None


def declared_encoding(data: bytes) -> str | None:
    """Find the encoding that a web page declares in its first 4,096 bytes."""
    found = _DECLARATION.match(data[:4096]) or _META.search(data[:4096])
    return found[1].decode("ascii", "replace") if found else None
