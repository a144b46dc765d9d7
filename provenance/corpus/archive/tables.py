"""AuditResult -> rows of the three tables of an archive (docs/reference/archive.md), and of what could not be audited."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import pairwise
from typing import Any

import pyarrow as pa

from provenance.comparing.speakers import find_introductions
from provenance.model import (
    Attribution,
    AuditResult,
    Finding,
    Hop,
    Naming,
    Parse,
    Record,
    Role,
    Sourcing,
    Span,
    Spans,
    hull_of,
    overlapping,
    text_of,
)

Row = dict[str, Any]
_WORD = re.compile(r"\w+")
_WORDS = ("claim", "reason", "descriptor", "occasion", "between", "around", "cue", "source_words", "introductions")
"""Columns of records that hold the article's words."""
_ARTICLE = [("article", pa.string()), ("publisher", pa.string()), ("published", pa.string())]
_PLACE = [("start", pa.int32()), ("end", pa.int32())]
_HOP = pa.struct([*((name, pa.string()) for name in ("entity", "kind", "naming", "role")), ("heard", pa.bool_())])
_PIECES = pa.list_(pa.struct([("start", pa.int32()), ("text", pa.string())]))

SCHEMAS: Mapping[str, pa.Schema] = {
    "articles": pa.schema(
        [
            *_ARTICLE,
            ("title", pa.string()),
            ("text_sha256", pa.string()),
            ("characters", pa.int32()),
            ("words", pa.int32()),
            ("claims", pa.int32()),
            *((kind.value.replace("-", "_"), pa.int32()) for kind in Sourcing),
            ("relayed", pa.int32()),
            ("findings", pa.int32()),
        ]
    ),
    "records": pa.schema(
        [
            *_ARTICLE,
            ("record", pa.string()),
            ("claim", pa.string()),
            *_PLACE,
            ("sourcing", pa.string()),
            ("reported_speech", pa.bool_()),
            ("origins", pa.int32()),
            ("supported_by", pa.list_(pa.string())),
            ("source", pa.string()),
            ("kind", pa.string()),
            ("naming", pa.string()),
            ("number", pa.string()),
            ("on_behalf_of", pa.string()),
            ("descriptor", pa.string()),
            ("reason", pa.string()),
            ("specificity", pa.int32()),
            ("occasion", pa.string()),
            ("chain", pa.list_(_HOP)),
            ("relays", pa.list_(pa.string())),
            ("confidence", pa.float32()),
            ("attribution", pa.string()),
            ("nested_in", pa.string()),
            ("form", pa.string()),
            ("spans", pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())]))),
            ("breaks", pa.list_(pa.int32())),
            ("between", _PIECES),
            ("around", _PIECES),
            ("cue", _PIECES),
            ("source_words", _PIECES),
            ("introductions", _PIECES),
        ]
    ),
    "findings": pa.schema(
        [
            *_ARTICLE,
            ("rule", pa.string()),
            ("code", pa.string()),
            ("severity", pa.string()),
            ("confidence", pa.string()),
            ("message", pa.string()),
            ("record", pa.string()),
            *_PLACE,
            ("fingerprint", pa.string()),
            ("waived", pa.string()),
        ]
    ),
    "failures": pa.schema([("article", pa.string()), ("reason", pa.string())]),
}
"""Column names and types of every table."""


def rows_of(result: AuditResult, name: str, *, with_text: bool) -> dict[str, list[Row]]:
    """Return the rows of one article by table; without text no word of it but the names of named sources goes along."""
    article = result.article
    head = {"article": name, "publisher": article.publisher, "published": article.published}
    by_id = {one.id: one for one in result.parse.attributions}
    introductions = find_introductions(result.parse)
    records = [
        {**_record_row(record, by_id, article.text), **_place_row(record, by_id, result.parse, introductions)}
        for record in result.parse.records
    ]
    findings = [_finding_row(finding) for finding in (*result.findings, *result.waived)]
    about = _article_row(result, records)
    if not with_text:
        about = {**about, "title": None}
        records = [_hide_words(row) for row in records]
        findings = [{**row, "message": None} for row in findings]
    return {
        "articles": [{**head, **about}],
        "records": [{**head, **row} for row in records],
        "findings": [{**head, **row} for row in findings],
    }


def _hide_words(row: Row) -> Row:
    """Return the row of a record with names alone: neither claims nor descriptions."""
    named = row.get("naming") == Naming.NAMED
    chain = [{**hop, "entity": hop["entity"] if hop["naming"] == Naming.NAMED else None} for hop in row["chain"]]
    return {
        **row,
        **dict.fromkeys(_WORDS),
        "source": row.get("source") if named else None,
        "chain": chain,
        "relays": [hop["entity"] for hop in chain if hop["role"] == Role.RELAY and hop["entity"]],
    }


