"""Finds a page's links again in the text that was taken out of it."""

import re
from urllib.parse import urljoin

from attrs import frozen
from lxml import etree

from provenance.model.article import Link
from provenance.reading.fragments import name_of

_BEFORE, _AFTER = 30, 12
_ROOM = 120
_TRIALS = 5
_INLINE = frozenset(
    {"a", "b", "i", "em", "strong", "span", "u", "small", "sup", "sub", "font", "abbr", "cite", "mark", "q"}
)
_SILENT = frozenset({"script", "style", "noscript", "template"})
_WALL = "\x00"
"""Stands in the flat text of a page wherever one block ends and another begins."""
_SCHEMES = ("http://", "https://")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@frozen
class _Anchor:
    """A link of the page: where its words stand in the page's flat text, and its address."""

    start: int
    end: int
    address: str


@frozen
class _Passage:
    """The words of a link and as much of the block around them as is looked at, white space evened out."""

    before: str
    words: str
    after: str


def find_links(root: etree._Element, text: str, base: str | None) -> tuple[Link, ...]:
    """Find the links of the page `root` whose words stand in `text`, in text order.

    A link is found by its words together with those around it, so that the same words elsewhere are not taken for it.
    Targets are absolute where the page or `base` allows it; links within the page and to no page are left out.
    """
    flat, anchors = _flatten(root)
    found: dict[int, Link] = {}
    seen = 0
    for anchor in anchors:
        target = _target(anchor.address, base)
        passage = _passage_of(anchor, flat)
        if not target or not passage.words:
            continue
        start = _locate(passage, text, seen)
        if start is not None:
            seen = start
            found.setdefault(start, Link(start, start + len(passage.words), target))
    return tuple(found[start] for start in sorted(found))


def _flatten(root: etree._Element) -> tuple[str, list[_Anchor]]:
    """Return the page's text with walls between its blocks, and its links."""
    parts: list[str] = []
    anchors: list[_Anchor] = []
    open_links: list[int] = []
    length = silent = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        starts, tag = event == "start", name_of(node)
        silent += (1 if starts else -1) * (tag in _SILENT)
        if tag == "a" and starts:
            open_links.append(length)
        elif tag == "a" and open_links:
            anchors.append(_Anchor(open_links.pop(), length, node.get("href") or ""))
        piece = ((node.text if starts else node.tail) or "") if not silent else ""
        piece = piece if tag in _INLINE else (_WALL + piece)
        parts.append(piece)
        length += len(piece)
    return "".join(parts), sorted(anchors, key=lambda anchor: anchor.start)


def _target(address: str, base: str | None) -> str | None:
    """Make a link's address absolute; None for anchors within the page, scripts and mail."""
    address = address.strip()
    if not address or address.startswith("#"):
        return None
    try:
        joined = urljoin(base, address) if base else address
    except ValueError:
        return None
    return joined if joined.lower().startswith(_SCHEMES) or not _SCHEME.match(joined) else None


def _passage_of(anchor: _Anchor, flat: str) -> _Passage:
    """Take the words of a link, and those around it in its block, out of the flat text of the page."""
    left = flat[max(0, anchor.start - _ROOM) : anchor.start].rpartition(_WALL)[2]
    right = flat[anchor.end : anchor.end + _ROOM].partition(_WALL)[0]
    before, after = " ".join(left.split()), " ".join(right.split())
    if before and left[-1].isspace():
        before += " "
    if after and right[0].isspace():
        after = " " + after
    words = " ".join(flat[anchor.start : anchor.end].replace(_WALL, " ").split())
    return _Passage(before[-_BEFORE:], words, after[:_AFTER])


def _locate(passage: _Passage, text: str, seen: int) -> int | None:
    """Find where in `text` the words of a link stand, looking from `seen` on first."""
    written = passage.before + passage.words + passage.after
    for start in (seen, 0):
        place = start - 1
        for _ in range(_TRIALS):
            place = text.find(written, place + 1)
            if place < 0:
                break
            if _fits(passage, text, place, place + len(written)):
                return place + len(passage.before)
    return None


def _fits(passage: _Passage, text: str, start: int, end: int) -> bool:
    """Whether a block of `text` begins and ends where the passage does, or the passage goes on beyond what is looked at."""
    opens = len(passage.before) == _BEFORE or _at_start(text, start)
    return opens and (len(passage.after) == _AFTER or _at_end(text, end))


def _at_end(text: str, place: int) -> bool:
    """Whether a block of `text` ends at `place`."""
    return place == len(text) or text[place] == "\n"


def _at_start(text: str, place: int) -> bool:
    """Whether a block of `text` starts at `place`, a list mark aside."""
    return place == 0 or text[place - 1] == "\n" or text[max(0, place - 3) : place] in ("- ", "\n- ")
