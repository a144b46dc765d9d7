"""The texts on every audit card, run through the whole pipeline."""

import pytest
from attrs import evolve

from provenance.audits.engine import run_audits
from provenance.model import AuditResult, Finding, Spans
from provenance.pipeline import default_rulebook
from provenance.rulebook.schema import AuditCard, AuditExcept, Counter, Example
from provenance.scoring.examples import audit_for
from tests.factories import CARDS, LISTS

FAILS = [(card, text) for card in CARDS.values() for text in card.fails]
PASSES = [(card, text) for card in CARDS.values() for text in card.passes]
EXCEPTS = [(card, exception) for card in CARDS.values() for exception in card.excepts]


RESULTS: dict[int, AuditResult] = {}


def audited(card: AuditCard, example: Example | Counter) -> AuditResult:
    """Audit a text with the shipped rules, once."""
    key = id(example)
    return RESULTS.get(key) or RESULTS.setdefault(key, audit_for(card, example, default_rulebook()))


def findings_of(card: AuditCard, example: Example | Counter) -> list[Finding]:
    """Give the findings of one audit in a text."""
    return [finding for finding in audited(card, example).findings if finding.rule == card.id]


def name(value: object) -> str:
    """Name a parameter by the id of the card or the exception, or by the line of the text."""
    if isinstance(value, Example | Counter):
        return f"line{value.place.line}"
    return value.id if isinstance(value, AuditCard | AuditExcept) else "?"


@pytest.mark.parametrize(("card", "example"), FAILS, ids=name)
def test_a_failing_text_is_flagged_at_exactly_the_tagged_words(card: AuditCard, example: Example) -> None:
    """Each `{hit:...}` is a span of a finding of the card, and its findings have no other spans."""
    tagged = example.tagged
    found: Spans = tuple(span for finding in findings_of(card, example) for span in finding.spans)
    expected = [span.of(tagged.text) for _, span in tagged.spans]
    assert [span.of(tagged.text) for span in sorted(found)] == expected
    assert sorted(found) == [span for _, span in tagged.spans]


@pytest.mark.parametrize(("card", "example"), FAILS, ids=name)
def test_a_failing_text_has_its_facts(card: AuditCard, example: Example) -> None:
    """Every further key of a failing text is a field of each finding, with that value."""
    for finding in findings_of(card, example):
        assert {key: getattr(finding, key) for key in example.facts} == dict(example.facts)


@pytest.mark.parametrize(("card", "counter"), PASSES, ids=name)
def test_a_passing_text_is_not_flagged(card: AuditCard, counter: Counter) -> None:
    """The card has no finding in a text that passes."""
    assert findings_of(card, counter) == []


@pytest.mark.parametrize(("card", "exception"), EXCEPTS, ids=name)
def test_every_exception_is_what_excuses_its_text(card: AuditCard, exception: AuditExcept) -> None:
    """Without the exception, the texts that guard it are flagged."""
    bare = evolve(card, excepts=tuple(other for other in card.excepts if other.id != exception.id))
    guards = [counter for counter in card.passes if counter.guards == exception.id]
    assert all(run_audits(audited(card, counter).parse, [bare], LISTS) for counter in guards)
