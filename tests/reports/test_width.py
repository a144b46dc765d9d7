"""Fitting text into columns."""

import pytest

from provenance.reports.width import join_lines, measure_width, shorten, wrap


@pytest.mark.parametrize(("text", "width"), [("plain", 5), ("Łódź", 4), ("日本", 4), ("e\u0301", 1), ("", 0)])
def test_measure_width(text: str, width: int) -> None:
    """Wide characters take two columns and combining marks none."""
    assert measure_width(text) == width


@pytest.mark.parametrize("width", range(1, 60))
def test_shorten_never_too_wide(width: int) -> None:
    """What is shortened never takes more columns than it may, wide characters included."""
    for text in ("The fund will be cut, an official said", "word" * 20, "日本語の記事です。", "“a”, b"):
        assert measure_width(shorten(text, width)) <= width


def test_shorten_cuts_after_a_word() -> None:
    """The cut comes after a whole word, and no comma stands before the ellipsis."""
    assert shorten("The fund will be cut, an official said", 24) == "The fund will be cut…"
    assert shorten("The fund will be cut", 20) == "The fund will be cut"


def test_wrap_cuts_the_last_line() -> None:
    """Text that needs more lines than it may take ends in an ellipsis on the last of them."""
    assert wrap("one two three four five", 9, 2) == ["one two", "three…"]
    assert wrap("", 9) == [""]


def test_join_lines() -> None:
    """Line breaks and runs of blanks become one blank."""
    assert join_lines(" a\r\n b\t c ") == "a b c"
