"""From the tree of a marked-up text, HTML or NITF, to its blocks."""

from collections.abc import Iterator

from lxml import etree

from provenance.reading.runs import drop_invisible

_SILENT = frozenset(
    "script style template noscript iframe object video audio svg form button figure figcaption media table nitf-table "
    "embed ad-box".split()
)
"""What holds no running text: captions and tables among them."""
_BLOCKS = frozenset(
    "p div br hr li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote section article header footer main aside pre address "
    "block hl1 hl2 bq bqcredit body body.content body.head body.end hedline byline abstract content note fn tagline html".split()
)
_ITEMS = frozenset({"li", "dt", "dd"})


def find_blocks_in(tree: etree._Element) -> list[str]:
    """List the blocks of a tree in order: white space evened out, invisible characters gone, a dash before list items."""
    lines = drop_invisible("".join(_pieces(tree))).split("\n")
    blocks = (" ".join(line.split()) for line in lines)
    return [block for block in blocks if block not in {"", "-"}]


def name_of(element: etree._Element) -> str:
    """Give the name of an element without its namespace, in small letters; nothing for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _pieces(tree: etree._Element) -> Iterator[str]:
    """Yield the words of a tree, a line feed where a block begins or ends."""
    silent = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        name, starts = name_of(node), event == "start"
        if starts:
            silent += name in _SILENT
        if not silent and name in _BLOCKS:
            yield "\n- " if starts and name in _ITEMS else "\n"
        if starts:
            yield "" if silent else _flat(node.text)
        else:
            silent -= name in _SILENT
            yield "" if silent or node is tree else _flat(node.tail)


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")
