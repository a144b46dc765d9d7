"""Comparison -> the lineage of all groups as a graph: Mermaid for documents, GraphML for graph tools."""

from collections.abc import Mapping
from html import escape
from xml.etree import ElementTree as ET

from provenance.exporters.xml_text import clean_text, dump_xml
from provenance.model import Comparison, Group

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
    names = dict.fromkeys(name for group in comparison.groups for name in nodes_of(group))
    numbers = {name: f"n{number}" for number, name in enumerate(names)}
    root = ET.Element("graphml", xmlns=_GRAPHML)
    for key, of in _KEYS:
        ET.SubElement(root, "key", {"id": key, "for": of, "attr.name": key, "attr.type": "string"})
    graph = ET.SubElement(root, "graph", id="lineage", edgedefault="directed")
    for name, number in numbers.items():
        told = (
            {"label": labels[name], "kind": "article", "path": name}
            if name in labels
            else {"label": name, "kind": "source"}
        )
        _add_data(ET.SubElement(graph, "node", id=number), told)
    for group in comparison.groups:
        for step in group.lineage:
            edge = ET.SubElement(graph, "edge", source=numbers[step.source], target=numbers[step.target])
            _add_data(edge, {"evidence": step.evidence, "group": group.id})
    return dump_xml(root)


def label_articles(comparison: Comparison) -> Mapping[str, str]:
    """Return what people call each article, by its name in a lineage: outlet and date, or the path where nothing is known."""
    known = (
        (article, " ".join(filter(None, (article.publisher, article.published)))) for article in comparison.articles
    )
    return {article.path: label if article.publisher else article.path for article, label in known if article.path}


def nodes_of(group: Group) -> tuple[str, ...]:
    """Return the names in a group's lineage, in the order in which they appear."""
    return tuple(dict.fromkeys(name for step in group.lineage for name in (step.source, step.target)))


def _add_data(element: ET.Element, told: Mapping[str, str]) -> None:
    for key, value in told.items():
        ET.SubElement(element, "data", key=key).text = clean_text(value)


def _quoted(words: str) -> str:
    """Return words for a label between quotation marks, on one line and without control characters."""
    printable = "".join(character if character.isprintable() else " " for character in words)
    return escape(" ".join(printable.split())).replace("&#x27;", "'")
