"""Findings that the policy takes out of a result: they stay in it as waived, they are never lost."""

from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from attrs import evolve

from provenance.model import AuditResult, Finding
from provenance.policy.policy import Policy
from provenance.policy.settings_file import FileIgnore


def waive_findings(result: AuditResult, is_waived: Callable[[Finding], bool]) -> AuditResult:
    """Move findings from `findings` to `waived`, in text order there."""
    taken = tuple(filter(is_waived, result.findings))
    if not taken:
        return result
    kept = tuple(finding for finding in result.findings if not is_waived(finding))
    return evolve(result, findings=kept, waived=(*result.waived, *taken))


def apply_policy(result: AuditResult, policy: Policy) -> AuditResult:
    """Waive what the policy ignores everywhere or in this article's file."""
    ignored = policy.ignore | ignored_in(result.article.path, policy.file_ignores, policy.folder)
    return waive_findings(result, lambda finding: finding.rule in ignored) if ignored else result


def ignored_in(path: str | None, ignores: Sequence[FileIgnore], folder: Path) -> frozenset[str]:
    """Give the audits that are ignored in a file; patterns count from `folder`, and `*` crosses folders."""
    if path is None or not ignores:
        return frozenset()
    name = _inside(path, folder)
    hits = (ignore for ignore in ignores if any(fnmatchcase(name, pattern) for pattern in ignore.files))
    return frozenset(audit for ignore in hits for audit in ignore.audits)


def _inside(path: str, folder: Path) -> str:
    """Give a path as seen from a folder; as it is where it lies elsewhere."""
    absolute = Path(path).resolve()
    try:
        return absolute.relative_to(folder.resolve()).as_posix()
    except ValueError:
        return absolute.as_posix()
