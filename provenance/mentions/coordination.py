"""Members of *X, Y and Z*, and quantities of something: *a group of doctors*, *one of the senators*."""

from collections.abc import Sequence

from provenance.mentions.groups import DEFINITE, LINK, group_of
from provenance.mentions.words import Word
from provenance.model import Number
from provenance.rulebook import Rulebook

_PEOPLE = ("unnamed-heads", "vague-heads", "offices", "spokespeople", "titles")
_BODIES = ("government-heads", "organisation-heads", "state-bodies", "organisations", "outlet-heads", "document-heads")
_JOINT = "group-words.joint"
_DESCRIBING = ("common-adjectives", "demonyms", "places", "common-nouns", "state-bodies")
_LONGEST_QUANTITY = 5


def without_quantity(words: Sequence[Word], rulebook: Rulebook) -> tuple[Number | None, Sequence[Word]]:
    """How many the words in front of *of* say, and the words behind; (None, words) where they say nothing."""
    opening = words[: _LONGEST_QUANTITY + 1]
    at = next((i for i, w in enumerate(opening) if w.lower == "of" or w.lower.endswith(" of")), None)
    if at is None or len(words) <= at + 1 or words[0].lower == "of":
        return None, words
    said = " ".join(
        w.lower for w in words[: at + 1] if not w.is_in("common-adjectives") or w.is_in("vague-quantifiers")
    )
    reading = rulebook.reading(said, "vague-quantifiers")
    if reading is None:
        return None, words
    return (Number.ONE if "single" in reading.tags else Number.SEVERAL), words[at + 1 :]


def split_members(words: Sequence[Word]) -> list[Sequence[Word]]:
    """The groups of a coordination; one group where there is none."""
    joints = [i for i, w in enumerate(words) if w.is_on(_JOINT) and 0 < i < len(words) - 1]
    if not joints or _is_apposition(words) or joints[0] > _first_link(words):
        return [words]
    members = _cut(words, joints[-1])
    if len(members) < len(("X", "Y")) or _is_one_group(members) or _is_one_person(members):
        return [words]
    return members


def _first_link(words: Sequence[Word]) -> int:
    """Where a preposition begins whose object the *and* may join (*of Health and Welfare*)."""
    return next((i for i, w in enumerate(words) if i and w.is_on(LINK)), len(words))


def _is_apposition(words: Sequence[Word]) -> bool:
    """*Ana Reyes, a lawyer and activist*: the comma opens an apposition to a name."""
    comma = next((i for i, w in enumerate(words) if w.text == ","), None)
    if comma is None or comma + 1 >= len(words) or not group_of(words[:comma]).name:
        return False
    opening = words[comma + 1]
    office = not opening.is_capital and opening.has_tag("one", "offices")  # Ana Reyes, president and founder
    return office or opening.is_on("group-words.apposed") or opening.is_on(DEFINITE) or opening.text[:1].isdigit()


def _cut(words: Sequence[Word], last: int) -> list[Sequence[Word]]:
    members: list[Sequence[Word]] = []
    start = 0
    for at, word in enumerate(words):
        if (word.text == "," and at <= last) or (word.is_on(_JOINT) and at <= last):
            if at > start:
                members.append(words[start:at])
            start = at + 1
    members.append(words[start:])
    return members


def _is_one_group(members: Sequence[Sequence[Word]]) -> bool:
    """*medical and security officials*, *the Central and East European Coalition*: what is joined only describes."""
    *before, last = members
    if (
        (len(last) == 1 and " " not in last[0].text)
        or not last[-1].is_in(*_PEOPLE, *_BODIES)
        or last[0].is_on(DEFINITE)
    ):
        return False
    return all(m[-1].is_in(*_DESCRIBING) and not m[-1].is_in(*_PEOPLE) and not group_of(m).name for m in before)


def _is_one_person(members: Sequence[Sequence[Word]]) -> bool:
    """*The former mayor and senator*: two offices of one person."""
    first, *others = members
    if len(others) != 1 or not _has_determiner(first):
        return False
    other = others[0]
    if _has_determiner(other) or group_of(first).name or group_of(other).name:
        return False
    return all(any("one" in r.tags and r.lexicon in _PEOPLE for r in m[-1].readings) for m in (first, other))


def _has_determiner(words: Sequence[Word]) -> bool:
    return words[0].is_on("group-words.article") or words[0].is_on(DEFINITE)
