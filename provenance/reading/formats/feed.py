"""RSS 1 and 2, and Atom: every entry with its full content is an article."""

from collections.abc import Iterator

from lxml import etree

from provenance.errors import ReadingError
from provenance.reading.bodies import BodyText, read_html
from provenance.reading.elements import words_in, words_of
from provenance.reading.fragments import find_blocks_in, name_of
from provenance.reading.item import Facts, Item, RawFile, even
from provenance.reading.runs import Layers, take_markup_off, take_xml_off
from provenance.reading.trees import parse_xml

_ENTRIES = frozenset({"item", "entry"})
_FULL, _SHORT = ("encoded", "content"), ("description", "summary")
_NO_CONTENT = "has no full content in the feed, only a summary"
_SUMMARY_WORDS = 60
"""A description with as many words is more than a summary, and taken for the content where there is none."""
_DATES = ("pubdate", "published", "date", "updated")
_MEDIA = "http://search.yahoo.com/mrss/"


def read_items(raw: RawFile) -> Iterator[Item]:
    """Give the entries of a feed, in its order."""
    root = parse_xml(raw.text, raw.path)
    publisher = _publisher_of(root)
    layers = Layers(raw.text).add(take_xml_off).add(take_markup_off)
    entries = [element for element in root.iter() if name_of(element) in _ENTRIES]
    if not entries:
        raise ReadingError(raw.path, "is a feed without entries")
    for entry in entries:
        yield _read_entry(entry, publisher, layers)


def _read_entry(entry: etree._Element, publisher: str | None, layers: Layers) -> Item:
    body = _content_of(entry, _FULL)
    if not body.blocks:
        body = _content_of(entry, _SHORT)
        if sum(len(block.split()) for block in body.blocks) < _SUMMARY_WORDS:
            return Item(name=_id_of(entry), error=_NO_CONTENT)
    return Item(body.blocks, _facts_of(entry, publisher), body.trees, _id_of(entry), layers, notes=body.notes)


def _content_of(entry: etree._Element, names: tuple[str, ...]) -> BodyText:
    """Read the first child of one of some names: XHTML as it stands, anything else as escaped HTML."""
    for name in names:
        for child in entry:
            if name_of(child) != name or str(child.tag).startswith(f"{{{_MEDIA}}}"):
                continue
            body = BodyText(tuple(find_blocks_in(child)), (child,)) if len(child) else read_html(child.text or "")
            if body.blocks:
                return body
    return BodyText()


def _facts_of(entry: etree._Element, publisher: str | None) -> Facts:
    source = _child(entry, "source")
    origin = source if source is None or not len(source) else _child(source, "title")
    named = words_in(origin) if origin is not None else None
    return Facts(
        title=_plain(entry, "title"),
        byline=_words(entry, "creator") or _author_of(entry),
        publisher=publisher,
        info_sources=(named,) if named else (),
        credit=_words(entry, "credit"),
        published=next(filter(None, (_words(entry, name) for name in _DATES)), None),
        address=_link_of(entry),
    )


def _publisher_of(root: etree._Element) -> str | None:
    """Give the title of the channel or the feed."""
    channel = next((element for element in root.iter() if name_of(element) in {"channel", "feed"}), root)
    return _plain(channel, "title")


def _author_of(entry: etree._Element) -> str | None:
    author = _child(entry, "author")
    return None if author is None else words_of(author, "name") or even(author.text)


def _link_of(entry: etree._Element) -> str | None:
    """Give the address of an entry: the text of RSS's link, the target of Atom's."""
    links = [child for child in entry if name_of(child) == "link"]
    own = [link for link in links if link.get("rel", "alternate") == "alternate"] or links
    found = even(own[0].get("href") or own[0].text) if own else None
    return found if found and found.startswith("http") else None


def _id_of(entry: etree._Element) -> str | None:
    return _words(entry, "guid") or _words(entry, "id") or _link_of(entry)


def _plain(root: etree._Element, name: str) -> str | None:
    """Give a title without the markup that feeds put into it, escaped."""
    words = _words(root, name)
    if words and ("<" in words or "&" in words):
        return even(" ".join(read_html(words).blocks)) or words
    return words


def _words(root: etree._Element, name: str) -> str | None:
    child = _child(root, name)
    return None if child is None else words_in(child)


def _child(root: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in root if name_of(child) == name), None)
