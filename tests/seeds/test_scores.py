"""The pipeline on the sample articles: not below the floors of floors.toml."""

import json
import tomllib
from functools import cache, reduce
from operator import add
from pathlib import Path
from typing import Any

import pytest

from provenance.model import Severity
from provenance.pipeline import audit_text
from tests.seeds.measures import Counts, measure

SEEDS = Path(__file__).parents[2] / "seeds"
ENTRIES: list[dict[str, Any]] = tomllib.loads((SEEDS / "MANIFEST.toml").read_text(encoding="utf-8"))["article"]
TABLE = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))


@cache
def measured(index: int) -> dict[str, Counts]:
    """Audit one sample article and measure the result."""
    entry = ENTRIES[index]
    gold = json.loads((SEEDS / entry["gold"]).read_text(encoding="utf-8"))
    result = audit_text((SEEDS / entry["file"]).read_bytes().decode("utf-8"))
    errors = sum(finding.severity is Severity.ERROR for finding in result.findings)
    return {**measure(result, gold, entry["expected"]), "errors": Counts(found=errors)}


def total(name: str) -> Counts:
    """Give one measure over all articles."""
    return reduce(add, (measured(index)[name] for index in range(len(ENTRIES))))


@pytest.mark.parametrize("name", ["attributions", "unnamed-only"])
def test_f_is_not_below_its_floor(name: str) -> None:
    """What is found and right, against both what is found and what is wanted."""
    assert total(name).f >= TABLE["floor"][name]


@pytest.mark.parametrize("name", ["chains", "findings"])
def test_recall_is_not_below_its_floor(name: str) -> None:
    """What is found of what the annotations and the manifest want."""
    assert total(name).recall >= TABLE["floor"][name]


def test_the_clean_article_stays_clean() -> None:
    """The control article keeps its attributions and raises no error."""
    (index,) = (index for index, entry in enumerate(ENTRIES) if entry["clean"])
    assert measured(index)["attributions"].f >= TABLE["clean"]["attributions"]
    assert measured(index)["errors"].found <= TABLE["clean"]["errors"]
