"""How the words for a source or an outlet bring it in: as somebody new, as somebody's, as known, by a pronoun."""

from provenance.model import Spans
from provenance.rulebook.word_lists import WordLists

_MARKS = ("'s ", "’s ", "s' ", "s’ ")
NEWEST = ("indefinite", "bare", "possessive", "definite", "pronoun")
"""How words introduce a source, those first that bring in somebody new."""


def opening_of(spans: Spans, entity: str | None, text: str, lists: WordLists) -> str:
    """Give one of NEWEST for the words at some spans; a pronoun is as new as the words of what it stands for."""
    words = spans[0].of(text).lower() if spans else ""
    new = lists["opening-words.new"]
    first, _, rest = words.partition(" ")
    if not rest and first in lists["pronouns.taken-up"]:
        return "indefinite" if (entity or "").lower().partition(" ")[0] in new else "pronoun"
    if first in lists["opening-words.possessive"] or any(mark in words for mark in _MARKS):
        return "possessive"
    if first in lists["opening-words.definite"]:
        return "definite"
    return "indefinite" if first in new or first.isdecimal() else "bare"
