"""The trace of one audit, for machines."""

from collections.abc import Iterable

from provenance.exporters.json_text import Json, export_words
from provenance.model import Article
from provenance.tracing import AuditTrace, Circumstance, Weighed, WeighedClaim

AUDIT_TRACE_SCHEMA = "provenance/audit-trace/v1"


def export_audit_traces(article: Article, traces: Iterable[AuditTrace]) -> Json:
    """Return the traces of several audits on an article as one object."""
    return {
        "schema": AUDIT_TRACE_SCHEMA,
        "path": article.path,
        "audits": [_export_trace(trace, article.text) for trace in traces],
    }


def _export_trace(trace: AuditTrace, text: str) -> Json:
    left_out = ({"attribution": one.attribution.id, "why": one.why} for one in trace.left_out)
    return {
        "rule": trace.card.id,
        "code": trace.card.code,
        "ruling": trace.ruling,
        "profiles": list(trace.profiles),
        "claims": [_export_claim(claim, text) for claim in trace.claims],
        "left_out": list(left_out),
    }


def _export_claim(claim: WeighedClaim, text: str) -> Json:
    finding = claim.finding
    return {
        "claim": export_words(claim.claim, text),
        "evidence": export_words(claim.evidence, text),
        "attribution": claim.attribution and claim.attribution.id,
        "record": claim.record and claim.record.id,
        "end": claim.end.value,
        "why": claim.why,
        "severity": finding and finding.severity.value,
        "confidence": finding and finding.confidence.value,
        "message": finding and finding.message,
        "conditions": [_export_condition(one) for one in claim.conditions],
        "excepts": [_export_circumstance(one) for one in claim.excepts],
        "softens": [_export_circumstance(one) for one in claim.softens],
    }


def _export_circumstance(one: Circumstance) -> Json:
    return {
        "id": one.id,
        "reason": one.reason,
        "held": one.held,
        "conditions": [_export_condition(condition) for condition in one.conditions],
    }


def _export_condition(one: Weighed) -> Json:
    value = sorted(map(str, one.value)) if isinstance(one.value, frozenset) else one.value
    return {"fact": one.fact, "wanted": one.wanted, "value": value, "held": one.held, "words": one.words}
