"""What changed in the sourcing between two drafts, for machines."""

from collections.abc import Iterable

from attrs import frozen

from provenance.exporters.json_text import Json, export_spans
from provenance.exporters.json_v1 import export_finding
from provenance.model import Attribution, AuditResult, Finding, Record, text_of

DRAFTS_SCHEMA = "provenance/drafts/v1"


@frozen
class DraftClaim:
    """A claim as one draft has it."""

    record: Record
    attribution: Attribution | None
    text: str


@frozen
class DraftChange:
    """A claim that changed, as each draft has it; None where the draft lacks it.

    `support` is the other source that it gained or lost, where it was that which changed.
    """

    kind: str
    old: DraftClaim | None
    new: DraftClaim | None
    support: DraftClaim | None


def export_drafts(
    drafts: tuple[AuditResult, AuditResult],
    changes: Iterable[DraftChange],
    *,
    gained: Iterable[Finding],
    solved: Iterable[Finding],
) -> Json:
    """Return what changed from the first draft to the second: the claims, and the findings gained and solved."""
    old, new = drafts
    return {
        "schema": DRAFTS_SCHEMA,
        "old": old.article.path,
        "new": new.article.path,
        "changes": [_export_change(change) for change in changes],
        "findings": {
            "gained": [export_finding(finding) for finding in gained],
            "solved": [export_finding(finding) for finding in solved],
        },
    }


def _export_change(change: DraftChange) -> Json:
    exported = {"kind": change.kind, "old": _export_claim(change.old), "new": _export_claim(change.new)}
    return {**exported, "support": _export_claim(change.support)} if change.support else exported


def _export_claim(claim: DraftClaim | None) -> Json | None:
    if claim is None:
        return None
    chain = claim.attribution.chain if claim.attribution else ()
    return {
        "record": claim.record.id,
        "spans": export_spans(claim.record.claim),
        "text": text_of(claim.record.claim, claim.text),
        "sourcing": claim.record.sourcing.value,
        "chain": [{"entity": hop.entity, "naming": hop.naming.value, "role": hop.role.value} for hop in chain],
    }
