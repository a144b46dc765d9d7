"""Parses XML and HTML: no network, no DTD, no entities of a file's own."""

import re
from html import entities

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from provenance.errors import ReadingError

_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_WRAPPERS = re.compile(
    r"</?(?:div|span|section|article|center|font|b|i|u|em|strong|small|big|table|tbody|tr|td|ul|ol|dl|blockquote)\b[^<>]*>",
    re.IGNORECASE,
)
_DEPTH = "ERR_RESOURCE_LIMIT"
CUT = "the page nests too deeply for the parser: its wrapping elements were left out"
_PROLOG = re.compile(r"[\s\ufeff]*(?:<\?xml[^>]*\?>)?")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*(?:(\[)|>)", re.IGNORECASE)
_OWN_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_NAMED = re.compile(r"&([A-Za-z]\w*);")
_XML_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_WHERE = re.compile(r", line (\d+), column (\d+).*|\s*\(<string>.*", re.DOTALL)


def parse_html(source: str) -> tuple[HtmlElement | None, bool]:
    """Parse HTML; None if it holds nothing. The flag says that wrappers were left out because it nests too deeply."""
    source = _UNREADABLE.sub(" ", source)
    root, cut = _parse_html(source)
    if cut:
        root, _ = _parse_html(_WRAPPERS.sub(" ", source))
    return root, cut


def parse_xml(source: str, path: str) -> etree._Element:
    """Parse XML; raise ReadingError if it is not well-formed, nests too deeply or declares entities of its own."""
    declared = _DOCTYPE.search(source[:10_000])
    if declared and declared[1] and _OWN_ENTITY.search(source):
        raise ReadingError(path, "declares entities of its own, which are not read")
    if declared and not declared[1]:
        source = source[: declared.start()] + source[declared.end() :]
    source = _NAMED.sub(_character, _UNREADABLE.sub(" ", _PROLOG.sub("", source, count=1)))
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(source.encode("utf-8", "replace"), parser=parser)
    except etree.XMLSyntaxError as error:
        raise ReadingError(path, _reason_of(error)) from error


def _parse_html(source: str) -> tuple[HtmlElement | None, bool]:
    parser = HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    try:
        root = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None, False
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    return root, any(entry.type_name == _DEPTH for entry in parser.error_log)


def _character(found: re.Match[str]) -> str:
    """Give the character of an entity that HTML names; XML knows five of them only."""
    name = found[1]
    return found[0] if name in _XML_OWN else entities.html5.get(f"{name};", found[0])


def _reason_of(error: etree.XMLSyntaxError) -> str:
    if "depth" in error.msg:
        return "nests too deeply to be read"
    line, _ = error.position
    return f"is not well-formed XML (line {line}: {_WHERE.sub('', error.msg or 'unknown error')})"
