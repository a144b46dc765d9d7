"""`provenance compare` from end to end."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from provenance.cli.main import run
from tests.house.sources import ROOT

FIRST = '"We shall never yield the harbour to the western company," the mayor Ana Reyes said <b> & more.'
SECOND = '"We will never yield the harbour to that western company," Ana Reyes said.'


@pytest.fixture(name="paths")
def make_paths(tmp_path: Path) -> list[str]:
    """Two articles that share a quotation."""
    paths = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    return list(map(str, paths))


def compare(paths: list[str], form: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Run the command and give what it printed."""
    assert run(["compare", "--format", form, *paths]) == 0
    return capsys.readouterr().out


def test_json_follows_its_schema(paths: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON is valid under the published schema and holds the group, the conflict and the finding."""
    found = json.loads(compare(paths, "json", capsys))
    schema = json.loads((ROOT / "docs/reference/compare.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(found, schema)
    assert [member["path"] for member in found["groups"][0]["members"]] == paths
    assert [conflict["kind"] for conflict in found["conflicts"]] == ["quotation"]
    assert [finding["code"] for finding in found["findings"]] == ["X03"]


def test_the_table_marks_the_words_that_differ(paths: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The table shows both wordings with the words that only one has marked."""
    table = compare(paths, "table", capsys)
    assert "We _shall_ never yield the harbour to the western company" in table
    assert "We _will_ never yield the harbour to _that_ western company" in table
    assert "1 independent origin: Ana Reyes" in table


def test_the_page_holds_marks_and_a_drawing(paths: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The page marks the words that differ and draws the lineage."""
    page = compare(paths, "html", capsys)
    assert "<mark>shall</mark>" in page
    assert '<svg class="lineage"' in page


def test_graphml_is_a_graph_of_sources_and_articles(paths: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """GraphML is well-formed XML with an edge from the speaker to each article."""
    tree = ET.fromstring(compare(paths, "graphml", capsys))  # noqa: S314  our own output
    space = "{http://graphml.graphdrawing.org/xmlns}"
    assert len(tree.findall(f".//{space}node")) == len(tree.findall(f".//{space}edge")) + 1 == 3


def test_mermaid_is_a_flowchart(paths: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Mermaid has a subgraph for the group and an arrow for each step."""
    chart = compare(paths, "mermaid", capsys)
    assert chart.startswith("flowchart LR\n  subgraph g1")
    assert chart.count("-->") == 2


def test_what_cannot_be_read_is_told(tmp_path: Path, paths: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """An empty file is named on stderr, the others are compared, and the exit code is 2."""
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert run(["compare", *paths, str(empty)]) == 2
    captured = capsys.readouterr()
    assert "empty.txt" in captured.err
    assert "1 shared statement," in captured.out
