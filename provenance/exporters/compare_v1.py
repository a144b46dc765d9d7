"""Comparison -> JSON, schema provenance/compare/v1 (docs/reference/json.md)."""

from provenance.__about__ import __version__
from provenance.exporters.json_text import Json, export_spans
from provenance.model import Comparison, Conflict, Group, GroupFinding, Member, text_of

COMPARE_SCHEMA = "provenance/compare/v1"


def export_comparison(comparison: Comparison) -> Json:
    """Return a comparison as one object."""
    return {
        "schema": COMPARE_SCHEMA,
        "tool": {"name": "provenance", "version": __version__},
        "articles": [
            {
                "path": article.path,
                "title": article.title,
                "publisher": article.publisher,
                "published": article.published,
            }
            for article in comparison.articles
        ],
        "groups": [_export_group(group, comparison) for group in comparison.groups],
        "conflicts": [_export_conflict(conflict, comparison) for conflict in comparison.conflicts],
        "findings": [_export_finding(finding, comparison) for finding in comparison.findings],
    }


def _export_group(group: Group, comparison: Comparison) -> Json:
    return {
        "id": group.id,
        "label": group.label,
        "origin": {
            "entity": group.origin.entity,
            "occasion": group.origin.occasion,
            "article": comparison.articles[group.origin.article].path,
        },
        "independent_origins": len(group.origins),
        "origins": [list(names) for names in group.origins],
        "members": [_export_member(member, comparison) for member in group.members],
        "variants": [variant.text for variant in group.variants],
        "wordings": [
            {"text": variant.text, "own": list(variant.own), "members": list(variant.members)}
            for variant in group.variants
        ],
        "lineage": [{"from": step.source, "to": step.target, "evidence": step.evidence} for step in group.lineage],
    }


def _export_member(member: Member, comparison: Comparison) -> Json:
    attribution, article = member.attribution, comparison.articles[member.article]
    source = attribution.source
    return {
        "path": article.path,
        "attribution": attribution.id,
        "spans": export_spans(attribution.content),
        "part": export_spans(member.part),
        "text": text_of(attribution.content, article.words),
        "source": source.entity if source else None,
        "naming": source.naming.value if source else "none",
        "verbatim": member.verbatim,
    }


def _export_conflict(conflict: Conflict, comparison: Comparison) -> Json:
    return {
        "kind": conflict.kind,
        "group": conflict.group,
        "members": [_export_member(member, comparison) for member in conflict.members],
        "sides": list(conflict.sides),
    }


def _export_finding(finding: GroupFinding, comparison: Comparison) -> Json:
    return {
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "group": finding.group,
        "members": [
            {"path": comparison.articles[member.article].path, "attribution": member.attribution.id}
            for member in finding.members
        ],
        "places": [
            {"path": comparison.articles[article].path, "spans": export_spans(spans)}
            for article, spans in finding.places
        ],
        "standards": list(finding.standards),
    }
