"""Syntax trees back to the notation of patterns."""

from provenance.rulebook.language import Capture, Choice, Literal, Look, Name, Node, Not, Repeat, Selector, Sequence


def spell(node: Node) -> str:
    """The words a rule writer would write for a piece of pattern."""
    if isinstance(node, Literal):
        return f'"{node.text}"'
    if isinstance(node, Selector):
        return "@" + ".".join((node.lexicon, *sorted(node.tags)))
    if isinstance(node, Name):
        return node.name
    if isinstance(node, Sequence):
        return " ".join(_closed(item) if isinstance(item, Choice) else spell(item) for item in node.items)
    if isinstance(node, Choice):
        return " | ".join(map(spell, node.items))
    return _spell_marked(node)


def _spell_marked(node: Not | Repeat | Capture | Look) -> str:
    if isinstance(node, Look):
        return f"(?{node.how} {spell(node.item)})"
    inner = _closed(node.item)
    if isinstance(node, Not):
        return f"!{inner}"
    return f"{node.name}:{inner}" if isinstance(node, Capture) else f"{inner}{node.times}"


def _closed(node: Node) -> str:
    """A piece in brackets, if it is more than one."""
    return f"({spell(node)})" if isinstance(node, Sequence | Choice) else spell(node)
