"""PROV documents: what W3C PROV asks of one, who is identified, what comes back."""

from collections import Counter

import pytest
from attrs import evolve
from hypothesis import given
from prov.model import (
    ProvActivity,
    ProvAgent,
    ProvAssociation,
    ProvDerivation,
    ProvDocument,
    ProvElement,
    ProvEntity,
    ProvGeneration,
    ProvRecord,
    ProvUsage,
)
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic

from provenance import audit_text
from provenance.exporters.prov_formats import WRITERS
from provenance.exporters.prov_graph import NAMES, build_graph
from provenance.model import AuditResult, Naming, Report
from tests.properties.news import news

AGENT_KIND = "urn:x-provenance:terms:naming"


def ends_of(graph: ProvDocument, kind: type[ProvRecord]) -> list[tuple[str, str]]:
    """What the relations of a kind lead from and to."""
    return [(str(one.args[0]), str(one.args[1])) for one in graph.get_records(kind)]


def elements_of(graph: ProvDocument) -> list[ProvRecord]:
    """Entities, activities and agents."""
    return list(graph.get_records(ProvElement))


def order_of(edges: list[tuple[str, str]]) -> list[str]:
    """The ends of edges, each behind everything it leads to; fails where edges go round in a circle."""
    behind = {one: {two for start, two in edges if start == one} for edge in edges for one in edge}
    found: list[str] = []
    while behind:
        free = sorted(one for one, rest in behind.items() if rest <= set(found))
        assert free, "a circle"
        found += free
        behind = {one: rest for one, rest in behind.items() if one not in free}
    return found


def check(graph: ProvDocument) -> None:
    """Hold a document against what PROV asks of it."""
    names = [str(one.identifier) for one in elements_of(graph)]
    assert max(Counter(names).values(), default=1) == 1
    assert all(one.get_asserted_types() or isinstance(one, ProvEntity) for one in elements_of(graph))
    kinds = {str(one.identifier): type(one) for one in elements_of(graph)}
    generated, used = ends_of(graph, ProvGeneration), ends_of(graph, ProvUsage)
    assert max(Counter(entity for entity, _ in generated).values(), default=1) == 1
    for entity, activity in [*generated, *((entity, activity) for activity, entity in used)]:
        assert (kinds[entity], kinds[activity]) == (ProvEntity, ProvActivity)
    for activity, agent in ends_of(graph, ProvAssociation):
        assert (kinds[activity], kinds[agent]) == (ProvActivity, ProvAgent)
    order_of([*generated, *used])
    order_of(ends_of(graph, ProvDerivation))


def test_a_made_article_is_sound(made_report: Report) -> None:
    """Ids are unique, elements typed, what is used was generated before, and derivations go round in no circle."""
    graph = build_graph(made_report)
    check(graph)
    claims = {str(one.identifier) for one in elements_of(graph) if "Claim" in str(one.get_asserted_types())}
    assert claims == {f"art1:r{number}" for number in range(1, 7)}


def test_a_chain_is_walked_from_its_origin(made_report: Report) -> None:
    """A relayed claim derives, step by step, from the version that its origin generated."""
    derived = dict(ends_of(build_graph(made_report), ProvDerivation))
    path = ["art1:r1"]
    while path[-1] in derived:
        path.append(derived[path[-1]])
    assert path == ["art1:r1", "art1:a1-2-version", "art1:a1-1-version", "art1:a1-0-version"]


def test_a_medium_is_a_version(made_report: Report) -> None:
    """A letter stands between the statement and the claim, and nobody is made responsible for it."""
    graph = build_graph(made_report)
    assert ("art1:a2-1-version", "art1:a2-0-version") in ends_of(graph, ProvDerivation)
    assert not [one for one, _ in ends_of(graph, ProvGeneration) if one == "art1:a2-1-version"]


@given(news())
def test_any_article_comes_back(text: str) -> None:
    """Whatever the article, its document is sound, and PROV-JSON read back is equal to it."""
    report = Report((audit_text(text),))
    graph = build_graph(report)
    check(graph)
    assert ProvDocument.deserialize(content=WRITERS["prov-json"](report).decode(), format="json") == graph


def test_names_are_shared_and_the_unnamed_are_not(made_result: AuditResult) -> None:
    """The same name is the same agent in two articles; an unnamed source is another one at every mention."""
    graph = build_graph(Report((made_result, made_result)))
    agents = [one for one in elements_of(graph) if isinstance(one, ProvAgent)]
    naming = {
        str(one.identifier and one.identifier.uri): str(next(iter(one.get_attribute(AGENT_KIND)))) for one in agents
    }
    named = {uri for uri, kind in naming.items() if kind == Naming.NAMED}
    assert named == {NAMES.uri + name for name in ("UNN", "Bloomberg", "Ana%20Reyes", "%C5%81%C3%B3d%C5%BA")}
    mentions = [
        hop
        for one in made_result.parse.attributions
        for hop in one.chain
        if hop.naming is Naming.UNNAMED and hop.role.value != "medium"
    ]
    assert len(naming) - len(named) == 2 * len(mentions)


def test_in_rdf_the_unnamed_have_no_identifier(made_report: Report) -> None:
    """In RDF whoever is not named is a blank node."""
    graph = Graph().parse(data=WRITERS["rdf"](made_report), format="turtle")
    marked = list(graph.subjects(URIRef(AGENT_KIND), None))
    assert {isinstance(one, URIRef) for one in marked} == {True, False}
    for one in graph.subjects():
        assert not str(one).endswith("-agent") or not isinstance(one, URIRef)


def test_rdf_says_what_prov_json_says(made_report: Report) -> None:
    """RDF holds every generation and use, read back the same graph, and is the same bytes again."""
    written = WRITERS["rdf"](made_report)
    graph, document = Graph().parse(data=written, format="turtle"), build_graph(made_report)
    prov = "http://www.w3.org/ns/prov#"
    for name, kind in (("wasGeneratedBy", ProvGeneration), ("used", ProvUsage)):
        assert len(list(graph.triples((None, URIRef(prov + name), None)))) == len(ends_of(document, kind))
    assert isomorphic(graph, Graph().parse(data=graph.serialize(format="xml"), format="xml"))
    assert WRITERS["rdf"](made_report) == written


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_odd_characters(kind: str, made_result: AuditResult) -> None:
    """Words that neither XML nor UTF-8 can hold stop no format."""
    odd = "\ud800\x00\x07\"'<\\\n"
    article = evolve(made_result.article, title=odd, publisher=odd)
    assert WRITERS[kind](Report((evolve(made_result, parse=evolve(made_result.parse, article=article)),)))


def test_notation_can_be_read_by_people(made_report: Report) -> None:
    """PROV-N names activities, what they used, and who was associated with them."""
    text = WRITERS["prov-n"](made_report).decode()
    assert "wasAssociatedWith(art1:a1-1-step, name:Bloomberg, -)" in text
    assert "used(art1:a1-1-step, art1:a1-0-version, -)" in text
