"""The gold annotations of the sample articles agree with their texts and with themselves."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
MANIFEST = tomllib.loads((SEEDS / "MANIFEST.toml").read_text(encoding="utf-8"))
ENTRIES: list[dict[str, Any]] = MANIFEST["article"]
FILES = [entry["file"] for entry in ENTRIES]
SPAN_FIELDS = ("content", "cue", "source")
KINDS = {"person", "group", "government", "organisation", "outlet", "document", "unknown"}
HOP_KEYS = {"entity", "kind", "naming"}

Spans = list[list[int]]


def read_text(entry: dict[str, Any]) -> str:
    """Return the article exactly as stored."""
    path = SEEDS / str(entry["file"])
    return path.read_bytes().decode("utf-8")


def load_gold(entry: dict[str, Any]) -> dict[str, Any]:
    """Return the annotations of one article."""
    gold: dict[str, Any] = json.loads((SEEDS / entry["gold"]).read_text(encoding="utf-8"))
    return gold


def join_spans(spans: Spans, text: str) -> str:
    """Return the words of several spans the way the annotations write them."""
    return " | ".join(text[start:end] for start, end in spans)


def test_manifest_lists_every_article_once() -> None:
    """The manifest and the folder hold the same articles, and the same annotations."""
    assert sorted(FILES) == sorted(path.name for path in SEEDS.glob("*.txt"))
    assert sorted(entry["gold"] for entry in ENTRIES) == sorted(
        f"gold/{path.name}" for path in (SEEDS / "gold").glob("*.json")
    )


def test_exactly_one_article_is_clean() -> None:
    """There is one control article, and nothing is expected of it."""
    clean = [entry for entry in ENTRIES if entry["clean"]]

    assert [entry["expected"] for entry in clean] == [[]]
    assert load_gold(clean[0])["expected_findings"] == []
    assert load_gold(clean[0])["claims_resting_only_on_unnamed"] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=FILES)
def test_manifest_counts_the_words(entry: dict[str, Any]) -> None:
    """The manifest gives the number of words of the article, which is between 250 and 450."""
    assert len(read_text(entry).split()) == entry["words"]
    assert 250 <= entry["words"] <= 450


@pytest.mark.parametrize("entry", ENTRIES, ids=FILES)
def test_spans_hold_their_texts(entry: dict[str, Any]) -> None:
    """Every span of an attribution cuts out exactly the words written beside it."""
    text = read_text(entry)

    for attribution in load_gold(entry)["attributions"]:
        for field in SPAN_FIELDS:
            assert join_spans(attribution[field], text) == attribution[f"{field}_text"]


@pytest.mark.parametrize("entry", ENTRIES, ids=FILES)
def test_other_spans_hold_their_texts(entry: dict[str, Any]) -> None:
    """Claims without a source are cut out exactly, and the evidence of a chain lies inside the article."""
    text, gold = read_text(entry), load_gold(entry)

    for claim in gold["unattributed_contested_claims"]:
        assert join_spans([claim["span"]], text) == claim["text"]
    for attribution in gold["attributions"]:
        assert all(0 <= start < end <= len(text) for start, end in attribution["chain_evidence"])


@pytest.mark.parametrize("entry", ENTRIES, ids=FILES)
def test_ids_count_from_one(entry: dict[str, Any]) -> None:
    """The article is identified by its stem, its attributions by consecutive numbers."""
    gold = load_gold(entry)

    assert gold["id"] == Path(entry["file"]).stem
    assert [a["id"] for a in gold["attributions"]] == [f"a{n}" for n in range(1, len(gold["attributions"]) + 1)]


@pytest.mark.parametrize("entry", ENTRIES, ids=FILES)
def test_nested_attributions_lie_inside_their_parents(entry: dict[str, Any]) -> None:
    """What is nested exists, comes after its parent and has its content inside the parent's content."""
    by_id = {a["id"]: a for a in load_gold(entry)["attributions"]}

    for inner in by_id.values():
        if inner["nested_in"] is None:
            continue
        outer = by_id[inner["nested_in"]]
        assert int(outer["id"][1:]) < int(inner["id"][1:])
        for start, end in inner["content"]:
            assert any(s <= start and end <= e for s, e in outer["content"])


@pytest.mark.parametrize("entry", ENTRIES, ids=FILES)
def test_chains_end_with_the_origin(entry: dict[str, Any]) -> None:
    """A chain is never empty, its last hop is the source itself, and every hop is described alike."""
    for attribution in load_gold(entry)["attributions"]:
        origin = attribution["chain"][-1]
        assert origin["entity"] == attribution["source_entity"]
        assert origin["kind"] == attribution["source_kind"]
        assert origin["naming"] == attribution["naming"]
        assert all(set(hop) == HOP_KEYS and hop["kind"] in KINDS for hop in attribution["chain"])


@pytest.mark.parametrize("entry", ENTRIES, ids=FILES)
def test_longer_chains_show_their_evidence(entry: dict[str, Any]) -> None:
    """A chain of two or more hops points at the words that establish it."""
    for attribution in load_gold(entry)["attributions"]:
        assert len(attribution["chain"]) == 1 or attribution["chain_evidence"]


@pytest.mark.parametrize("entry", ENTRIES, ids=FILES)
def test_naming_agrees_with_the_source(entry: dict[str, Any]) -> None:
    """An unstated source has no span, an unnamed one is described, a named one is not."""
    for attribution in load_gold(entry)["attributions"]:
        naming = attribution["naming"]
        assert naming in {"named", "unnamed", "none"}
        assert (attribution["anonymity_descriptor"] is not None) == (naming == "unnamed")
        assert not (naming == "none" and attribution["source"])


@pytest.mark.parametrize("entry", ENTRIES, ids=FILES)
def test_forms_agree_with_quotation_marks(entry: dict[str, Any]) -> None:
    """Direct and mixed contents hold a quotation mark, indirect ones hold none."""
    for attribution in load_gold(entry)["attributions"]:
        quoted = any(mark in attribution["content_text"] for mark in '"“”')
        assert quoted == (attribution["form"] != "indirect")


@pytest.mark.parametrize("entry", ENTRIES, ids=FILES)
def test_claims_on_unnamed_sources_have_one(entry: dict[str, Any]) -> None:
    """What rests only on unnamed sources has an unnamed person or group at its origin."""
    gold = load_gold(entry)
    by_id = {a["id"]: a for a in gold["attributions"]}

    for claim in gold["claims_resting_only_on_unnamed"]:
        assert by_id[claim]["naming"] == "unnamed"
        assert by_id[claim]["source_kind"] in {"person", "group"}


@pytest.mark.parametrize("entry", ENTRIES, ids=FILES)
def test_expected_findings_point_somewhere(entry: dict[str, Any]) -> None:
    """Every expected finding, in the gold and in the manifest, names an attribution or words of the article."""
    gold, text = load_gold(entry), read_text(entry)
    ids = {a["id"] for a in gold["attributions"]}

    assert all(finding["attribution"] in ids | {None} for finding in gold["expected_findings"])
    for finding in entry["expected"]:
        assert finding.get("attribution") in ids or text.count(finding.get("text", "")) == 1
