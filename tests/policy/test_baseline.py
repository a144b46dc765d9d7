"""Baselines: what was there when the check was switched on."""

from pathlib import Path

import pytest
from attrs import evolve

from provenance.errors import SettingsError
from provenance.model import AuditResult
from provenance.policy.baseline import (
    Known,
    apply_baseline,
    count_rules,
    list_known,
    prune_baseline,
    read_baseline,
    write_baseline,
)

ONE, OTHER = Known("a b.txt", "weasel", "f1"), Known("a.txt", "anon-bare", "f2")


def at(result: AuditResult, path: str) -> AuditResult:
    """Give the result as if the article lay at a path."""
    return evolve(result, parse=evolve(result.parse, article=evolve(result.article, path=path)))


def test_a_baseline_is_sorted_lines(tmp_path: Path) -> None:
    """Whatever the order of the findings, the lines are sorted, one a finding, and come back as they were."""
    path = tmp_path / "baseline.txt"
    path.write_text(write_baseline([ONE, OTHER]))
    assert path.read_text() == write_baseline([OTHER, ONE])
    assert path.read_text().splitlines()[1:] == ["a b.txt weasel f1", "a.txt anon-bare f2"]
    assert read_baseline(path) == {ONE, OTHER}


def test_what_is_held_is_waived(made_result: AuditResult, tmp_path: Path) -> None:
    """All findings of an article that are in the baseline are waived; those of a copy elsewhere are not."""
    known = list_known(at(made_result, str(tmp_path / "a.txt")), tmp_path)
    assert {one.path for one in known} == {"a.txt"}
    held = apply_baseline(at(made_result, str(tmp_path / "a.txt")), known, tmp_path)
    assert held.findings == ()
    assert {finding.excuse for finding in held.waived} == {"in the baseline"}
    assert apply_baseline(at(made_result, str(tmp_path / "b.txt")), known, tmp_path).waived == ()


def test_pruning(tmp_path: Path) -> None:
    """Pruning drops what an audited article no longer has and what belongs to articles that are gone, nothing else."""
    for name in ("here.txt", "other.txt"):
        (tmp_path / name).touch()
    held = [Known(path, "weasel", "f") for path in ("here.txt", "other.txt", "gone.txt")]
    still = Known("here.txt", "weasel", "g")
    kept = prune_baseline(frozenset([*held, still]), frozenset([still]), frozenset(["here.txt"]), tmp_path)
    assert kept == {still, held[1]}


def test_counting() -> None:
    """Rules are counted, most first."""
    assert count_rules([OTHER, ONE, evolve(ONE, fingerprint="f3")]) == [("weasel", 2), ("anon-bare", 1)]


@pytest.mark.parametrize("text", ["a.txt weasel\n", "one\n"])
def test_a_broken_line(tmp_path: Path, text: str) -> None:
    """A line that is no finding is an error with its place, and so is a baseline that is not there."""
    path = tmp_path / "baseline.txt"
    with pytest.raises(SettingsError, match="No such file"):
        read_baseline(path)
    path.write_text(f"# head\n{text}")
    with pytest.raises(SettingsError, match=r"baseline\.txt:2: not a line of a baseline"):
        read_baseline(path)
