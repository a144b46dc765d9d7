"""Findings that rest on one claim, put together: whoever reads them is told once where they stand."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from provenance.model import Finding

Listed = TypeVar("Listed")


def gather(listed: Iterable[Listed], finding_of: Callable[[Listed], Finding]) -> list[tuple[Listed, ...]]:
    """Give what is listed, each a finding or more than that, by claim: a claim stands where its first finding did, the worst of them first.

    What belongs to no claim is told by its words; what has no words stands alone.
    """
    found: dict[object, list[Listed]] = {}
    for one in listed:
        finding = finding_of(one)
        found.setdefault(finding.record or finding.spans or finding.id, []).append(one)
    return [tuple(sorted(ones, key=lambda one: -finding_of(one).severity.rank)) for ones in found.values()]


def gather_findings(findings: Iterable[Finding]) -> list[tuple[Finding, ...]]:
    """Give findings by claim, as `gather` does."""
    return gather(findings, lambda finding: finding)
