"""Only what is new: findings that an earlier version of the same article had already are waived."""

from provenance.model import AuditResult, Finding
from provenance.policy.waiving import waive_findings


def keep_new(result: AuditResult, earlier: AuditResult | None, revision: str) -> AuditResult:
    """Waive the findings that the earlier version had; all stand where there is none.

    Both versions were audited whole. A finding is the same if it rests on the same words and says the same of them: an edit
    elsewhere that changes what a claim rests on makes a new finding of it.
    """
    if earlier is None:
        return result
    had = {(finding.fingerprint, finding.message) for finding in earlier.findings}

    def excuse_of(finding: Finding) -> str | None:
        return f"unchanged since {revision}" if (finding.fingerprint, finding.message) in had else None

    return waive_findings(result, excuse_of)
