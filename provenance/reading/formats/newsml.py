"""NewsML-G2: news items, alone or in a message, with NITF, XHTML or plain text in them."""

from collections.abc import Iterator

from lxml import etree

from provenance.errors import ReadingError
from provenance.reading.bodies import read_plain
from provenance.reading.elements import attribute_of, find_all, words_of
from provenance.reading.formats.nitf import read_nitf
from provenance.reading.fragments import find_blocks_in, name_of
from provenance.reading.item import Facts, Item, RawFile, first_text
from provenance.reading.runs import Layers, take_markup_off
from provenance.reading.trees import parse_xml


def read_items(raw: RawFile) -> Iterator[Item]:
    """Give every news item of a file that has a text; pictures, events and packages that only point elsewhere have none."""
    root = parse_xml(raw.text, raw.path)
    layers = Layers(raw.text).add(take_markup_off)
    held = [root] if name_of(root) == "newsitem" else list(find_all(root, "newsitem"))
    items = [item for item in (_read_item(one, layers) for one in held) if item.blocks]
    if not items:
        raise ReadingError(raw.path, f"is NewsML-G2 without a text ({name_of(root)})")
    yield from items


def _read_item(item: etree._Element, layers: Layers) -> Item:
    """Give the article of a news item: its own metadata first, that of the NITF within where it says nothing."""
    facts, inner = _facts_of(item), Facts()
    blocks: list[str] = []
    trees: list[etree._Element] = []
    for content in find_all(item, "contentset"):
        for nitf in find_all(content, "nitf"):
            found = read_nitf(nitf)
            inner, blocks, trees = found.facts, [*blocks, *found.blocks], [*trees, *found.trees]
        if not blocks:
            trees = list(find_all(content, "inlinexml"))
            blocks = [block for tree in trees if _is_text(tree) for block in find_blocks_in(_body_of(tree))]
        if not blocks:
            blocks = [block for data in find_all(content, "inlinedata") for block in _plain(data)]
    return Item(tuple(blocks), facts.or_else(inner), tuple(trees), item.get("guid"), layers)


def _is_text(inline: etree._Element) -> bool:
    """Whether inline XML is text: paragraphs, or XHTML; results of matches and lists of events are none."""
    return any(name_of(element) in {"p", "html"} for element in inline.iter())


def _body_of(inline: etree._Element) -> etree._Element:
    """Give the body of XHTML, or all of what is no whole page."""
    return next(find_all(inline, "body"), inline)


def _plain(data: etree._Element) -> tuple[str, ...]:
    kind = data.get("contenttype") or "text/plain"
    return read_plain("".join(map(str, data.itertext()))).blocks if kind.startswith("text/plain") else ()


def _facts_of(item: etree._Element) -> Facts:
    meta = next(find_all(item, "contentmeta"), None)
    content = meta if meta is not None else item
    return Facts(
        title=words_of(content, "headline"),
        byline=words_of(content, "by") or _name_in(content, "creator"),
        publisher=_name_in(item, "provider") or _name_in(item, "copyrightholder"),
        info_sources=tuple(filter(None, (_name_of(one) for one in find_all(content, "infosource")))),
        credit=words_of(content, "creditline"),
        published=words_of(content, "contentcreated") or words_of(item, "versioncreated"),
        address=attribute_of(item, "altid", "uri"),
    )


def _name_in(root: etree._Element, name: str) -> str | None:
    return next(filter(None, map(_name_of, find_all(root, name))), None)


def _name_of(party: etree._Element) -> str | None:
    """Give the name of a party: as written, as a literal, or what its code says behind the scheme."""
    code = (party.get("qcode") or "").rpartition(":")[2]
    return first_text((words_of(party, "name"), party.get("literal"), code))
