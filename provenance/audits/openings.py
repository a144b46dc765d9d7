"""How the words for a source or an outlet bring it in: as somebody new, as somebody's, as known, by a pronoun."""

from provenance.model import Spans

_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_POSSESSIVE = frozenset(["my", "his", "her", "its", "our", "their", "whose"])
_PRONOUNS = frozenset(["he", "him", "she", "her", "they", "them", "it", "who", "which"])
_NEW = frozenset("a an one two three four five six seven eight nine ten another some several many few".split())
_MARKS = ("'s ", "’s ", "s' ", "s’ ")
NEWEST = ("indefinite", "bare", "possessive", "definite", "pronoun")
"""How words introduce a source, those first that bring in somebody new."""


def opening_of(spans: Spans, entity: str | None, text: str) -> str:
    """Give one of NEWEST for the words at some spans; a pronoun is as new as the words of what it stands for."""
    words = spans[0].of(text).lower() if spans else ""
    first, _, rest = words.partition(" ")
    if not rest and first in _PRONOUNS:
        return "indefinite" if (entity or "").lower().partition(" ")[0] in _NEW else "pronoun"
    if first in _POSSESSIVE or any(mark in words for mark in _MARKS):
        return "possessive"
    if first in _DEFINITE:
        return "definite"
    return "indefinite" if first in _NEW or first.isdecimal() else "bare"
