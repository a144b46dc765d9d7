"""How a token is to be handled, beside what class it has: one character a token, a bit for each trait.

Stages look for the few tokens that concern them with an expression over these characters, so that they need not visit
every token.
"""

import re

OPENS_PHRASE = 1
"""A listed phrase begins with it."""
SECOND = 2
"""It is the second token of a listed phrase."""
MARK = 4
"""There is neither letter nor digit in it."""
STOPPED = 8
"""A word that ends with a stop: an abbreviation, initials."""
BREAK = 16
"""A line break."""
BLANK = 32
"""A line break and at least one blank line."""

_FIRST = 0x40
"""The character of a token without traits."""
_SETS = 2 * BLANK
"""How many different sets of traits there are."""


def any_of(traits: int) -> str:
    """The source of an expression for one token that has any of `traits`."""
    return "[" + "".join(re.escape(trait_character(held)) for held in range(_SETS) if held & traits) + "]"


def flags_of(traits: int) -> dict[int, str]:
    """A table for `str.translate` that makes characters of traits code 1 where they have any of `traits`, else code 0."""
    return {ord(trait_character(held)): chr(bool(held & traits)) for held in range(_SETS)}


def trait_character(traits: int) -> str:
    """The character that stands for exactly these traits."""
    return chr(_FIRST + traits)


def traits_of(surface: str) -> int:
    """The traits that show in the token itself; white space is a line break."""
    if surface[-1].isalnum():
        return 0
    if surface.isspace():
        return BREAK | (BLANK if len(surface.splitlines()) > 1 else 0)
    if any(map(str.isalnum, surface)):
        return STOPPED if surface[-1] == "." else 0
    return MARK
