"""What patterns are in the words of people who read rules."""

import pytest

from provenance.reports.pattern_words import describe_keys, split_alternatives
from provenance.reports.rule_card import render_rule
from provenance.reports.rule_facts import describe_audit, describe_pattern
from provenance.reports.style import Style
from tests.factories import PACK


@pytest.mark.parametrize("pattern", PACK.patterns, ids=lambda pattern: pattern.id)
def test_every_key_of_a_pattern_is_explained(pattern: object) -> None:
    """Each key that shipped patterns have is told with what it means, and nothing is told as Python writes it."""
    told = dict(describe_keys(pattern))  # type: ignore[arg-type]
    assert all(value.endswith(")") for label, value in told.items() if label != "finds")
    assert not any(word in value for value in told.values() for word in ("True", "False", "['"))


def test_an_expression_is_split_at_its_outermost_bars() -> None:
    """Bars in brackets and in quoted words belong to their alternative."""
    assert split_alternatives('cue:("a" | "b")\n | "x|y" (C | (D | E)) | F') == [
        'cue:("a" | "b")',
        '"x|y" (C | (D | E))',
        "F",
    ]


def test_each_condition_and_alternative_has_its_line() -> None:
    """In the terminal, further conditions begin with *and*, further alternatives with *or*, and tags say what is what."""
    card = next(one for one in PACK.audits if one.id == "anon-bare")
    told = render_rule(describe_audit(card, PACK.standards), Style(100))
    assert told.count("\n  fires when ") == 1
    assert told.count("\n  and  ") == len(card.when) - 1
    pattern = next(one for one in PACK.patterns if one.id == "en/inserted")
    shown = render_rule(describe_pattern(pattern), Style(100))
    assert "\n  or  " in shown
    assert "[source: the minister] [cue: said]" in shown
