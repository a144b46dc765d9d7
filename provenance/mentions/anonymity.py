"""How an unnamed source is described, and how much that tells (specificity, gold README)."""

from collections.abc import Sequence

from provenance.mentions.groups import Groups
from provenance.mentions.words import POSSESSIVE_MARKS, Word, describe_words
from provenance.model import Anonymity

_NUMBER_WORDS = frozenset(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen"]
)
_DROPPED = frozenset({"the", "a", "an", "some", "unnamed", "anonymous", "unidentified", "undisclosed"})
_BASES = frozenset({"familiar", "briefed", "close", "who", "with", "present", "involved", "privy"})
_PLACED = frozenset({"of", "at", "in", "from", "on", "for", "to", "inside", "within", "near", "across", "by", "about"})
_SIDES = ("places", "demonyms")
_BODIES = (
    "state-bodies",
    "organisations",
    "metonyms",
    "government-heads",
    "organisation-heads",
    "outlets",
    "outlet-heads",
)


def describe_anonymity(groups: Groups) -> Anonymity:
    """The record of an unnamed source from its own words; terms and reason are read from the sentence around later."""
    words = (*groups.head, *groups.after)
    basis = _basis(groups.after)
    described = [w for w in groups.head if w.lower not in _DROPPED]
    if groups.after and basis is None and groups.after[0].lower in _PLACED:
        described += groups.after
    head = groups.head[-1]
    points = (
        any(_tells_role(w) for w in groups.head),
        any(_tells_body(w) for w in words if w is not head),
        any(w.is_in(*_SIDES) or _tells_party(w) for w in words),
        basis is not None,
        any(_tells_number(w) for w in groups.head[:-1] or groups.head),
    )
    return Anonymity(describe_words(described or groups.head), None, None, basis, sum(points))


def _tells_role(word: Word) -> bool:
    if word.text in POSSESSIVE_MARKS:
        return False
    reading = word.reading("unnamed-heads")
    if reading is not None:
        return "bare" not in reading.tags
    return word.is_in("offices", "spokespeople", "titles", "vague-heads") and not word.is_in("document-heads")


def _tells_body(word: Word) -> bool:
    return word.is_in(*_BODIES) and not (word.lower == "state" or word.has_tag("vague", "outlet-heads"))


def _tells_number(word: Word) -> bool:
    """A numeral or number word; an age is none (*34-year-old*)."""
    return word.lower in _NUMBER_WORDS or (word.text[:1].isdigit() and "-" not in word.text)


def _tells_party(word: Word) -> bool:
    reading = word.reading("role-families")
    return reading is not None and "party" in reading.entry.fields and word.is_capital


def _basis(after: Sequence[Word]) -> str | None:
    """How they know, in the article's words: *familiar with the talks*."""
    if not after or after[0].lower not in _BASES:
        return None
    return describe_words(after)
