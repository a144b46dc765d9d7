"""Which claims of an article a table shows, in what order."""

from collections.abc import Iterable

from attrs import frozen

from provenance.model import Attribution, AuditResult, Finding, Record


@frozen(eq=False, repr=False)
class Row:
    """A claim with its attribution (None for an orphan), its findings, and how deep it is nested."""

    record: Record
    attribution: Attribution | None
    findings: tuple[Finding, ...]
    depth: int = 0


def read_rows(result: AuditResult, *, everything: bool) -> tuple[Row, ...]:
    """Return the claims in text order, each followed by those nested in it.

    Attitudes and positions (no reported speech) are left out unless `everything` is asked for or a finding names them.
    """
    rows = _all_rows(result)
    wanted = [row for row in rows if everything or row.findings or _is_speech(row)]
    shown = {row.attribution.id for row in wanted if row.attribution is not None}
    parents = {row.attribution.id: row.attribution.nested_in for row in rows if row.attribution is not None}
    children: dict[str | None, list[Row]] = {}
    for row in wanted:
        children.setdefault(_shown_parent(row, parents, shown), []).append(row)
    return tuple(_ordered(children, None, 0))


def _all_rows(result: AuditResult) -> list[Row]:
    by_id = {attribution.id: attribution for attribution in result.parse.attributions}
    record_of = {name: record.id for record in result.parse.records for name in record.attributions}
    findings: dict[str | None, list[Finding]] = {}
    for finding in result.findings:
        findings.setdefault(finding.record or record_of.get(finding.attribution or ""), []).append(finding)
    return [
        Row(record, next((by_id[name] for name in record.attributions), None), tuple(findings.get(record.id, ())))
        for record in result.parse.records
    ]


def _is_speech(row: Row) -> bool:
    return row.attribution is None or row.attribution.reported_speech


def _shown_parent(row: Row, parents: dict[str, str | None], shown: set[str]) -> str | None:
    """Find the nearest attribution around the row's that the table shows; guards against a circle of parents."""
    seen: set[str] = set()
    parent = row.attribution.nested_in if row.attribution is not None else None
    while parent is not None and parent not in shown and parent not in seen:
        seen.add(parent)
        parent = parents.get(parent)
    return parent if parent in shown else None


def _ordered(children: dict[str | None, list[Row]], parent: str | None, depth: int) -> Iterable[Row]:
    for row in children.get(parent, ()):
        yield Row(row.record, row.attribution, row.findings, depth)
        if row.attribution is not None:
            yield from _ordered(children, row.attribution.id, depth + 1)
