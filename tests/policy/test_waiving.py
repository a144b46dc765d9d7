"""Findings that the policy takes out of a result."""

from pathlib import Path

import pytest

from provenance.model import AuditResult
from provenance.policy.settings_file import FileIgnore
from provenance.policy.waiving import ignored_in, waive_findings


def test_nothing_is_lost(made_result: AuditResult) -> None:
    """What is waived stays in the result, and what is left keeps its order."""
    waived = waive_findings(made_result, lambda finding: finding.code == "A04")
    assert [finding.code for finding in waived.waived] == ["A04"]
    assert {*waived.findings, *waived.waived} == set(made_result.findings)


@pytest.mark.parametrize(
    ("path", "pattern", "ignored"),
    [
        ("opinion/a.txt", "opinion/*", True),
        ("opinion/2026/a.txt", "opinion/*", True),
        ("news/a.txt", "opinion/*", False),
        ("news/../opinion/a.txt", "opinion/*", True),
        ("a.txt", "*.txt", True),
        ("-", "opinion/*", False),
        (None, "*", False),
    ],
)
def test_files_are_matched_from_the_settings(path: str | None, pattern: str, *, ignored: bool) -> None:
    """Patterns count from the folder of the settings, and a star reaches into folders."""
    ignores = [FileIgnore((pattern,), ("weasel",), "columnists say what they think", "provenance.toml:3")]
    assert ignored_in(path, ignores, Path()) == (frozenset(["weasel"]) if ignored else frozenset())
