"""Two states of the rules over the same articles: which findings come and which go."""

from collections import Counter
from collections.abc import Iterable

from attrs import define, field, frozen

from provenance.model import AuditResult, Finding


@frozen
class ArticleDifference:
    """One article under old and new rules: the findings that only one of them makes."""

    old: AuditResult
    new: AuditResult
    gained: tuple[Finding, ...]
    lost: tuple[Finding, ...]


@define
class DifferenceCount:
    """How many findings of each rule came and went over all articles."""

    articles: int = 0
    gained: Counter[str] = field(factory=Counter)
    lost: Counter[str] = field(factory=Counter)

    def add(self, found: ArticleDifference) -> None:
        """Count one article."""
        self.articles += 1
        self.gained.update(finding.rule for finding in found.gained)
        self.lost.update(finding.rule for finding in found.lost)


def compare_rules(old: AuditResult, new: AuditResult) -> ArticleDifference:
    """Compare the findings of one article under old and under new rules."""
    return ArticleDifference(old, new, _only(new.findings, old.findings), _only(old.findings, new.findings))


def _only(ones: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    had = {finding.fingerprint for finding in others}
    return tuple(finding for finding in ones if finding.fingerprint not in had)
