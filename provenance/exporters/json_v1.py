"""Report -> the JSON contract, schema version 1 (docs/reference/report.schema.json).

The field lists stand here and nowhere else: a new field of a record does not reach the report by itself.
"""

from collections import Counter

from provenance.__about__ import __version__
from provenance.exporters.json_text import Json, export_spans, export_words
from provenance.model import (
    Anonymity,
    Article,
    Attribution,
    AuditResult,
    Failure,
    Finding,
    Hop,
    Record,
    Report,
    RulesUsed,
    Severity,
    Source,
    Sourcing,
)

REPORT_SCHEMA = "provenance/report/v1"
ARTICLE_SCHEMA = "provenance/article/v1"


def export_report(report: Report, *, include_text: bool = False) -> Json:
    """Return a whole run as one object; the text goes along where asked for, and always where it was extracted."""
    return {
        "schema": REPORT_SCHEMA,
        **_export_origin(report.rules),
        "articles": [_export_member(item, report, include_text=include_text) for item in report.results],
        "summary": _export_summary(report),
    }


def export_article(item: AuditResult | Failure, rules: RulesUsed, *, include_text: bool = False) -> Json:
    """Return one line of JSON Lines: the article object of the report, with what is needed to read the line alone."""
    return {
        "schema": ARTICLE_SCHEMA,
        **_export_origin(rules),
        **_export_item(item, include_text=include_text),
    }


def _export_origin(rules: RulesUsed) -> Json:
    """Which tool and which rules made the report; the profile only where one was applied."""
    return {
        "tool": {"name": "provenance", "version": __version__},
        "rulebook": _export_rules(rules),
    }


def _export_rules(rules: RulesUsed) -> Json:
    packs = [{"id": name, "version": version, "sha256": digest} for name, version, digest in rules.packs]
    return {"packs": packs, **({"profile": rules.profile} if rules.profile else {})}


def _export_member(item: AuditResult | Failure, report: Report, *, include_text: bool) -> Json:
    """Return an article of a report; it names its rules only where they are not those of the report."""
    exported = _export_item(item, include_text=include_text)
    rules = report.others.get(exported["path"] or "")
    return {**exported, "rulebook": _export_rules(rules)} if rules and "id" in exported else exported


def _export_item(item: AuditResult | Failure, *, include_text: bool) -> Json:
    """Return the article object, or the error object that stands in its place."""
    if isinstance(item, Failure):
        return {"path": item.path, "error": item.reason}
    article, parse = item.article, item.parse
    return {
        "id": article.digest[:12],
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "language": article.language,
        "encoding": article.encoding,
        "format": article.format,
        **_export_metadata(article),
        "text_sha256": article.digest,
        **({"text": article.text} if (include_text or article.extracted) and not article.hidden else {}),
        **_export_places(article),
        "attributions": [export_attribution(attribution, article.words) for attribution in parse.attributions],
        "records": [_export_record(record, article.words) for record in parse.records],
        "findings": [export_finding(finding) for finding in item.findings],
        "waived": [export_finding(finding) for finding in item.waived],
        "notes": [*article.notes, *parse.notes],
    }


def _export_metadata(article: Article) -> Json:
    """Return what the file says about the article beyond what every article has; nothing that it does not say."""
    said = {
        "byline": article.byline,
        "credit": article.credit,
        "info_sources": list(article.info_sources),
        "address": article.address,
        "part": article.part,
    }
    return {key: value for key, value in said.items() if value}


def _export_places(article: Article) -> Json:
    """Return where the words of an extracted text stand in its file, as far as is known."""
    origin, pieces = article.origin, article.origin.pieces if article.origin else ()
    places = [[piece.start, piece.end, piece.raw_start, piece.raw_end] for piece in pieces]
    return {
        **({"places": places} if origin else {}),
        **({"paragraphs": [list(pair) for pair in article.numbers]} if article.numbers else {}),
    }


def export_attribution(attribution: Attribution, text: str) -> Json:
    """Return one attribution as the contract has it."""
    source = attribution.source
    return {
        "id": attribution.id,
        "form": attribution.form.value,
        "pattern": attribution.pattern,
        "reported_speech": attribution.reported_speech,
        "cue": export_words(attribution.cue, text) if attribution.cue else None,
        "content": export_words(attribution.content, text),
        "source": None if source is None else _export_source(source, text),
        "occasion": attribution.occasion,
        "nested_in": attribution.nested_in,
        "chain": [_export_hop(hop) for hop in attribution.chain],
        "confidence": round(attribution.confidence, 3),
    }


def _export_source(source: Source, text: str) -> Json:
    return {
        **export_words(source.spans, text),
        "entity": source.entity,
        "kind": source.kind.value,
        "naming": source.naming.value,
        "number": source.number.value,
        "on_behalf_of": source.on_behalf_of,
        "anonymity": None if source.anonymity is None else _export_anonymity(source.anonymity),
    }


def _export_anonymity(anonymity: Anonymity) -> Json:
    return {
        "descriptor": anonymity.descriptor,
        "terms": anonymity.terms,
        "reason": anonymity.reason,
        "reason_class": anonymity.reason_class,
        "basis": anonymity.basis,
        "specificity": anonymity.specificity,
        "points": dict(anonymity.points),
        "number_claimed": anonymity.claimed,
        "number_evidenced": anonymity.evidenced,
        "granted": anonymity.granted.value,
    }


def _export_hop(hop: Hop) -> Json:
    return {
        "entity": hop.entity,
        "kind": hop.kind.value,
        "naming": hop.naming.value,
        "role": hop.role.value,
        "spans": export_spans(hop.spans),
    }


def _export_record(record: Record, text: str) -> Json:
    return {
        "id": record.id,
        "claim": export_words(record.claim, text),
        "attributions": list(record.attributions),
        "sourcing": record.sourcing.value,
        "supported_by": list(record.supported_by),
        "origins": record.origins,
    }


def export_finding(finding: Finding) -> Json:
    """Return one finding; `reason` only where it is waived."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "remedy": finding.remedy,
        "spans": export_spans(finding.spans),
        "related": export_spans(finding.related),
        "attribution": finding.attribution,
        "record": finding.record,
        "fingerprint": finding.fingerprint,
        "standards": list(finding.standards),
        **({"reason": finding.excuse} if finding.excuse is not None else {}),
    }


def _export_summary(report: Report) -> Json:
    """Return the counts of the run; every sourcing and severity is there, even at nought."""
    audited = [item for item in report.results if isinstance(item, AuditResult)]
    records = [record for item in audited for record in item.parse.records]
    findings = [finding for item in audited for finding in item.findings]
    sourcing = Counter(record.sourcing for record in records)
    severities = Counter(finding.severity for finding in findings)
    rules = Counter(finding.rule for finding in findings)
    return {
        "articles": len(audited),
        "errors": len(report.results) - len(audited),
        "claims": len(records),
        "sourcing": {kind.value: sourcing[kind] for kind in Sourcing},
        "findings": {
            "total": len(findings),
            "severity": {level.value: severities[level] for level in Severity},
            "rule": dict(sorted(rules.items())),
        },
        "waived": sum(len(item.waived) for item in audited),
    }
