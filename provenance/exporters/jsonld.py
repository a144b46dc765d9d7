"""Report -> JSON-LD: claims and quotations in the words of schema.org, every span as a Web Annotation.

No review of claims and no rating: the words say who is credited, not what is true. Sources are nodes without an identifier,
so that nobody, named or not, is taken for somebody of the same name elsewhere.
"""

from collections.abc import Iterator

from provenance.exporters.json_text import Json, dump_json
from provenance.model import (
    Article,
    Attribution,
    AuditResult,
    Form,
    Kind,
    Naming,
    Record,
    Report,
    Source,
    Span,
    Spans,
    text_of,
)

CONTEXT: Json = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "provenance": "urn:x-provenance:terms:",
    "Annotation": "oa:Annotation",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextualBody": "oa:TextualBody",
    "hasTarget": "oa:hasTarget",
    "hasBody": {"@id": "oa:hasBody", "@type": "@id"},
    "hasSource": {"@id": "oa:hasSource", "@type": "@id"},
    "hasSelector": "oa:hasSelector",
    "start": {"@id": "oa:start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "role": "provenance:role",
    "sourcing": "provenance:sourcing",
    "naming": "provenance:naming",
    "isPartOf": {"@type": "@id"},
    "appearance": {"@type": "@id"},
}
"""Stands in the file itself, so that nobody has to fetch anything to read it."""

_TYPES = {Form.DIRECT: ["Quotation"], Form.INDIRECT: ["Claim"], Form.MIXED: ["Claim", "Quotation"]}
_KINDS = {
    Kind.PERSON: "Person",
    Kind.ORGANISATION: "Organization",
    Kind.GOVERNMENT: "GovernmentOrganization",
    Kind.OUTLET: "NewsMediaOrganization",
    Kind.DOCUMENT: "CreativeWork",
}
_AROUND = 32
"""So many characters before and behind a quotation of the text help to find it again in a changed one."""


def write_report(report: Report) -> bytes:
    """Return the report as one graph; files that were not audited are no part of it."""
    audited = (item for item in report.results if isinstance(item, AuditResult))
    graph = [node for number, item in enumerate(audited, 1) for node in _nodes(item, number)]
    return dump_json({"@context": CONTEXT, "@graph": graph})


def _nodes(item: AuditResult, number: int) -> Iterator[Json]:
    """Yield the article, its claims, and an annotation for every span of them."""
    article = item.article
    digest = article.digest
    name = f"urn:x-provenance:article:{digest}:{number}"
    yield _article(article, name)
    attributions = {one.id: one for one in item.parse.attributions}
    for record in item.parse.records:
        held = [attributions[one] for one in record.attributions]
        claim = f"{name}:{record.id}"
        yield {"@id": claim, **_claim(record, held, article.words), "appearance": name}
        for role, spans in _roles(record, held):
            for span in spans:
                yield _annotation(span, role, claim, (name, article.words))


def _article(article: Article, name: str) -> Json:
    facts = {"headline": article.title, "datePublished": article.published, "inLanguage": article.language}
    publisher = (
        {"publisher": {"@type": "NewsMediaOrganization", "name": article.publisher}} if article.publisher else {}
    )
    return {"@id": name, "@type": "NewsArticle", **{key: value for key, value in facts.items() if value}, **publisher}


def _claim(record: Record, held: list[Attribution], text: str) -> Json:
    types = dict.fromkeys(kind for one in held for kind in _TYPES[one.form])
    sources = [_source(one.source) for one in held if one.source is not None]
    key = "spokenByCharacter" if list(types) == ["Quotation"] else "author"
    return {
        "@type": list(types) or ["Claim"],
        "text": text_of(record.claim, text),
        "sourcing": record.sourcing.value,
        **({key: sources} if sources else {}),
    }


def _source(source: Source) -> Json:
    node: Json = {"@type": _KINDS.get(source.kind, "Thing"), "naming": source.naming.value}
    if source.entity:
        node["name" if source.naming is Naming.NAMED else "description"] = source.entity
    return node


def _roles(record: Record, held: list[Attribution]) -> Iterator[tuple[str, Spans]]:
    """Yield what spans are there for."""
    yield "claim", record.claim
    for one in held:
        yield "content", one.content
        yield "cue", one.cue
        yield "source", one.source.spans if one.source else ()
        for hop in one.chain:
            yield hop.role.value, hop.spans


def _annotation(span: Span, role: str, claim: str, source: tuple[str, str]) -> Json:
    name, text = source
    before, behind = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    quoted = {"@type": "TextQuoteSelector", "exact": span.of(text), "prefix": before, "suffix": behind}
    position = {"@type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {
        "@type": "Annotation",
        "role": role,
        "hasBody": claim,
        "hasTarget": {"hasSource": name, "hasSelector": [position, quoted] if text else [position]},
    }
