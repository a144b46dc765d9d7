"""What the page calls things, and the signs that say the same without colour."""

from collections.abc import Mapping

from provenance.model import Attribution, Role, Severity, Sourcing
from provenance.reports.counting import claim_number, count_of
from provenance.reports.rows import Row

SOURCING: Mapping[Sourcing, tuple[str, str]] = {
    Sourcing.NAMED: ("●", "named source"),
    Sourcing.MIXED: ("◐", "named and unnamed sources"),
    Sourcing.UNNAMED_ONLY: ("○", "unnamed sources only"),
    Sourcing.VAGUE: ("◌", "vague: unnamed media or papers"),
    Sourcing.NONE: ("✕", "no source stated"),
    Sourcing.AUTHOR: ("◆", "the author"),
}
"""Sign and words of each kind of sourcing, in the order of the summary."""

RELAYED = ("→", "relayed: through another outlet, person or body")
SIGNS: Mapping[Severity, str] = {Severity.ERROR: "▲", Severity.WARNING: "■", Severity.NOTE: "•"}


def is_relayed(attribution: Attribution | None) -> bool:
    """Whether somebody else stands between the source and the article."""
    return attribution is not None and any(hop.role is Role.RELAY for hop in attribution.chain)


def label_of(row: Row) -> str:
    """A claim in one phrase, for people who hear the page."""
    relayed = ", relayed" if is_relayed(row.attribution) else ""
    findings = f", {count_of(len(row.findings), 'finding')}" if row.findings else ""
    return f"claim {number_of(row)}: {SOURCING[row.record.sourcing][1]}{relayed}{findings}"


def number_of(row: Row) -> str:
    """The number of a claim, as all reports have it."""
    return claim_number(row.record.id)
