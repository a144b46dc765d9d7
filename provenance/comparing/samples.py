"""Texts of rule files that hold several articles: taken apart, compared, and the findings put back where the words stand."""

import re
from collections.abc import Iterator

from provenance.comparing.comparison import compare_results
from provenance.model import Article, AuditResult, Finding, GroupFinding, Parse, Span
from provenance.pipeline import audit_article
from provenance.rulebook import Rulebook

_BETWEEN = re.compile(r"^---\n", re.MULTILINE)
_HEAD = re.compile(r"# (?P<publisher>[^,\n]+)(?:, (?P<published>[\d-]+))?\n")


def audit_sample(text: str, rulebook: Rulebook) -> AuditResult:
    """Compare the articles of a text, which lines of three hyphens part; spans of the findings index the whole text.

    The first line of an article may be `# Outlet, 2025-01-31`.
    """
    parts = list(split_sample(text))
    articles = [article for article, _ in parts]
    comparison = compare_results([audit_article(article, rulebook) for article in articles], rulebook)
    starts = [start for _, start in parts]
    findings = tuple(_place(one, number, starts) for number, one in enumerate(comparison.findings, 1))
    return AuditResult(Parse(Article(text)), findings)


def split_sample(text: str) -> Iterator[tuple[Article, int]]:
    """Give the articles of a text, each with the place where it begins."""
    lines = list(_BETWEEN.finditer(text))
    starts = [0, *(line.end() for line in lines)]
    ends = [*(line.start() for line in lines), len(text)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        head = _HEAD.match(text, start, end)
        begin = head.end() if head else start
        publisher, published = (head["publisher"], head["published"]) if head else (None, None)
        yield Article(text[begin:end], path=f"{number}.txt", publisher=publisher, published=published), begin


def _place(finding: GroupFinding, number: int, starts: list[int]) -> Finding:
    spans = {
        Span(span.start + starts[article], span.end + starts[article])
        for article, part in finding.places
        for span in part
    }
    return Finding(
        id=f"f{number}",
        rule=finding.rule,
        code=finding.code,
        severity=finding.severity,
        confidence=finding.confidence,
        message=finding.message,
        spans=tuple(sorted(spans)),
        related=(),
        attribution=None,
        record=None,
        fingerprint="",
        standards=finding.standards,
    )
