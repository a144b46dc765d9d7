"""How an unnamed source is described, and how much that tells (specificity, gold README)."""

from provenance.mentions.groups import Groups
from provenance.mentions.words import Word, text_of_words
from provenance.model import Anonymity

_NUMBER_WORDS = frozenset("one two three four five six seven eight nine ten eleven twelve dozen".split())
_DROPPED = frozenset({"the", "a", "an", "unnamed", "anonymous", "unidentified", "undisclosed"})
_BASES = frozenset({"familiar", "briefed", "close", "who", "with"})
_SIDES = ("places", "demonyms")
_BODIES = ("state-bodies", "organisations", "metonyms", "government-heads", "organisation-heads", "outlets")


def describe_anonymity(groups: Groups) -> Anonymity:
    """The record of an unnamed source from its own words; terms and reason are read from the sentence around later."""
    words = (*groups.head, *groups.after)
    described = [w for w in groups.head if w.text.lower() not in _DROPPED]
    basis = _basis(groups)
    points = (
        any(_tells_role(w) for w in groups.head),
        any(w.is_in(*_BODIES) for w in words if w is not groups.head[-1] or not w.is_in("unnamed-heads")),
        any(w.is_in(*_SIDES) for w in words),
        basis is not None,
        any(w.text.lower() in _NUMBER_WORDS or w.text[:1].isdigit() for w in groups.head),
    )
    return Anonymity(text_of_words(described), None, None, basis, sum(points))


def _tells_role(word: Word) -> bool:
    reading = word.reading("unnamed-heads")
    if reading is not None:
        return "bare" not in reading.tags
    return word.is_in("offices", "spokespeople", "titles")


def _basis(groups: Groups) -> str | None:
    """How they know, in the article's words: *familiar with the talks*."""
    after = groups.after
    if not after or after[0].text.lower() not in _BASES:
        return None
    return text_of_words(after)
