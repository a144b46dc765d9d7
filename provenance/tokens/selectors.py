"""Sets of selectors as strings: a character for each, in order, each once.

A rulebook holds tens of thousands of such sets, and strings are read back from the cache in no time.
"""

from collections.abc import Iterable

Selectors = str
"""The selectors that a word satisfies."""

_FIRST = 0x100
"""No selector is a character that a rule could write."""


def selector(number: int) -> Selectors:
    """The set of one selector alone, by its number."""
    return chr(_FIRST + number)


def union(*sets: Iterable[str]) -> Selectors:
    """All selectors of some sets."""
    return "".join(sorted(frozenset[str]().union(*sets)))
