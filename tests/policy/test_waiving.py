"""Findings that the policy takes out of a result."""

from pathlib import Path

import pytest
from attrs import evolve

from provenance.model import AuditResult, Confidence
from provenance.policy.policy import Policy, Wishes, resolve_policy
from provenance.policy.settings_file import FileIgnore, SettingsFile
from provenance.policy.waiving import apply_policy, drop_unsure, waive_findings
from provenance.rulebook.schema import Pack, Place, Profile, Status, Weight
from tests.factories import CARDS

PACK = Pack(
    "en", "1", "1", "", audits=tuple(CARDS.values()),
    profiles=(Profile("desk", "", frozenset(), frozenset(), (), Place("x")),),
)  # fmt: skip


def at(result: AuditResult, path: str | None) -> AuditResult:
    """Give the result as if the article lay at a path."""
    return evolve(result, parse=evolve(result.parse, article=evolve(result.article, path=path)))


def test_nothing_is_lost(made_result: AuditResult) -> None:
    """What is waived stays in the result with the reason, and what is left keeps its order."""
    waived = waive_findings(made_result, lambda finding: "we know" if finding.code == "A04" else None)
    assert [(finding.code, finding.excuse) for finding in waived.waived] == [("A04", "we know")]
    left = [finding.code for finding in made_result.findings if finding.code != "A04"]
    assert [finding.code for finding in waived.findings] == left


def test_an_ignored_audit_says_who_ignores_it(made_result: AuditResult) -> None:
    """What is ignored everywhere carries the option or the line that says so."""
    policy = resolve_policy(Wishes(ignore=("A04",)), SettingsFile(), PACK)
    assert [finding.excuse for finding in apply_policy(made_result, policy).waived] == ["ignored: --ignore"]


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
def test_files_are_matched_from_the_settings(
    made_result: AuditResult, path: str | None, pattern: str, *, ignored: bool
) -> None:
    """Patterns count from the folder of the settings, and a star reaches into folders."""
    ignore = FileIgnore((pattern,), ("anon-no-reason",), "columnists say what they think", "provenance.toml:3")
    policy: Policy = resolve_policy(Wishes(), SettingsFile(file_ignores=(ignore,)), PACK)
    policy = evolve(policy, folder=Path())
    excuses = [finding.excuse for finding in apply_policy(at(made_result, path), policy).waived]
    assert excuses == (["columnists say what they think"] if ignored else [])


def test_what_a_card_makes_less_sure_is_for_other_profiles(made_result: AuditResult) -> None:
    """A finding of a sure audit that is itself unsure is dropped, unless the house put the audit on."""
    profile = Profile("desk", "", frozenset([Confidence.HIGH]), frozenset(Status), (), Place("x"))
    card = evolve(CARDS["anon-no-reason"], confidence=Confidence.HIGH)
    pack = evolve(PACK, audits=(card,), profiles=(profile,))
    unsure = evolve(
        made_result, findings=tuple(evolve(one, confidence=Confidence.MEDIUM) for one in made_result.findings)
    )
    as_written = resolve_policy(Wishes(), SettingsFile(), pack)
    put_on = resolve_policy(Wishes(), SettingsFile("h.toml", severity={"A04": Weight.NOTE}), pack)
    assert "A04" not in {finding.code for finding in drop_unsure(unsure, as_written).findings}
    assert "A04" in {finding.code for finding in drop_unsure(unsure, put_on).findings}
