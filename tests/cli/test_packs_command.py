"""`provenance packs` and the words of a house, end to end in a folder of its own."""

import json
from pathlib import Path

import pytest

from provenance.cli.main import run

PACK = 'id = "herald"\nversion = "2"\nengine = "{engine}"\nprecedence = []\noverlap = "first"\n'
ARTICLE = "The bridge will close in May, Ana Reyes said. The mayor warned that the old road was unsafe for buses.\n"


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in a folder whose settings add a pack and change words."""
    monkeypatch.chdir(tmp_path)
    Path("herald/en").mkdir(parents=True)
    Path("herald/en/pack.toml").write_text(PACK.format(engine=1))
    Path("provenance.toml").write_text('packs = ["herald"]\n[[lexicon]]\nid = "en/reporting-verbs"\nremove = ["say"]\n')
    Path("a.txt").write_text(ARTICLE)


def test_lock_and_verify(capsys: pytest.CaptureFixture[str]) -> None:
    """What was locked verifies until a file of a pack or a word of the settings changes."""
    assert run(["packs", "verify"]) == 2
    assert run(["packs", "lock"]) == 0
    assert run(["packs", "verify"]) == 0
    Path("herald/standards.toml").write_text("")
    assert run(["packs", "verify"]) == 1
    assert capsys.readouterr().out.startswith("herald: locked 2 (")


def test_reports_name_every_pack(capsys: pytest.CaptureFixture[str]) -> None:
    """A report names the shipped pack, the added one and the changed words, and the changes take effect."""
    assert run(["audit", "a.txt", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [pack["id"] for pack in report["rulebook"]["packs"]] == ["en", "herald", "settings"]
    assert [a["cue"]["text"] for a in report["articles"][0]["attributions"]] == ["warned"]


def test_a_pack_that_needs_a_newer_engine(capsys: pytest.CaptureFixture[str]) -> None:
    """Such a pack stops the run with exit code 2, it is never skipped."""
    Path("herald/en/pack.toml").write_text(PACK.format(engine=99))
    assert run(["audit", "a.txt"]) == 2
    assert "herald/en/pack.toml:3: the pack needs engine 99" in capsys.readouterr().err
