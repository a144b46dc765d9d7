"""The pattern language: text to syntax tree."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.rulebook.language import (
    Capture,
    Choice,
    Literal,
    Look,
    Name,
    Not,
    PatternError,
    Repeat,
    Selector,
    Sequence,
    parse_pattern,
)


def test_every_construct_has_its_node() -> None:
    """Literals, selectors, names, captures, repetitions, negations and look-arounds are read as written."""
    assert parse_pattern('"according to"') == Literal("according to")
    assert parse_pattern("@reporting-verbs.that.past") == Selector("reporting-verbs", frozenset({"that", "past"}))
    assert parse_pattern("cue:GROUP") == Capture("cue", Name("GROUP"))
    assert parse_pattern("GROUP{0,3}?") == Repeat(Name("GROUP"), "{0,3}?")
    assert parse_pattern("!STOP") == Not(Name("STOP"))
    assert parse_pattern('(?= "that")') == Look("=", Literal("that"))
    assert parse_pattern("(?<! STOP)") == Look("<!", Name("STOP"))


def test_alternation_binds_looser_than_sequence() -> None:
    """`A B | C` is A and B, or C."""
    assert parse_pattern("A B | C") == Choice((Sequence((Name("A"), Name("B"))), Name("C")))


def test_brackets_and_comments_leave_no_trace() -> None:
    """Brackets only group, and what follows # is not read."""
    assert parse_pattern("(A (B)) # both") == parse_pattern("A B")


@pytest.mark.parametrize("text", ["(A", "A)", "?", '"open', "%", "!", "cue:"])
def test_what_cannot_be_read_is_refused_with_its_place(text: str) -> None:
    """A pattern with a mistake raises PatternError, which says at which character."""
    with pytest.raises(PatternError, match=r"at character \d+$"):
        parse_pattern(text)


@given(st.text(alphabet='ABa1 ()|!?*+{},:"@.=<#\n', max_size=40))
def test_no_text_raises_anything_else(text: str) -> None:
    """Whatever is written, it is read or refused."""
    with suppress(PatternError):
        parse_pattern(text)
