"""How an unnamed source is described, and how much that tells (specificity, gold README)."""

from collections.abc import Sequence

from provenance.mentions.groups import Groups, is_function
from provenance.mentions.words import POSSESSIVE_MARKS, Word, describe_words
from provenance.model import Anonymity

_MULTITUDE = 100
_KNOWING = frozenset({"insider", "bare", "access", "crowd"})
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
_SORTS = "source-sorts"


def describe_anonymity(groups: Groups) -> Anonymity:
    """The record of an unnamed source from its own words; terms and reason are read from the sentence around later."""
    words = (*groups.head, *groups.after)
    basis = _basis(groups.after)
    described = [w for w in groups.head if not w.is_on("group-words.mere") and not w.is_for("nameless")]
    if groups.after and basis is None and groups.after[0].is_on("group-words.placed"):
        described += groups.after
    head = groups.head[-1]
    counted = [w for w in groups.head[:-1] or groups.head if _tells_number(w)]
    claimed = _number(counted[0]) if counted else None
    many = _is_multitude(groups.head, claimed)
    bodies = [w for w in words if w is not head and _tells_body(w)]
    told = (
        ("role", describe_words([w for w in _owned(groups.head) if _tells_role(w, head)])),
        ("organisation", describe_words(bodies or _principal(groups))),
        ("side", describe_words([w for w in words if _tells_side(w)])),
        ("basis", basis or ""),
        ("number", describe_words([] if many else counted[:1])),
    )
    points = tuple((point, evidence) for point, evidence in told if evidence)
    return Anonymity(
        describe_words(described or groups.head),
        None,
        None,
        basis,
        len(points),
        points,
        claimed=None if many else claimed,
        sorts=_sorts(head) - _KNOWING | {"population"} if many else _sorts(head),
        body_shared=any(_is_shared(w, words) for w in bodies),
    )


def _is_shared(body: Word, words: Sequence[Word]) -> bool:
    """Whether many bodies are called by this word alone: *a ministry*; not *the cabinet*, *finance ministry*, *the Reyes campaign*."""
    before = words[words.index(body) - 1] if body is not words[0] else body
    named = before.is_capital and not (
        is_function(before) or before.is_in("common-adjectives") or _tells_number(before)
    )
    told = body.is_capital or " " in body.text or named or before.text in POSSESSIVE_MARKS
    return not told and not body.has_tag("sole", *_BODIES)


def _owned(head: Sequence[Word]) -> Sequence[Word]:
    """The words of a head group behind its owner: *senior aides* of *the mayor's senior aides*."""
    return head[_owner_ends(head) :]


def _owner_ends(head: Sequence[Word]) -> int:
    """How many words of a head group tell whose the rest is."""
    return next((i + 1 for i in range(len(head) - 1, 0, -1) if head[i].text in POSSESSIVE_MARKS), 0)


def _principal(groups: Groups) -> Sequence[Word]:
    """Whom an aide serves, or a name that nothing lists: *an aide to the mayor*, *her advisers*, *one Reyes confidant*."""
    head, after = groups.head, groups.after
    if "side" in _sorts(head[-1]):
        if len(after) > 1 and after[0].is_on("group-words.serving"):
            return after[1:]
        if owner := head[: _owner_ends(head) or int(head[0].has_tag("possessive", "function-words"))]:
            return owner
    return [w for w in _owned(head)[:-1] if w.is_capital and not w.readings]


def _is_multitude(head: Sequence[Word], claimed: int | None) -> bool:
    """Whether so many are spoken of that nobody can have asked each of them: *9 million workers*, *1,200 officials*."""
    return (claimed or 0) >= _MULTITUDE or any(w.is_on("group-words.multitude") for w in head[:-1])


def _number(word: Word) -> int | None:
    figures = word.text.replace(",", "")
    if figures.isdecimal():
        return int(figures)
    reading = word.reading("function-words")
    value = reading.entry.fields.get("value") if reading else None
    return int(value) if value else None


def _sorts(head: Word) -> frozenset[str]:
    """What sort of source the head makes."""
    reading = head.reading(_SORTS)
    return frozenset(reading.entry.fields.get("sorts", ())) if reading else frozenset()


def _tells_role(word: Word, head: Word) -> bool:
    """Whether a word tells role or rank; *local* and *moderate* do only where they stand for people themselves."""
    if word.text in POSSESSIVE_MARKS or (word is not head and word.is_in("common-adjectives")):
        return False
    reading = word.reading("unnamed-heads")
    if reading is not None:
        return "bare" not in reading.tags
    listed = word.is_in("offices", "spokespeople", "titles") or (word is head and word.is_in("vague-heads"))
    return listed and not word.is_in("document-heads")


def _tells_body(word: Word) -> bool:
    return word.is_in(*_BODIES) and not (word.is_on("group-words.wide") or word.has_tag("vague", "outlet-heads"))


def _tells_number(word: Word) -> bool:
    """A numeral or number word; an age is none (*34-year-old*)."""
    return _number(word) is not None or (word.text[:1].isdigit() and "-" not in word.text)


def _tells_side(word: Word) -> bool:
    """Whether a word tells the country, or the party."""
    if word.is_in(*_SIDES):
        return True
    reading = word.reading("role-families")
    return reading is not None and "party" in reading.entry.fields and word.is_capital


def _basis(after: Sequence[Word]) -> str | None:
    """How they know, in the article's words: *familiar with the talks*."""
    if not after or not after[0].is_for("basis") or any(word.is_for("terms") for word in after[1:2]):
        return None
    return describe_words(after)
