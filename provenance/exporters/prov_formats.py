"""The forms of a W3C PROV document: PROV-JSON, PROV-N and RDF (Turtle)."""

from collections.abc import Callable, Mapping

from rdflib import BNode, Graph, URIRef
from rdflib.term import Node

from provenance.exporters.prov_graph import ARTICLES, UNNAMED, build_graph
from provenance.model import Report


def write_json(report: Report) -> bytes:
    """Return PROV-JSON; the `prov` library reads it back."""
    return f"{build_graph(report).serialize(format='json', indent=1)}\n".encode()


def write_notation(report: Report) -> bytes:
    """Return PROV-N, for people; nothing reads it back."""
    return f"{build_graph(report).get_provn()}\n".encode()


def write_rdf(report: Report) -> bytes:
    """Return Turtle; those who are not named are blank nodes there, which have no identifier at all."""
    written = Graph().parse(data=build_graph(report).serialize(format="rdf", rdf_format="turtle"), format="turtle")
    graph = Graph(namespace_manager=written.namespace_manager)
    for subject, predicate, value in written:
        graph.add((_anonymise(subject), predicate, _anonymise(value)))
    return graph.serialize(format="turtle").encode()


def _anonymise(node: Node) -> Node:
    if isinstance(node, URIRef) and node.startswith(ARTICLES) and node.endswith(UNNAMED):
        _, number, name = node.removeprefix(ARTICLES).split(":")
        return BNode(f"art{number}-{name}")
    return node


WRITERS: Mapping[str, Callable[[Report], bytes]] = {
    "prov-json": write_json,
    "prov-n": write_notation,
    "rdf": write_rdf,
}
"""What writes each format."""
