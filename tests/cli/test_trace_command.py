"""`provenance trace`, end to end."""

import json
from functools import cache
from pathlib import Path

import pytest

from provenance.cli.main import run
from provenance.cli.trace import split_place
from provenance.pipeline import default_rulebook
from provenance.tracing import open_tracer
from provenance.tracing.build import Tracer

TEXT = "Bridge to stay open\n\nThe mayor, Ana Reyes, said on Monday that the bridge is safe. She mused on the plan.\n"


@cache
def _tracer() -> Tracer:
    return open_tracer(default_rulebook())


@pytest.fixture(autouse=True)
def _opened_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped rules are compiled once for all tests: every command would do it anew."""
    monkeypatch.setattr("provenance.cli.trace.open_tracer", lambda _rulebook: _tracer())


@pytest.fixture
def article(tmp_path: Path) -> str:
    """An article in a file."""
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_trace_fits_the_terminal(article: str, capsys: pytest.CaptureFixture[str], width: int) -> None:
    """The trace of a line has every part, and no line wider than the terminal."""
    assert run(["trace", f"{article}:3", "--width", str(width)]) == 0
    out = capsys.readouterr().out
    assert all(part in out for part in ("Words", "Mentions", "Matched", "Nearly matched", "Parsed", "stops at"))
    assert max(map(len, out.splitlines())) <= width


def test_trace_of_one_pattern(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--pattern` shows that pattern alone, by its id with or without the language."""
    assert run(["trace", f"{article}:3", "--pattern", "said-that"]) == 0
    out = capsys.readouterr().out
    assert "won: it is a1" in out
    assert "en/said-bare" not in out


def test_trace_as_json(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--json` gives spans that index the text, and the attribution that each winning match became."""
    assert run(["trace", article, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == "provenance/trace/v1"
    for sentence in data["sentences"]:
        assert TEXT[slice(*sentence["span"])] == sentence["text"]
    matches = [match for sentence in data["sentences"] for match in sentence["matches"]]
    won = {match["attribution"] for match in matches if match["attribution"]}
    assert won == {one["id"] for sentence in data["sentences"] for one in sentence["attributions"]}


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nowhere.txt"], "nowhere.txt"),
        (["{}:99"], "no sentence on line 99"),
        (["{}", "--pattern", "said-taht"], "did you mean"),
    ],
)
def test_trace_of_nothing(article: str, capsys: pytest.CaptureFixture[str], arguments: list[str], reason: str) -> None:
    """A file, line or pattern that does not exist gives exit code 2 and a reason."""
    assert run(["trace", *(word.format(article) for word in arguments)]) == 2
    assert reason in capsys.readouterr().err


def test_a_file_may_end_like_a_line(tmp_path: Path) -> None:
    """A file whose name ends in a colon and digits is that file, not a line of another."""
    path = tmp_path / "notes:3"
    path.write_text(TEXT, encoding="utf-8")
    assert split_place(str(path)) == (str(path), None)
    assert split_place(f"{path}:7") == (str(path), 7)
    assert split_place("-") == ("-", None)
