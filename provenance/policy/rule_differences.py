"""Two states of the rules over the same articles: which findings come and which go."""

from collections import Counter

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
    return ArticleDifference(old, new, gained=only_in(new, old), lost=only_in(old, new))


def only_in(one: AuditResult, other: AuditResult) -> tuple[Finding, ...]:
    """Give the findings of one result that another does not have."""
    had = {finding.fingerprint for finding in other.findings}
    return tuple(finding for finding in one.findings if finding.fingerprint not in had)
