"""Baselines: the findings an archive had when the check was switched on, so that only new ones are heard.

One finding a line, sorted, so that the changes of two people merge: the article's path, the rule, the fingerprint.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from provenance.errors import SettingsError
from provenance.model import AuditResult
from provenance.policy.waiving import path_from, waive_findings

EXCUSE = "in the baseline"
_HEAD = "# Findings that were there when the check was switched on: path, rule, fingerprint.\n"
_FIELDS = 3


@frozen(order=True)
class Known:
    """One finding of a baseline; `path` counts from the folder of the baseline."""

    path: str
    rule: str
    fingerprint: str


def read_baseline(path: Path) -> frozenset[Known]:
    """Read a baseline; raise SettingsError if there is none or a line of it is broken."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{path}: {getattr(error, 'strerror', None) or 'is not UTF-8, so no baseline'}"
        raise SettingsError(msg) from error
    written = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    return frozenset(_read_line(line, f"{path}:{number}") for number, line in written)


def write_baseline(known: Iterable[Known]) -> str:
    """Give the text of a baseline."""
    return _HEAD + "".join(f"{one.path} {one.rule} {one.fingerprint}\n" for one in sorted(known))


def list_known(result: AuditResult, folder: Path) -> frozenset[Known]:
    """Give the findings of an article as a baseline in `folder` holds them."""
    path = name_in(folder, result.article.path)
    return frozenset(Known(path, finding.rule, finding.fingerprint) for finding in result.findings)


def apply_baseline(result: AuditResult, known: frozenset[Known], folder: Path) -> AuditResult:
    """Waive what the baseline in `folder` holds."""
    path = name_in(folder, result.article.path)
    return waive_findings(
        result, lambda finding: EXCUSE if Known(path, finding.rule, finding.fingerprint) in known else None
    )


def prune_baseline(
    known: frozenset[Known], found: frozenset[Known], audited: frozenset[str], folder: Path
) -> frozenset[Known]:
    """Drop what is no longer found in the articles that were audited, and what belongs to articles that are gone."""
    return frozenset(one for one in known if one in found or (one.path not in audited and _is_there(folder, one.path)))


def _is_there(folder: Path, path: str) -> bool:
    """Tell whether the file of an article is there, be it one of several in it."""
    return (folder / path).is_file() or (folder / path.partition("#")[0]).is_file()


def count_rules(known: Iterable[Known]) -> list[tuple[str, int]]:
    """Count the findings of a baseline by rule, most first."""
    return sorted(Counter(one.rule for one in known).items(), key=lambda pair: (-pair[1], pair[0]))


def _read_line(line: str, place: str) -> Known:
    fields = line.rsplit(" ", _FIELDS - 1)
    if len(fields) != _FIELDS:
        msg = f"{place}: not a line of a baseline (path, rule, fingerprint)"
        raise SettingsError(msg)
    return Known(*fields)


def name_in(folder: Path, path: str | None) -> str:
    """Give an article's path as a baseline in `folder` has it, on one line."""
    return (path_from(folder, path) or "-").replace("\r", "%0D").replace("\n", "%0A")
