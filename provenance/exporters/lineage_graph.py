"""Comparison -> the lineage of all groups as a graph: Mermaid for documents, GraphML for graph tools."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Literal

from provenance.model import Comparison, Group

Shape = Literal["article", "source"]

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_KEYS = (("label", "node"), ("kind", "node"), ("path", "node"), ("evidence", "edge"), ("group", "edge"))


def write_mermaid(comparison: Comparison) -> bytes:
    """Return one flowchart with a subgraph for each group; articles have square boxes, sources round ones."""
    lines, labels = ["flowchart LR"], label_articles(comparison)
    for group in comparison.groups:
        names = {name: f"{group.id}n{number}" for number, name in enumerate(nodes_of(group))}
        lines.append(f'  subgraph {group.id}["{_quoted(group.label)}"]')
        lines += [
            f'    {node}["{_quoted(labels[name])}"]' if name in labels else f'    {node}(["{_quoted(name)}"])'
            for name, node in names.items()
        ]
        lines.append("  end")
        lines += [
            f'  {names[step.source]} -->|"{_quoted(step.evidence)}"| {names[step.target]}' for step in group.lineage
        ]
    return ("\n".join(lines) + "\n").encode(errors="replace")


def write_graphml(comparison: Comparison) -> bytes:
    """Return one directed graph; a name is one node however many groups it is in."""
    labels = label_articles(comparison)
    names = list(dict.fromkeys(name for group in comparison.groups for name in nodes_of(group)))
    numbers = {name: f"n{number}" for number, name in enumerate(names)}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<graphml xmlns="{_GRAPHML}">']
    lines += [f'  <key id="{key}" for="{of}" attr.name="{key}" attr.type="string"/>' for key, of in _KEYS]
    lines.append('  <graph id="lineage" edgedefault="directed">')
    for name in names:
        kind: Shape = "article" if name in labels else "source"
        path = _data("path", name) if name in labels else ""
        label = _data("label", labels.get(name, name))
        lines.append(f'    <node id="{numbers[name]}">{label}{_data("kind", kind)}{path}</node>')
    lines += [edge for group in comparison.groups for edge in _edges(group, numbers)]
    return "\n".join([*lines, "  </graph>", "</graphml>", ""]).encode(errors="replace")


def label_articles(comparison: Comparison) -> Mapping[str, str]:
    """Return what people call each article, by its name in a lineage: outlet and date, or the path where nothing is known."""
    known = (
        (article, " ".join(filter(None, (article.publisher, article.published)))) for article in comparison.articles
    )
    return {article.path: label if article.publisher else article.path for article, label in known if article.path}


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
