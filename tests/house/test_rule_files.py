"""What every rule file owes its readers."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.house.sources import ROOT

PATTERNS = sorted((ROOT / "rules/en/patterns").glob("*.toml"))
AUDITS = sorted((ROOT / "rules/audits").glob("*.toml"))
LEXICONS = sorted((ROOT / "rules/en/lexicons").glob("*.toml"))
EXAMPLES = 2
COUNTERS = 2


def load(path: Path) -> dict[str, Any]:
    """A rule file as a table."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def stem(path: Path) -> str:
    """Name a parameter by its file."""
    return path.stem


ATTRIBUTIONS = [path for path in PATTERNS if load(path)["emits"] == "attribution"]
"""Relays and signals need one example only, which the loader asks for."""


@pytest.mark.parametrize("path", [*PATTERNS, *AUDITS, *LEXICONS], ids=stem)
def test_a_rule_file_is_called_like_its_rule(path: Path) -> None:
    """The name of a rule file is the last part of the rule's id."""
    assert load(path)["id"].rpartition("/")[2] == path.stem


def test_precedence_is_the_folder() -> None:
    """The precedence of the pack lists every pattern file once, and nothing else."""
    listed = load(ROOT / "rules/en/pack.toml")["precedence"]
    assert sorted(listed) == sorted(f"en/{path.stem}" for path in PATTERNS)


@pytest.mark.parametrize("path", ATTRIBUTIONS, ids=stem)
def test_a_pattern_is_shown_from_both_sides(path: Path) -> None:
    """An attribution pattern has at least two examples and two counter-examples, all different."""
    pattern = load(path)
    examples, counters = pattern.get("example", []), pattern.get("counter", [])
    assert len({example["text"] for example in examples}) == len(examples) >= EXAMPLES
    assert len({counter["text"] for counter in counters}) == len(counters) >= COUNTERS


@pytest.mark.parametrize("path", LEXICONS, ids=stem)
def test_a_lexicon_says_where_its_words_come_from(path: Path) -> None:
    """Every lexicon names its source."""
    assert len(load(path)["source"]) > len("own words")
