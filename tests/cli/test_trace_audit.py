"""`provenance trace FILE:LINE --audit`, end to end.

`silent/` holds an article and a house with audits of its own; `article.expected` has the commands, each with what it prints.
To write what they print now: `PROVENANCE_UPDATE=1 pytest tests/cli/test_trace_audit.py`, then read the difference.
"""

import json
import os
import shlex
import shutil
from pathlib import Path

import pytest

from provenance.cli.main import run

FOLDER = Path(__file__).parent / "silent"
GOLDEN = FOLDER / "article.expected"
PROMPT = "$ provenance "


@pytest.fixture(autouse=True)
def _in_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a copy of the house."""
    shutil.copytree(FOLDER, tmp_path / "house")
    monkeypatch.chdir(tmp_path / "house")
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.setenv("NO_COLOR", "1")


def test_the_trace_says_why_an_audit_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    """Conditions, exceptions, softer findings, repetitions, ignores and profiles are told as the golden file has them."""
    sessions = GOLDEN.read_text(encoding="utf-8").split(PROMPT)[1:]
    found = "\n".join(_print(session.partition("\n")[0], capsys) for session in sessions)
    if os.environ.get("PROVENANCE_UPDATE"):
        GOLDEN.write_text(found, encoding="utf-8")
    assert found.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()


def _print(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert run(shlex.split(command)) == 0
    return f"{PROMPT}{command}\n{capsys.readouterr().out}"


def _reasons(capsys: pytest.CaptureFixture[str], *options: str) -> list[tuple[str, str]]:
    """Give where the way of each claim ends, and why."""
    assert run(["trace", "article.txt", "--audit", "H01", "--json", *options]) == 0
    (audit,) = json.loads(capsys.readouterr().out)["audits"]
    return [(claim["end"], claim["why"]) for claim in audit["claims"]]


def test_a_waiver_and_a_baseline_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """What a waiver or a baseline keeps from being heard is said with the words of the excuse."""
    assert _reasons(capsys)[0] == ("heard", "")
    assert run(["waive", "article.txt:3:1", "H01", "--reason", "known to two editors", "--by", "duty editor"]) == 0
    capsys.readouterr()
    assert _reasons(capsys)[0] == ("hidden", "the finding is waived: known to two editors (duty editor)")
    Path("article.txt.waivers.toml").unlink()
    assert run(["baseline", "write", "article.txt"]) == 0
    capsys.readouterr()
    held = _reasons(capsys, "--baseline", "provenance-baseline.txt")
    assert held[0] == ("hidden", "the finding is waived: in the baseline")


@pytest.mark.parametrize("audit", ["A01", "anon-only-claim"])
def test_a_shipped_audit_goes_by_code_and_id(capsys: pytest.CaptureFixture[str], audit: str) -> None:
    """Every claim of the line is told, with conditions, whatever the audit is called."""
    assert run(["trace", "article.txt:3", "--audit", audit]) == 0
    out = capsys.readouterr().out
    assert out.startswith("A01 anon-only-claim: ")
    assert out.count("\nclaim ") == out.count("record.sourcing is unnamed-only") == 2


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["article.txt:3", "--audit", "H09"], "did you mean"),
        (["article.txt:99", "--audit", "H01"], "no sentence on line 99"),
        (["article.txt:3", "--audit", "quote-drift"], "compares articles"),
    ],
)
def test_what_cannot_be_traced_is_said(capsys: pytest.CaptureFixture[str], arguments: list[str], reason: str) -> None:
    """An audit or a line that is not there, or an audit of several articles, gives exit code 2 and a reason."""
    assert run(["trace", *arguments]) == 2
    assert reason in capsys.readouterr().err
