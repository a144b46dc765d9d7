"""JSON-LD: types of schema.org, spans as Web Annotations, and what comes back."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from rdflib import RDF, Graph, URIRef

from provenance import audit_text
from provenance.exporters.jsonld import write_report
from provenance.model import AuditResult, Naming, Report, Span
from tests.properties.news import news

OA, SCHEMA = "http://www.w3.org/ns/oa#", "https://schema.org/"


def nodes_of(*items: AuditResult) -> list[Any]:
    """The nodes that are written for articles."""
    data = json.loads(write_report(Report(items)))
    found: list[Any] = data["@graph"]
    return found


def spans_back(nodes: list[Any], role: str) -> dict[str, list[Span]]:
    """The spans of a role, by the record they are about, read from the annotations alone."""
    found: dict[str, list[Span]] = {}
    for node in nodes:
        if node["@type"] == "Annotation" and node["role"] == role:
            position = node["hasTarget"]["hasSelector"][0]
            span = Span(position["start"], position["end"])
            found.setdefault(node["hasBody"].rpartition(":")[2], []).append(span)
    return found


def spans_of(result: AuditResult) -> Iterator[tuple[str, str, list[Span]]]:
    """(role, record, spans) as the result has them."""
    attributions = {one.id: one for one in result.parse.attributions}
    for record in result.parse.records:
        held = [attributions[name] for name in record.attributions]
        yield "claim", record.id, list(record.claim)
        yield "cue", record.id, [span for one in held for span in one.cue]
        yield "source", record.id, [span for one in held if one.source for span in one.source.spans]


@given(news())
def test_any_article_comes_back(text: str) -> None:
    """Whatever the article, claims, cues, sources and sourcing can be read back from what is written."""
    result = audit_text(text)
    nodes = nodes_of(result)
    for role, record, spans in spans_of(result):
        assert spans_back(nodes, role).get(record, []) == spans
    claims = {node["@id"].rpartition(":")[2]: node["sourcing"] for node in nodes if "sourcing" in node}
    assert claims == {record.id: record.sourcing.value for record in result.parse.records}


def test_both_selectors_point_at_the_same_words(made_result: AuditResult) -> None:
    """Every annotation says where its words stand and which they are, with what is before and behind them."""
    text = made_result.article.text
    annotations = [node for node in nodes_of(made_result) if node["@type"] == "Annotation"]
    assert len(annotations) > 20
    for node in annotations:
        position, quoted = node["hasTarget"]["hasSelector"]
        assert text[position["start"] : position["end"]] == quoted["exact"]
        assert text[: position["start"]].endswith(quoted["prefix"])
        assert text[position["end"] :].startswith(quoted["suffix"])


def test_quotations_and_claims(made_result: AuditResult) -> None:
    """Direct speech is a Quotation spoken by its source, indirect speech a Claim of its author."""
    nodes = {node["@id"].rpartition(":")[2]: node for node in nodes_of(made_result) if "sourcing" in node}
    assert (nodes["r2"]["@type"], nodes["r2"]["spokenByCharacter"][0]["name"]) == (["Quotation"], "Ana Reyes")
    assert (nodes["r4"]["@type"], nodes["r4"]["author"][0]["@type"]) == (["Claim"], "Person")
    assert nodes["r6"]["@type"] == ["Claim"]
    assert "author" not in nodes["r6"]


def test_nobody_is_identified(made_result: AuditResult) -> None:
    """No source has an identifier, and an unnamed one has a description in the place of a name."""
    sources = [
        source
        for node in nodes_of(made_result)
        for key in ("author", "spokenByCharacter")
        for source in node.get(key, [])
    ]
    assert not [source for source in sources if "@id" in source]
    unnamed = [source for source in sources if source["naming"] == Naming.UNNAMED]
    assert unnamed == [{"@type": "Person", "naming": "unnamed", "description": "EU official"}]


def test_nothing_is_rated(made_report: Report) -> None:
    """There is no review of a claim and no rating."""
    text = write_report(made_report).decode()
    assert "Review" not in text
    assert "Rating" not in text


def test_it_is_linked_data(made_report: Report) -> None:
    """A processor reads it without fetching anything: typed nodes, annotations that lead to claims."""
    graph = Graph().parse(data=write_report(made_report).decode(), format="json-ld")
    claims = set(graph.subjects(RDF.type, URIRef(SCHEMA + "Claim"))) | set(
        graph.subjects(RDF.type, URIRef(SCHEMA + "Quotation"))
    )
    assert len(claims) == 6
    assert set(graph.objects(None, URIRef(OA + "hasBody"))) == claims
    assert len(set(graph.subjects(RDF.type, URIRef(OA + "TextPositionSelector")))) > 20
