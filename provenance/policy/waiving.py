"""Findings that something takes out of a result: they stay in it as waived, with the reason, they are never lost."""

from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path

from attrs import evolve

from provenance.model import AuditResult, Finding
from provenance.policy.policy import Policy
from provenance.policy.rulings import CARD

Excuse = Callable[[Finding], str | None]
"""Why a finding is waived; None for one that stands."""


def waive_findings(result: AuditResult, excuse_of: Excuse) -> AuditResult:
    """Move the findings that have an excuse from `findings` to `waived`; both keep their order."""
    excuses = {finding.id: excuse for finding in result.findings if (excuse := excuse_of(finding)) is not None}
    if not excuses:
        return result
    kept = tuple(finding for finding in result.findings if finding.id not in excuses)
    taken = (evolve(one, excuse=excuses[one.id]) for one in result.findings if one.id in excuses)
    return evolve(result, findings=kept, waived=(*result.waived, *taken))


def apply_policy(result: AuditResult, policy: Policy) -> AuditResult:
    """Waive what the policy ignores everywhere or in this article's file."""
    ignored = {audit: f"ignored: {policy.origins.get('ignore', 'settings')}" for audit in policy.ignore}
    name = path_from(policy.folder, result.article.path)
    for ignore in policy.file_ignores:
        if name is not None and any(fnmatchcase(name, pattern) for pattern in ignore.files):
            ignored |= dict.fromkeys(ignore.audits, ignore.reason)
    return waive_findings(result, lambda finding: ignored.get(finding.rule)) if ignored else result


def drop_unsure(result: AuditResult, policy: Policy) -> AuditResult:
    """Drop findings that their card makes less sure than the profile wants; an audit that somebody put on says all."""
    as_written = frozenset(ruling.card.id for ruling in policy.rulings if ruling.origin == CARD)
    wanted = policy.profile.confidence
    kept = tuple(one for one in result.findings if one.confidence in wanted or one.rule not in as_written)
    return result if len(kept) == len(result.findings) else evolve(result, findings=kept)


def path_from(folder: Path, path: str | None) -> str | None:
    """Give a path as seen from a folder; absolute where it lies elsewhere, None for a bare text."""
    if path is None:
        return None
    absolute = Path(path).resolve()
    try:
        return absolute.relative_to(folder.resolve()).as_posix()
    except ValueError:
        return absolute.as_posix()
