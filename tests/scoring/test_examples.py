"""Examples held against results made by hand."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from attrs import evolve

import provenance.scoring.examples as scoring
from provenance.model import Article, AuditResult, Parse
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import Counter, Emits, Example, Pattern, PatternExcept, Place, TaggedText
from provenance.scoring.facts import compare_facts
from provenance.scoring.spans import explain_miss

PLACE = Place("patterns/told.toml", 9)
PARTS = ("cue", "source", "content")


def _pattern(**changes: object) -> Pattern:
    pattern = Pattern("en/told", Emits.ATTRIBUTION, "", "", "", 0, {}, (), (), (), PLACE)
    return evolve(pattern, **cast("dict[str, Any]", changes))


def _example(result: AuditResult, **facts: object) -> Example:
    """Tag the first attribution of the made article as it was found."""
    first = result.parse.attributions[0]
    assert first.source is not None
    spans = {"cue": first.cue, "source": first.source.spans, "content": first.content}
    tags = tuple((part, span) for part in PARTS for span in spans[part])
    return Example(TaggedText(result.article.text, tags), facts, PLACE)


def test_exact_spans_hold(made_result: AuditResult) -> None:
    """An example whose cue, source and content are found exactly holds."""
    assert explain_miss(_pattern(), _example(made_result), made_result) is None


@pytest.mark.parametrize("part", PARTS)
def test_other_span_is_a_miss(made_result: AuditResult, part: str) -> None:
    """An example with one span too short fails, and the reason names the part."""
    example = _example(made_result)
    tags = tuple((tag, evolve(span, end=span.end - 1) if tag == part else span) for tag, span in example.tagged.spans)
    reason = explain_miss(_pattern(), evolve(example, tagged=evolve(example.tagged, spans=tags)), made_result)
    assert reason is not None
    assert reason.startswith(f"{part} is ")


def test_other_pattern_is_a_miss(made_result: AuditResult) -> None:
    """The right spans found by another pattern do not count."""
    reason = explain_miss(_pattern(id="en/else"), _example(made_result), made_result)
    assert reason is not None
    assert "found nothing" in reason


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("naming", "unnamed"),
        ("kind", "person"),
        ("entity", "EU official"),
        ("form", "indirect"),
        ("sourcing", "unnamed-only"),
        ("specificity", 2),
        ("chain", "UNN > Bloomberg > EU official*"),
        ("chain", "UNN > Bloomberg > EU official"),
    ],
)
def test_facts_hold(made_result: AuditResult, name: str, value: object) -> None:
    """Facts of source, attribution, record and chain are compared."""
    first = made_result.parse.attributions[0]
    assert compare_facts(first, made_result, {name: value}) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("naming", "named"),
        ("chain", "Bloomberg > EU official*"),
        ("chain", "UNN > [Bloomberg] > EU official"),
        ("x", 1),
    ],
)
def test_false_facts_are_told(made_result: AuditResult, name: str, value: object) -> None:
    """A fact that does not hold, or that nobody knows, is a difference."""
    assert len(compare_facts(made_result.parse.attributions[0], made_result, {name: value})) == 1


def test_relay_spans(made_result: AuditResult) -> None:
    """The relay words of an example must be those of a hop before the origin."""
    text = made_result.article.text
    hop = made_result.parse.attributions[0].chain[1]
    relay = _pattern(emits=Emits.RELAY)
    good = Example(TaggedText(text, (("relay", hop.spans[0]),)), {}, PLACE)
    bad = Example(TaggedText(text, (("relay", evolve(hop.spans[0], end=hop.spans[0].end - 1)),)), {}, PLACE)
    assert explain_miss(relay, good, made_result) is None
    assert "no hop rests on" in (explain_miss(relay, bad, made_result) or "")


def test_signal_spans(made_result: AuditResult) -> None:
    """The tagged words of a signal's example must be where the signal was found."""
    span = made_result.parse.attributions[0].cue[0]
    signal = _pattern(emits=Emits.SIGNAL, fields={"signal": "denial"})
    example = Example(TaggedText(made_result.article.text, (("cue", span),)), {}, PLACE)
    found = evolve(made_result, parse=evolve(made_result.parse, signals={"denial": (span,)}))
    assert explain_miss(signal, example, found) is None
    assert "the signal is at" in (explain_miss(signal, example, made_result) or "")


@pytest.mark.parametrize(
    ("fires", "fires_unguarded", "reason"),
    [(True, True, "must stay silent"), (False, False, "even without the exception 'plan'"), (False, True, None)],
)
def test_guards_flip(
    made_result: AuditResult, monkeypatch: pytest.MonkeyPatch, *, fires: bool, fires_unguarded: bool, reason: str | None
) -> None:
    """A counter-example must be silent, and fire once the exception that guards it is off."""
    silent = AuditResult(Parse(Article("")))
    lifted = SimpleNamespace(fires=fires_unguarded)
    pattern = _pattern(counters=(Counter("text", "plan", PLACE),), excepts=(PatternExcept("plan", "", "", PLACE),))
    rulebook = SimpleNamespace(
        fires=fires, without=lambda *_: lifted, pack=SimpleNamespace(patterns=(pattern,), audits=(), disputes=())
    )
    monkeypatch.setattr(scoring, "audit_text", lambda _, rules: made_result if rules.fires else silent)
    complaints = scoring.test_rules(cast("Rulebook", rulebook))
    assert [complaint.place for complaint in complaints] == ([] if reason is None else ["patterns/told.toml:9"])
    assert reason is None or reason in complaints[0].reason
