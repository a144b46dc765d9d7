"""Folders of pages, and formats that say everything as a graph, from the command."""

import json
from pathlib import Path

import pytest

from provenance.cli.main import run
from provenance.cli.parser import GRAPHS

SEEDS = Path(__file__).parents[2] / "seeds"


def test_a_folder_of_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--out html:FOLDER/` makes the folder, writes a page an article and an index that leads to each of them."""
    folder, empty = tmp_path / "made" / "pages", tmp_path / "Empty one.txt"
    empty.touch()
    articles = sorted(map(str, SEEDS.glob("*.txt")))[:2]
    assert run(["audit", *articles, str(empty), "--format", "concise", "--out", f"html:{folder}/"]) == 2
    names = sorted(path.name for path in folder.iterdir())
    stems = [Path(path).stem for path in articles]
    assert names == [f"1-{stems[0]}.html", f"2-{stems[1]}.html", "3-empty-one.html", "index.html"]
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{name}"' in index for name in names[:-1])
    assert 'href="index.html"' in (folder / names[0]).read_text(encoding="utf-8")
    capsys.readouterr()


def test_a_folder_that_cannot_be_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder in the place of a file stops the run before anything is audited."""
    (tmp_path / "taken").touch()
    assert run(["audit", str(SEEDS), "--out", f"html:{tmp_path}/taken/"]) == 2
    assert "cannot write" in capsys.readouterr().err


@pytest.mark.parametrize("kind", GRAPHS)
def test_graphs(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every graph can be written to a file, and is not empty."""
    path = tmp_path / "graph"
    run(["audit", str(SEEDS / "ferry-sale.txt"), "--format", "concise", "--out", f"{kind}:{path}"])
    capsys.readouterr()
    written = path.read_text(encoding="utf-8")
    assert "urn:x-provenance" in written
    if "json" in kind:
        assert json.loads(written)


def test_graphs_that_need_a_library_say_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the library for W3C PROV is missing, the command names the extra; JSON-LD needs none."""
    monkeypatch.setattr("provenance.cli.complaints.find_spec", lambda _: None)
    assert run(["audit", str(SEEDS / "ferry-sale.txt"), "--format", "prov-json"]) == 2
    assert "provenance[prov]" in capsys.readouterr().err
    assert run(["audit", str(SEEDS / "ferry-sale.txt"), "--format", "jsonld"]) == 1
    capsys.readouterr()
