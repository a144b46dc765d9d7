"""From the tree of a page's main text to its blocks."""

from collections.abc import Iterator

from lxml import etree

_CONTAINERS = frozenset({"body", "main", "list", "div", "section", "article", "quote", "blockquote", "ul", "ol"})
_BREAKS = frozenset({"lb", "br", "p", "item", "li", "list", "ul", "ol", "quote", "head", "div"})
_RESCUED = "//h1|//h2|//h3|//p|//li|//blockquote"
_BARE = "//body//text()[not(ancestor::script|ancestor::style|ancestor::noscript|ancestor::nav|ancestor::form)]"
_FURNITURE = "ancestor::nav|ancestor::footer|ancestor::aside|ancestor::form|ancestor::script|ancestor::style"


def find_page_blocks(body: etree._Element) -> list[str]:
    """List the blocks of trafilatura's `body` in order, white space evened out, list items with a dash before them."""
    return [block for element in _leaves(body) for block in _lines(element)]


def rescue_page_blocks(root: etree._Element) -> list[str]:
    """List all paragraphs of a page whose main text nothing could find, menus and footers left out."""
    elements = root.xpath(_RESCUED)
    if not isinstance(elements, list):
        return []
    kept = [element for element in elements if isinstance(element, etree._Element) and not element.xpath(_FURNITURE)]  # noqa: SLF001
    blocks = [block for element in kept for block in _lines(element)]
    if blocks:
        return blocks
    texts = root.xpath(_BARE)
    return [line for text in texts for line in _even(" ".join(str(text).split()))] if isinstance(texts, list) else []


def _leaves(body: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements that hold text of their own; containers are opened unless they mix text and elements."""
    stack = [body]
    while stack:
        element = stack.pop()
        opened = element.tag in _CONTAINERS and len(element) and not (element.text or "").strip()
        if opened and not any((child.tail or "").strip() for child in element):
            stack.extend(reversed(element))
        else:
            yield element


def _lines(element: etree._Element) -> list[str]:
    """List the lines of one element: as many as its line breaks make."""
    mark = "- " if element.tag in {"item", "li"} else ""
    return [mark + line for line in _even("".join(_words(element)))]


def _words(element: etree._Element) -> Iterator[str]:
    """Yield the text of `element` in pieces, a line feed only where a break or a nested block stands."""
    for event, node in etree.iterwalk(element, events=("start", "end")):
        inner = node is not element
        if inner and node.tag in _BREAKS:
            yield "\n"
        if event == "start":
            yield " ".join((node.text or "").split("\n"))
        elif inner:
            yield " ".join((node.tail or "").split("\n"))


def _even(text: str) -> list[str]:
    """Split into lines that hold something, white space within them evened out."""
    return [line for line in (" ".join(raw.split()) for raw in text.split("\n")) if line]
