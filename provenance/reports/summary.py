"""The last line of a report, counted while the articles go by."""

from collections import Counter

from attrs import define, field

from provenance.model import AuditResult, Failure, Severity, Sourcing
from provenance.reports.counting import count_of
from provenance.reports.rows import read_rows
from provenance.reports.style import Style

_SOURCING = {
    Sourcing.NAMED: "named",
    Sourcing.UNNAMED_ONLY: "unnamed only",
    Sourcing.MIXED: "mixed",
    Sourcing.VAGUE: "vague",
    Sourcing.NONE: "no source",
    Sourcing.AUTHOR: "author",
}


@define(eq=False, repr=False)
class Tally:
    """Counts over a run; the only thing a streaming report remembers. `scope` says which audits ran."""

    scope: str = ""
    articles: int = 0
    failures: int = 0
    claims: int = 0
    left_out: int = 0
    waived: int = 0
    sourcing: Counter[Sourcing] = field(factory=Counter)
    severities: Counter[Severity] = field(factory=Counter)

    def add(self, item: AuditResult | Failure, *, everything: bool) -> None:
        """Count one more article; `everything` says whether the table shows attitudes too."""
        if isinstance(item, Failure):
            self.failures += 1
            return
        rows = read_rows(item, everything=everything)
        self.articles += 1
        self.claims += len(rows)
        self.left_out += len(item.parse.records) - len(rows)
        self.waived += len(item.waived)
        self.sourcing.update(row.record.sourcing for row in rows)
        self.severities.update(finding.severity for finding in item.findings)


def render_summary(tally: Tally, style: Style) -> str:
    """Return the run in one line: articles, claims and what they rest on, findings, and what is not shown."""
    parts = [f"{count_of(tally.articles, 'article')}: {_claims(tally)}", _findings(tally, style)]
    if tally.failures:
        parts.append(style.paint(f"{count_of(tally.failures, 'input')} not audited", Severity.ERROR))
    return "; ".join(parts) + "."


def _claims(tally: Tally) -> str:
    kinds = [f"{tally.sourcing[kind]} {words}" for kind, words in _SOURCING.items() if tally.sourcing[kind]]
    detail = f" ({', '.join(kinds)})" if kinds else ""
    left_out = f", {count_of(tally.left_out, 'attitude')} left out (see --all)" if tally.left_out else ""
    return f"{count_of(tally.claims, 'claim')}{detail}{left_out}"


def _findings(tally: Tally, style: Style) -> str:
    levels = [level for level in reversed(Severity) if tally.severities[level]]
    counts = [style.paint(count_of(tally.severities[level], level.value), level) for level in levels]
    below = sum(tally.severities[level] for level in levels if level.rank < style.show.rank)
    waived = f", {tally.waived} waived" if tally.waived else ""
    hidden = f", {below} of them below --show {style.show.value}" if below else ""
    scope = f" ({tally.scope})" if tally.scope else ""
    return (", ".join(counts) or "no findings") + hidden + waived + scope
