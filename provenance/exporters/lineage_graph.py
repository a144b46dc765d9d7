"""Comparison -> the lineage of all groups as a graph: Mermaid for documents, GraphML for graph tools."""

from collections.abc import Iterator
from html import escape
from typing import Literal

from provenance.model import Comparison, Group

Shape = Literal["article", "source"]

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_KEYS = (("label", "node"), ("kind", "node"), ("evidence", "edge"), ("group", "edge"))


def write_mermaid(comparison: Comparison) -> bytes:
    """Return one flowchart with a subgraph for each group; articles have square boxes, sources round ones."""
    lines = ["flowchart LR"]
    for group in comparison.groups:
        names = {name: f"{group.id}n{number}" for number, name in enumerate(nodes_of(group))}
        paths = {article.path for article in comparison.articles}
        lines.append(f'  subgraph {group.id}["{_quoted(group.label)}"]')
        lines += [
            f'    {node}["{_quoted(name)}"]' if name in paths else f'    {node}(["{_quoted(name)}"])'
            for name, node in names.items()
        ]
        lines.append("  end")
        lines += [
            f'  {names[step.source]} -->|"{_quoted(step.evidence)}"| {names[step.target]}' for step in group.lineage
        ]
    return ("\n".join(lines) + "\n").encode(errors="replace")


def write_graphml(comparison: Comparison) -> bytes:
    """Return one directed graph; a name is one node however many groups it is in."""
    paths = {article.path for article in comparison.articles}
    names = list(dict.fromkeys(name for group in comparison.groups for name in nodes_of(group)))
    numbers = {name: f"n{number}" for number, name in enumerate(names)}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<graphml xmlns="{_GRAPHML}">']
    lines += [f'  <key id="{key}" for="{of}" attr.name="{key}" attr.type="string"/>' for key, of in _KEYS]
    lines.append('  <graph id="lineage" edgedefault="directed">')
    for name in names:
        kind: Shape = "article" if name in paths else "source"
        lines.append(f'    <node id="{numbers[name]}">{_data("label", name)}{_data("kind", kind)}</node>')
    lines += [edge for group in comparison.groups for edge in _edges(group, numbers)]
    return "\n".join([*lines, "  </graph>", "</graphml>", ""]).encode(errors="replace")


def nodes_of(group: Group) -> tuple[str, ...]:
    """Return the names in a group's lineage, in the order in which they appear."""
    return tuple(dict.fromkeys(name for step in group.lineage for name in (step.source, step.target)))


def _edges(group: Group, numbers: dict[str, str]) -> Iterator[str]:
    for step in group.lineage:
        data = _data("evidence", step.evidence) + _data("group", group.id)
        yield f'    <edge source="{numbers[step.source]}" target="{numbers[step.target]}">{data}</edge>'


def _data(key: str, value: str) -> str:
    return f'<data key="{key}">{escape(_printable(value))}</data>'


def _quoted(words: str) -> str:
    """Return words for a label between quotation marks."""
    return escape(" ".join(_printable(words).split())).replace("&#x27;", "'")


def _printable(words: str) -> str:
    return "".join(character if character.isprintable() or character == "\n" else " " for character in words)
