"""Waivers that waive nothing: findings about the file of waivers, not about the article."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import evolve

from provenance.audits.fingerprint import shorten_hash
from provenance.model import AuditResult, Finding, Waiver
from provenance.rulebook.schema import AuditCard

SCOPE = "waiver"
"""What the cards of these audits look at."""
ENDED, UNNEEDED = "waiver-ended", "waiver-unneeded"


def audit_waivers(
    result: AuditResult, waivers: Sequence[Waiver], today: date, cards: Iterable[AuditCard]
) -> AuditResult:
    """Add a finding for each waiver that has run out, and for each that no finding needs.

    `cards` are the audits in force: whether another audit's finding is still there, nobody knows.
    """
    by_id = {card.id: card for card in cards}
    there = {(one.rule, one.fingerprint): one for one in (*result.findings, *result.waived)}
    number = _last_number(result)
    findings: list[Finding] = []
    for waiver in waivers:
        waived = there.get((waiver.audit, waiver.fingerprint))
        fault = _fault_of(waiver, waived, today)
        if waiver.audit in by_id and fault in by_id:
            findings.append(_make_finding(number + len(findings) + 1, by_id[fault], waiver, waived))
    return evolve(result, findings=(*result.findings, *findings)) if findings else result


def _fault_of(waiver: Waiver, waived: Finding | None, today: date) -> str | None:
    """Give the audit that objects to a waiver of a finding; None where none does."""
    if waived is None:
        return UNNEEDED
    return ENDED if waiver.is_over(today) else None


def _last_number(result: AuditResult) -> int:
    return max((int(one.id[1:]) for one in (*result.findings, *result.waived)), default=0)


def _make_finding(number: int, card: AuditCard, waiver: Waiver, waived: Finding | None) -> Finding:
    """Give the finding about a waiver; it stands where the finding stands that is no longer waived, if there is one."""
    words: Mapping[str, str] = {
        "audit": waiver.audit,
        "claim": waiver.claim,
        "by": waiver.by,
        "until": str(waiver.until or ""),
    }
    return Finding(
        id=f"f{number}",
        rule=card.id,
        code=card.code,
        severity=card.severity,
        confidence=card.confidence,
        message=card.message.format_map(words),
        remedy=card.remedy.format_map(words),
        spans=waived.spans if waived else (),
        related=(),
        attribution=waived.attribution if waived else None,
        record=waived.record if waived else None,
        fingerprint=shorten_hash(f"{card.id}\n{waiver.audit}\n{waiver.fingerprint}"),
        standards=card.standards,
    )
