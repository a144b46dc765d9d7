"""Waivers that waive nothing: findings about the file of waivers, not about the article."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256

from attrs import evolve

from provenance.model import AuditResult, Finding, Waiver
from provenance.rulebook.schema import AuditCard

SCOPE = "waiver"
"""What the cards of these audits look at."""
ENDED, UNNEEDED = "waiver-ended", "waiver-unneeded"
_LENGTH = 32


def audit_waivers(
    result: AuditResult, waivers: Sequence[Waiver], today: date, cards: Iterable[AuditCard]
) -> AuditResult:
    """Add a finding for each waiver that has run out, and for each that no finding needs.

    `cards` are the audits in force: whether another audit's finding is still there, nobody knows.
    """
    by_id = {card.id: card for card in cards}
    there = {(one.rule, one.fingerprint): one for one in (*result.findings, *result.waived)}
    idle = [
        (by_id[rule], waiver, found)
        for waiver in waivers
        if waiver.audit in by_id
        for found in (there.get((waiver.audit, waiver.fingerprint)),)
        for rule in _faults_of(waiver, found, today)
        if rule in by_id
    ]
    number = _last_number(result)
    findings = tuple(_make_finding(number + place, *one) for place, one in enumerate(idle, 1))
    return evolve(result, findings=(*result.findings, *findings)) if findings else result


def _faults_of(waiver: Waiver, found: Finding | None, today: date) -> Iterator[str]:
    if found is None:
        yield UNNEEDED
    elif waiver.is_over(today):
        yield ENDED


def _last_number(result: AuditResult) -> int:
    return max((int(one.id[1:]) for one in (*result.findings, *result.waived)), default=0)


def _make_finding(number: int, card: AuditCard, waiver: Waiver, found: Finding | None) -> Finding:
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
        spans=found.spans if found else (),
        related=(),
        attribution=found.attribution if found else None,
        record=found.record if found else None,
        fingerprint=sha256(f"{card.id}\n{waiver.audit}\n{waiver.fingerprint}".encode()).hexdigest()[:_LENGTH],
        standards=card.standards,
    )
