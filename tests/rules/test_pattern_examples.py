"""The examples and counter-examples in every pattern file, run through the whole pipeline."""

from functools import cache

import pytest

from provenance import AuditResult, audit_text
from provenance.pipeline import default_rulebook
from provenance.rulebook.load import load_pack
from provenance.rulebook.locate import default_rules
from provenance.rulebook.schema import Counter, Example, Pattern, PatternExcept
from provenance.scoring.examples import fires_on
from provenance.scoring.spans import explain_miss, has_fired

PATTERNS = load_pack(default_rules()).patterns
EXAMPLES = [(pattern, example) for pattern in PATTERNS for example in pattern.examples]
COUNTERS = [(pattern, counter) for pattern in PATTERNS for counter in pattern.counters]
EXCEPTS = [(pattern, exception) for pattern in PATTERNS for exception in pattern.excepts]


@cache
def audited(text: str) -> AuditResult:
    """Audit a text with the shipped rules, once."""
    return audit_text(text)


def name(value: object) -> str:
    """Name a parameter by the pattern, the exception or the line of the text."""
    if isinstance(value, Example | Counter):
        return f"line{value.place.line}"
    return value.id if isinstance(value, Pattern | PatternExcept) else "?"


@pytest.mark.parametrize(("pattern", "example"), EXAMPLES, ids=name)
def test_an_example_comes_out_as_written(pattern: Pattern, example: Example) -> None:
    """The pattern finds exactly the tagged spans, and the facts beside them hold."""
    reason = explain_miss(pattern, example, audited(example.tagged.text))
    assert reason is None, reason


@pytest.mark.parametrize(("pattern", "counter"), COUNTERS, ids=name)
def test_a_counter_example_stays_silent(pattern: Pattern, counter: Counter) -> None:
    """The pattern finds nothing in a text that only looks like its construction."""
    assert not has_fired(pattern, audited(counter.text))


@pytest.mark.parametrize(("pattern", "exception"), EXCEPTS, ids=name)
def test_every_exception_is_what_keeps_its_text_silent(pattern: Pattern, exception: PatternExcept) -> None:
    """Without the exception, the pattern fires on the texts that guard it."""
    lifted = default_rulebook().without(pattern.id, exception.id)
    guards = [counter for counter in pattern.counters if counter.guards == exception.id]
    assert guards
    assert all(fires_on(pattern, counter, lifted) for counter in guards)
