"""Expressions whose compiled form is kept with the rules."""

import re

import pytest

from provenance.expressions import build, encode


@pytest.mark.parametrize("source", [r"(?i:a)(?P<b>c)?", "(?x) a  b"])
def test_it_is_the_expression_of_the_library(source: str) -> None:
    """An expression made of kept numbers is the one that `re.compile` makes, of bytes too."""
    ours, theirs = build(source, 0, encode(source, 0)), re.compile(source)
    assert (ours, ours.flags, ours.groups, ours.groupindex) == (theirs, theirs.flags, theirs.groups, theirs.groupindex)
    assert build(source.encode(), 0) == re.compile(source.encode())


def test_a_faulty_expression_is_told_as_the_library_tells_it() -> None:
    """What is no expression raises the error of the library."""
    with pytest.raises(re.error):
        build("(", 0)