def _article_row(result: AuditResult, records: list[Row]) -> Row:
    text = result.article.text
    kinds = Counter(record.sourcing for record in result.parse.records)
    return {
        "title": result.article.title,
        "text_sha256": sha256(text.encode(errors="surrogatepass")).hexdigest(),
        "characters": len(text),
        "words": sum(1 for _ in _WORD.finditer(text)),
        "claims": len(result.parse.records),
        **{kind.value.replace("-", "_"): kinds[kind] for kind in Sourcing},
        "relayed": sum(1 for row in records if row["relays"]),
        "findings": len(result.findings),
    }


def _record_row(record: Record, by_id: Mapping[str, Attribution], text: str) -> Row:
    told = next((by_id[name] for name in record.attributions), None)
    return {
        "record": record.id,
        "claim": text_of(record.claim, text),
        **_place(record.claim),
        "sourcing": record.sourcing.value,
        "origins": record.origins,
        "supported_by": list(record.supported_by),
        **(_told_row(told) if told is not None else {"chain": [], "relays": []}),
    }


def _told_row(told: Attribution) -> Row:
    source = told.source
    anonymity = source.anonymity if source is not None else None
    return {
        "reported_speech": told.reported_speech,
        "source": source.entity if source is not None else None,
        "kind": source.kind.value if source is not None else None,
        "naming": source.naming.value if source is not None else Naming.NONE.value,
        "number": source.number.value if source is not None else None,
        "on_behalf_of": source.on_behalf_of if source is not None else None,
        "descriptor": anonymity.descriptor if anonymity is not None else None,
        "reason": anonymity.reason if anonymity is not None else None,
        "specificity": anonymity.specificity if anonymity is not None else None,
        "occasion": told.occasion,
        "chain": [_hop_row(hop) for hop in told.chain],
        "relays": [hop.entity for hop in told.chain if hop.role is Role.RELAY and hop.entity],
        "confidence": round(told.confidence, 3),
    }


def _place_row(
    record: Record, by_id: Mapping[str, Attribution], parse: Parse, introductions: Mapping[str, Spans]
) -> Row:
    """Return where the claim stands, and the words beside it that a comparison of articles needs."""
    told = next((by_id[name] for name in record.attributions), None)
    text, source = parse.article.text, told.source if told is not None else None
    return {
        "attribution": told.id if told is not None else None,
        "nested_in": told.nested_in if told is not None else None,
        "form": told.form.value if told is not None else None,
        "spans": [{"start": span.start, "end": span.end} for span in record.claim],
        "breaks": list(_breaks(hull_of(record.claim), parse.sentences)),
        "between": _pieces(tuple(_gaps(record.claim)), text),
        "around": _pieces(tuple(_edges(hull_of(record.claim), parse.sentences)), text),
        "cue": _pieces(told.cue if told is not None else (), text),
        "source_words": _pieces(source.spans if source is not None else (), text),
        "introductions": _pieces(introductions.get(told.id if told is not None else "", ()), text),
    }


def _breaks(span: Span, sentences: Spans) -> Iterator[int]:
    """Give where sentences begin inside a claim."""
    return (sentence.start for sentence in overlapping(sentences, span) if sentence.start > span.start)


def _edges(hull: Span, sentences: Spans) -> Iterator[Span]:
    """Yield what stands before and behind a claim in its own sentences."""
    whole = hull_of((hull, *overlapping(sentences, hull)))
    if whole.start < hull.start:
        yield Span(whole.start, hull.start)
    if hull.end < whole.end:
        yield Span(hull.end, whole.end)


def _gaps(spans: Spans) -> Iterator[Span]:
    """Yield what stands between the spans of a claim."""
    for before, after in pairwise(spans):
        if before.end < after.start:
            yield Span(before.end, after.start)


def _pieces(spans: Spans, text: str) -> list[Row]:
    return [{"start": span.start, "text": span.of(text)} for span in spans]


def _hop_row(hop: Hop) -> Row:
    told = {"entity": hop.entity, "kind": hop.kind.value, "naming": hop.naming.value, "role": hop.role.value}
    return {**told, "heard": hop.heard}


def _finding_row(finding: Finding) -> Row:
    return {
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "record": finding.record,
        **_place(finding.spans),
        "fingerprint": finding.fingerprint,
        "waived": finding.excuse,
    }


def _place(spans: Spans) -> Row:
    hull = hull_of(spans) if spans else None
    return {"start": hull.start if hull else None, "end": hull.end if hull else None}
