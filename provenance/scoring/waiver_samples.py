"""The examples of audits that look at waivers: a text, which audit is waived in it, and until when."""

from datetime import date

from provenance.audits.waivers import audit_waivers
from provenance.model import AuditResult, Waiver
from provenance.pipeline import audit_text
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import Counter, Example

TODAY = date(2026, 1, 1)
"""The day on which examples are audited."""


def audit_waived(example: Example | Counter, rulebook: Rulebook) -> AuditResult:
    """Audit the text of an example with a waiver of the audit that it names; without a finding of that, of nothing."""
    result = audit_text(example.text, rulebook)
    wanted = example.metadata.get("waived")
    if wanted is None:
        return result
    until = example.metadata.get("until")
    prints = [one.fingerprint for one in result.findings if one.rule == wanted] or ["gone"]
    last = date.fromisoformat(until) if until else None
    waivers = [Waiver(wanted, one, "what was waived", "known", "duty editor", last) for one in prints]
    return audit_waivers(result, waivers, TODAY, rulebook.pack.audits)
