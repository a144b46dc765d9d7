"""What changed in the sourcing between two drafts, for machines."""

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from provenance.exporters.json_v1 import export_finding
from provenance.model import Attribution, Finding, Record, text_of

Json = dict[str, Any]

DRAFTS_SCHEMA = "provenance/drafts/v1"


@frozen
class DraftClaim:
    """A claim as one draft has it."""

    record: Record
    attribution: Attribution | None
    text: str


def export_drafts(
    paths: tuple[str | None, str | None],
    changes: Iterable[tuple[str, DraftClaim | None, DraftClaim | None, DraftClaim | None]],
    findings: tuple[Iterable[Finding], Iterable[Finding]],
) -> Json:
    """Return the changed claims, each as it was and as it is (null where the draft lacks it), and the changed findings.

    `support` is the other source that a claim gained or lost, where it was that which changed.
    """
    return {
        "schema": DRAFTS_SCHEMA,
        "old": paths[0],
        "new": paths[1],
        "changes": [
            {
                "kind": kind,
                "old": _export_claim(old),
                "new": _export_claim(new),
                **({"support": _export_claim(support)} if support else {}),
            }
            for kind, old, new, support in changes
        ],
        "findings": {
            "gained": [export_finding(finding) for finding in findings[0]],
            "solved": [export_finding(finding) for finding in findings[1]],
        },
    }


def _export_claim(claim: DraftClaim | None) -> Json | None:
    if claim is None:
        return None
    chain = claim.attribution.chain if claim.attribution else ()
    return {
        "record": claim.record.id,
        "spans": [[span.start, span.end] for span in claim.record.claim],
        "text": text_of(claim.record.claim, claim.text),
        "sourcing": claim.record.sourcing.value,
        "chain": [{"entity": hop.entity, "naming": hop.naming.value, "role": hop.role.value} for hop in chain],
    }
