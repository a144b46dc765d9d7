"""`provenance config show`, end to end in a folder of its own."""

import tomllib
from pathlib import Path

import pytest

from provenance.cli.main import run
from provenance.rulebook.load import load_pack
from provenance.rulebook.locate import default_rules
from provenance.rulebook.schema import Status, Weight


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")


def test_show_is_a_settings_file(capsys: pytest.CaptureFixture[str]) -> None:
    """What is shown is TOML, names every audit, and can be written into a settings file as it is."""
    assert run(["config", "show"]) == 0
    shown = capsys.readouterr().out
    data = tomllib.loads(shown)
    assert data["profile"] == "desk"
    assert set(data["severity"].values()) <= set(Weight)
    Path("provenance.toml").write_text(shown)
    assert run(["config", "show"]) == 0
    assert capsys.readouterr().out == shown


def test_why(capsys: pytest.CaptureFixture[str]) -> None:
    """`--why` says of each value whether an option, a line of a file, the profile or the card decided it."""
    Path("provenance.toml").write_text('fail-on = "never"\n[severity]\nweasel = "note"\n')
    assert run(["config", "show", "--why", "--profile", "npr"]) == 0
    lines = {line.split(" = ")[0]: line.partition("#")[2].strip() for line in capsys.readouterr().out.splitlines()}
    assert lines["profile"].startswith("--profile: ")
    assert lines["fail-on"].endswith("provenance.toml:1")
    assert lines["weasel"].endswith("provenance.toml:3")
    assert lines["show"] == "default"
    assert lines["anon-bare"] == "card"
    assert "profile npr: " in lines["reportedly"]
    assert lines["claim-bare"] == "profile npr: its status is preview"


def test_faults(capsys: pytest.CaptureFixture[str]) -> None:
    """Settings that make no sense are reported, with exit code 2."""
    Path("provenance.toml").write_text("colour = 1")
    assert run(["config", "show"]) == 2
    assert "provenance.toml:1: unknown key 'colour'" in capsys.readouterr().err


def test_previews_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Where an audit speaks that is not right often enough to speak by itself, `--why` says so; also in the reference."""
    assert run(["config", "show", "--why", "--profile", "everything"]) == 0
    lines = capsys.readouterr().out.splitlines()
    told = {line.split()[0] for line in lines if "# a preview; " in line}
    previews = {card.id for card in load_pack(default_rules()).audits if card.status is Status.PREVIEW}
    assert told == previews
