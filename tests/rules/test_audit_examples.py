"""The texts on every audit card, run through the whole pipeline."""

from functools import cache

import pytest
from attrs import evolve

from provenance.audits.engine import run_audits
from provenance.comparing.samples import audit_sample
from provenance.model import AuditResult, Finding, Spans
from provenance.pipeline import audit_text, default_rulebook
from provenance.rulebook.schema import AuditCard, AuditExcept, Counter, Example
from tests.factories import CARDS

FAILS = [(card, text) for card in CARDS.values() for text in card.fails]
PASSES = [(card, text) for card in CARDS.values() for text in card.passes]
EXCEPTS = [(card, exception) for card in CARDS.values() for exception in card.excepts]


@cache
def audited(text: str) -> AuditResult:
    """Audit a text with the shipped rules, once."""
    return audit_text(text)


@cache
def compared(text: str) -> AuditResult:
    """Compare the articles of a sample with the shipped rules, once."""
    return audit_sample(text, default_rulebook())


def findings_of(card: AuditCard, text: str) -> list[Finding]:
    """Give the findings of one audit in a text."""
    result = compared(text) if card.on == "group" else audited(text)
    return [finding for finding in result.findings if finding.rule == card.id]


def name(value: object) -> str:
    """Name a parameter by the id of the card or the exception, or by the line of the text."""
    if isinstance(value, Example | Counter):
        return f"line{value.place.line}"
    return value.id if isinstance(value, AuditCard | AuditExcept) else "?"


@pytest.mark.parametrize(("card", "example"), FAILS, ids=name)
def test_a_failing_text_is_flagged_at_exactly_the_tagged_words(card: AuditCard, example: Example) -> None:
    """Each `{hit:...}` is a span of a finding of the card, and its findings have no other spans."""
    tagged = example.tagged
    found: Spans = tuple(span for finding in findings_of(card, tagged.text) for span in finding.spans)
    expected = [span.of(tagged.text) for _, span in tagged.spans]
    assert [span.of(tagged.text) for span in sorted(found)] == expected
    assert sorted(found) == [span for _, span in tagged.spans]


@pytest.mark.parametrize(("card", "example"), FAILS, ids=name)
def test_a_failing_text_has_its_facts(card: AuditCard, example: Example) -> None:
    """Every further key of a failing text is a field of each finding, with that value."""
    for finding in findings_of(card, example.tagged.text):
        assert {key: getattr(finding, key) for key in example.facts} == dict(example.facts)


@pytest.mark.parametrize(("card", "counter"), PASSES, ids=name)
def test_a_passing_text_is_not_flagged(card: AuditCard, counter: Counter) -> None:
    """The card has no finding in a text that passes."""
    assert findings_of(card, counter.text) == []


@pytest.mark.parametrize(("card", "exception"), EXCEPTS, ids=name)
def test_every_exception_is_what_excuses_its_text(card: AuditCard, exception: AuditExcept) -> None:
    """Without the exception, the texts that guard it are flagged."""
    bare = evolve(card, excepts=tuple(other for other in card.excepts if other.id != exception.id))
    guards = [counter.text for counter in card.passes if counter.guards == exception.id]
    assert all(run_audits(audited(text).parse, [bare]) for text in guards)
