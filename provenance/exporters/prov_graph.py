"""Report -> a W3C PROV document: what was said, by whom, who passed it on, and the claim that the article makes of it.

For each attribution, from its origin to the reader: a statement or a relay is an activity, associated with an agent; it
uses the version it took over and generates the one it passes on. A medium (a letter, a programme) is a version of its own.
The claim derives from the last version. Nothing is said of time; the order is that of generation and use.

A named source is an agent with a name and an identifier made of it. Whoever is not named gets an identifier for this one
mention in this one article, never one that two mentions or two articles could share.
"""

from collections.abc import Iterator
from urllib.parse import quote

from attrs import frozen
from prov.identifier import Namespace, QualifiedName
from prov.model import PROV, ProvDocument, ProvEntity

from provenance.exporters.xml_text import clean_text
from provenance.model import (
    Attribution,
    AuditResult,
    Hop,
    Kind,
    Naming,
    Record,
    Report,
    Role,
    Spans,
    text_of,
)

OWN = Namespace("provenance", "urn:x-provenance:terms:")
ARTICLES = "urn:x-provenance:article:"
UNNAMED = "-agent"
"""How the names of those end who have none."""
NAMES = Namespace("name", "urn:x-provenance:name:")
_TYPES = {
    Kind.PERSON: PROV["Person"],
    Kind.ORGANISATION: PROV["Organization"],
    Kind.GOVERNMENT: PROV["Organization"],
    Kind.OUTLET: PROV["Organization"],
}
Attributes = dict[QualifiedName, str | int | QualifiedName]


def build_graph(report: Report) -> ProvDocument:
    """Return one document for all articles; files that were not audited are no part of it."""
    graph = ProvDocument()
    for namespace in (OWN, NAMES):
        graph.add_namespace(namespace)
    audited = [item for item in report.results if isinstance(item, AuditResult)]
    for number, item in enumerate(audited, 1):
        digest = item.article.digest
        # the same text twice is one article to the hash and two here
        names = Namespace(f"art{number}", f"{ARTICLES}{digest}:{number}:")
        graph.add_namespace(names)
        _Writer(graph, names, item).write()
    return graph


@frozen
class _Writer:
    """Writes one article into the graph."""

    graph: ProvDocument
    names: Namespace
    item: AuditResult

    def write(self) -> None:
        article = self.item.article
        facts = {OWN["title"]: article.title, OWN["publisher"]: article.publisher, OWN["published"]: article.published}
        known: Attributes = {PROV["type"]: OWN["Article"]}
        known |= {name: clean_text(value) for name, value in facts.items() if value}
        whole = self.graph.collection(self.names["article"], known)
        chains = {one.id: self._write_chain(one) for one in self.item.parse.attributions}
        for record in self.item.parse.records:
            claim = self._write_claim(record)
            whole.hadMember(claim)
            for name in record.attributions:
                claim.wasDerivedFrom(chains[name])

    def _write_claim(self, record: Record) -> ProvEntity:
        facts: Attributes = {
            PROV["type"]: OWN["Claim"],
            PROV["value"]: self._words(record.claim),
            OWN["spans"]: _spell(record.claim),
            OWN["sourcing"]: record.sourcing.value,
        }
        return self.graph.entity(self.names[record.id], facts)

    def _write_chain(self, attribution: Attribution) -> ProvEntity:
        """Write all steps of an attribution, the origin first; return the version that reaches the article."""
        last: ProvEntity | None = None
        for number, hop in enumerate(reversed(attribution.chain)):
            last = self._write_step(attribution, hop, number, last)
        if last is None:  # pragma: no cover  a chain always ends with its origin
            last = self.graph.entity(self.names[f"{attribution.id}-0"])
        return last

    def _write_step(self, attribution: Attribution, hop: Hop, number: int, before: ProvEntity | None) -> ProvEntity:
        """Write one hop; return the version that it passes on, made of the one before it."""
        name = f"{attribution.id}-{number}"
        if hop.role is Role.MEDIUM:
            return self._write_medium(hop, name, before)
        activity = self.graph.activity(self.names[f"{name}-step"], other_attributes=_step_facts(attribution, hop))
        version = self.graph.entity(self.names[f"{name}-version"], {PROV["type"]: OWN["Version"]})
        if before is not None:
            activity.used(before)
            version.wasDerivedFrom(before, activity)
        version.wasGeneratedBy(activity)
        for agent in self._write_agent(hop, name):
            activity.wasAssociatedWith(agent)
            version.wasAttributedTo(agent)
        return version

    def _write_medium(self, hop: Hop, name: str, before: ProvEntity | None) -> ProvEntity:
        facts = {PROV["type"]: OWN["Medium"], **_label(hop.entity), **_place(hop.spans)}
        medium = self.graph.entity(self.names[f"{name}-version"], facts)
        if before is not None:
            medium.wasDerivedFrom(before)
        return medium

    def _write_agent(self, hop: Hop, name: str) -> Iterator[QualifiedName]:
        """Yield the agent of a hop, written unless it is there already; none where no source is stated."""
        if hop.naming is Naming.NONE:
            return
        known = hop.naming is Naming.NAMED and hop.entity
        identifier = NAMES[quote(clean_text(hop.entity or ""), safe="")] if known else self.names[name + UNNAMED]
        if not known or not self.graph.get_record(identifier):
            kind: Attributes = {PROV["type"]: _TYPES[hop.kind]} if hop.kind in _TYPES else {PROV["type"]: PROV["Agent"]}
            facts = {OWN["kind"]: hop.kind.value, OWN["naming"]: hop.naming.value, **_label(hop.entity)}
            self.graph.agent(identifier, kind | facts)
        yield identifier

    def _words(self, spans: Spans) -> str:
        return clean_text(text_of(spans, self.item.article.words))


def _step_facts(attribution: Attribution, hop: Hop) -> Attributes:
    """Return what is told of a statement or of a relay."""
    facts: Attributes = {OWN["role"]: hop.role.value, **_place(hop.spans)}
    if hop.role is not Role.ORIGIN:
        return {PROV["type"]: OWN["Relay"], **facts}
    return {
        PROV["type"]: OWN["Statement"],
        **facts,
        OWN["form"]: attribution.form.value,
        OWN["pattern"]: attribution.pattern,
    }


def _label(entity: str | None) -> Attributes:
    return {PROV["label"]: clean_text(entity)} if entity else {}


def _place(spans: Spans) -> Attributes:
    return {OWN["spans"]: _spell(spans)} if spans else {}


def _spell(spans: Spans) -> str:
    """Return spans as `start-end`, with commas: attributes of PROV have no order, so several numbers would lose theirs."""
    return ",".join(f"{span.start}-{span.end}" for span in spans)
