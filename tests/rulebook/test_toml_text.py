"""Reading TOML the short way."""

import tomllib
from pathlib import Path

import pytest

from provenance.rulebook.locate import default_rules
from provenance.rulebook.toml_text import parse_toml

FRAME = """\
id = "x"
entries = [
{}
]
after = 1
"""


@pytest.mark.parametrize("path", sorted(default_rules().rglob("*.toml")), ids=lambda path: path.stem)
def test_shipped_files_read_the_same_either_way(path: Path) -> None:
    """The short way gives exactly what `tomllib` gives for every file of rules."""
    source = path.read_text(encoding="utf-8")
    assert parse_toml(source) == tomllib.loads(source)


@pytest.mark.parametrize(
    "lines",
    [
        '  {lemma = "say"},',
        '  # heads\n  {lemma = "say", weak = true, n = 3, preps = ["of", "to"]},   # a note\n\n  {name = "A, b"},',
        '  {lemma = "go", forms = {past = "went", pp = "gone"}},',
        '  {lemma = "a = b", x = "{c = d}"},',
        '  {lemma = "a\\tb"},',
        "  {lemma = 'say'},",
        '  {lemma = "say"}',
        '  {lemma = "say", x = [{y = 1}]},',
        '  {lemma = "say", x = [1,\n 2]},',
        "",
    ],
)
def test_entries_of_every_shape_read_the_same(lines: str) -> None:
    """Plain entries, odd ones and none at all give what `tomllib` gives."""
    source = FRAME.format(lines)
    assert parse_toml(source) == tomllib.loads(source)


@pytest.mark.parametrize(
    "lines", ['  {lemma = "a", lemma = "b"},', '  {lemma = "say"}\n  {lemma = "tell"},', '  {lemma = "say},', "  say,"]
)
def test_a_mistake_is_reported_with_its_line(lines: str) -> None:
    """The short way hides no mistake and moves no line."""
    with pytest.raises(tomllib.TOMLDecodeError, match=r"line [34]"):
        parse_toml(FRAME.format(lines))


def test_entries_of_an_inner_table_stay_there() -> None:
    """A list of entries under a header belongs to that header."""
    assert parse_toml('[a]\nentries = [\n  {x = "y"},\n]\n') == {"a": {"entries": [{"x": "y"}]}}
