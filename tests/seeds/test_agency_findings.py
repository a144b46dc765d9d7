"""The findings that an editor expects in five agency articles, which stand beside the repository."""

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from provenance.model import Finding
from provenance.pipeline import audit_text

SHARED = Path(__file__).parents[3] / "shared"
TABLE: dict[str, Any] = tomllib.loads(Path(__file__).with_name("agency_misses.toml").read_text(encoding="utf-8"))
pytestmark = pytest.mark.skipif(
    not (SHARED / "gold/seeds").is_dir(),
    reason="the agency articles and their annotations are not beside this checkout",
)

Bounds = list[list[int]]


@frozen
class Expected:
    """One finding that an editor expects, where its words stand, and whether it is made."""

    article: str
    attribution: str | None
    kind: str
    found: bool


def read_expected(gold: dict[str, Any]) -> Iterator[tuple[str, str | None, Bounds]]:
    """Give kind, attribution and words of what an article should raise and a rule stands for."""
    spans = {one["id"]: one["content"] + one["cue"] + one["source"] for one in gold["attributions"]}
    bare = [claim["span"] for claim in gold["unattributed_contested_claims"]]
    for one in gold["expected_findings"]:
        if one["kind"] in TABLE["rules"]:
            yield one["kind"], one["attribution"], spans.get(one["attribution"], bare)


def overlap(finding: Finding, bounds: Bounds) -> bool:
    """Tell whether the words of a finding share a character with some bounds."""
    return any(span.start < end and start < span.end for span in finding.spans for start, end in bounds)


@cache
def look() -> tuple[Expected, ...]:
    """Audit the articles with every rule there is and look for what is expected."""
    seen = []
    for path in sorted((SHARED / "gold/seeds").glob("[0-9]*.json")):
        text = (SHARED / "seeds" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        findings = audit_text(text).findings
        for kind, attribution, bounds in read_expected(json.loads(path.read_text(encoding="utf-8"))):
            found = any(one.rule in TABLE["rules"][kind] and overlap(one, bounds) for one in findings)
            seen.append(Expected(path.stem[:3], attribution, kind, found))
    return tuple(seen)


def test_the_editor_expects_forty_nine() -> None:
    """Of the 58 findings that the annotations expect, 49 are of a kind that rules stand for."""
    assert len(look()) == 49


def test_most_of_what_the_editor_expects_is_found() -> None:
    """With every rule on, at least as many of the expected findings are made as the table asks."""
    assert sum(one.found for one in look()) >= TABLE["least"]


def test_every_miss_is_explained() -> None:
    """What is expected and not found stands in the table with a reason."""
    explained = {(one["article"], one["attribution"], one["kind"]) for one in TABLE["miss"] if one["why"]}
    assert not [one for one in look() if not one.found and (one.article, one.attribution, one.kind) not in explained]
