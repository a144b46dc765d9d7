"""AuditResult -> rows of the three tables of an archive (docs/reference/archive.md), and of what could not be audited."""

import re
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import pyarrow as pa

from provenance.model import (
    Attribution,
    AuditResult,
    Finding,
    Hop,
    Naming,
    Record,
    Role,
    Sourcing,
    Spans,
    hull_of,
    text_of,
)

Row = dict[str, Any]
_WORD = re.compile(r"\w+")
_ARTICLE = [("article", pa.string()), ("publisher", pa.string()), ("published", pa.string())]
_PLACE = [("start", pa.int32()), ("end", pa.int32())]
_HOP = pa.struct([("entity", pa.string()), ("kind", pa.string()), ("naming", pa.string()), ("role", pa.string())])

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
            ("on_behalf_of", pa.string()),
            ("descriptor", pa.string()),
            ("reason", pa.string()),
            ("specificity", pa.int32()),
            ("occasion", pa.string()),
            ("chain", pa.list_(_HOP)),
            ("relays", pa.list_(pa.string())),
            ("confidence", pa.float32()),
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
    records = [_record_row(record, by_id, article.text) for record in result.parse.records]
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
        **dict.fromkeys(("claim", "reason", "descriptor", "occasion")),
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
        "on_behalf_of": source.on_behalf_of if source is not None else None,
        "descriptor": anonymity.descriptor if anonymity is not None else None,
        "reason": anonymity.reason if anonymity is not None else None,
        "specificity": anonymity.specificity if anonymity is not None else None,
        "occasion": told.occasion,
        "chain": [_hop_row(hop) for hop in told.chain],
        "relays": [hop.entity for hop in told.chain if hop.role is Role.RELAY and hop.entity],
        "confidence": round(told.confidence, 3),
    }


def _hop_row(hop: Hop) -> Row:
    return {"entity": hop.entity, "kind": hop.kind.value, "naming": hop.naming.value, "role": hop.role.value}


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
