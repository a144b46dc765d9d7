"""The personal name in a noun group."""

import re
from collections.abc import Sequence

from provenance.mentions.words import Word

_NOT_NAMES = (
    "function-words",
    "offices",
    "titles",
    "unnamed-heads",
    "vague-heads",
    "spokespeople",
    "outlets",
    "state-bodies",
    "metonyms",
    "demonyms",
    "government-heads",
    "organisation-heads",
    "organisations",
    "outlet-heads",
    "vague-quantifiers",
)
_NOT_ALONE = (
    "places",
    "common-nouns",
    "common-verbs",
    "reporting-verbs",
    "document-heads",
    "common-adjectives",
    "adverbs",
)
_WORDS = ("common-adjectives", "common-verbs", "common-nouns", "reporting-verbs", "adverbs", "demonyms", "places")
_BODIES = ("government-heads", "organisation-heads", "state-bodies", "organisations", "outlets", "document-heads")
_SUFFIX, _PARTICLE_ALONE = "name-words.suffix", "name-forms.particle"
_PAIR = 2
_PARTY = re.compile(r"(?:[DRIL]|Dem|Rep)-[A-Z]")


def find_name(head: Sequence[Word]) -> tuple[Word, ...]:
    """The personal name that ends a head group; empty where the group is a description or the name of a body."""
    end = len(head)
    start = _surname_by_place(head)
    while start > 0 and _may_be_name(head[start - 1], inside=start < end):
        start -= 1
    start = _without_listed_opening(head, start, end)
    name = tuple(head[start:end])
    if not name or (len(name) == 1 and name[0].is_on(_PARTICLE_ALONE)):
        return ()
    return name if _is_person(name, head[start - 1] if start else None) else ()


def _surname_by_place(head: Sequence[Word]) -> int:
    """Where the surname begins that stands right behind a title or a given name, whatever the lists say of the word.

    *Mr. King*, *Charlie King*, *Peter T. King*, *Charlie King Jr.*; the end of the group where there is none.
    """
    end = len(head)
    last = end - 1 - (end > _PAIR and head[-1].is_on(_SUFFIX))
    before = last - 1
    while before > 0 and _is_initial(head[before]):
        before -= 1
    if before < 0 or not head[last].is_capital or " " in head[last].text:
        return end
    titled = before > 0 and head[before - 1].is_in("titles") and head[before - 1].text.istitle()
    return last if _makes_surname(head[before], head[last], titled=titled) else end


def _is_initial(word: Word) -> bool:
    return len(word.text.strip(".")) == 1 and word.text[:1].isupper()


def _makes_surname(before: Word, last: Word, *, titled: bool) -> bool:
    if before.is_in("titles") and before.text.istitle():
        courtesy = before.reading("titles")
        plain = courtesy is not None and "gender" in courtesy.entry.fields and len(before.text) < len("Madam")
        return plain or not last.is_in(*_BODIES, "offices", "titles", "unnamed-heads")
    given = before.reading("given-names")
    return given is not None and (titled or "weak" not in given.tags) and not last.is_in(*_BODIES)


def _may_be_name(word: Word, *, inside: bool) -> bool:
    if _PARTY.match(word.text) or ("'" in word.text and len(word.text) == len("'s")):
        return False
    if word.is_in("given-names") and word.is_capital:
        return True
    if word.is_on("name-words.particle") or word.is_on(_SUFFIX):
        return True
    if word.is_capital and not word.is_in(*_NOT_NAMES) and " " not in word.text:
        return True
    return inside and _is_initial(word)


def _without_listed_opening(head: Sequence[Word], start: int, end: int) -> int:
    """Past ordinary words and places that stand in front of a name (*New York businessman*, *Former Ana Reyes*)."""
    while end - start > 1:
        word, following = head[start], head[start + 1]
        titled = word.is_in("titles") and end - start > len(("given", "last"))
        if not titled and (word.is_in("given-names") or not word.is_in(*_WORDS) or len(word.text.strip(".")) == 1):
            break
        if word.has_tag("ing", "common-verbs", "reporting-verbs"):
            start += 1  # Considering Reyes
            continue
        if end - start == _PAIR and not following.is_in("given-names") and not word.is_in("places", "demonyms"):
            break
        start += 1
    return start


def _is_person(name: Sequence[Word], before: Word | None) -> bool:
    if len(name) == 1:
        return _is_person_alone(name[0], before)
    initials = any(len(w.text.strip(".")) == 1 for w in name[:-1])
    if initials or any(w.is_in("given-names") for w in name[:-1]):
        return True
    if before is not None and before.is_in("titles", "offices"):
        return True
    acronym = any(w.is_acronym and not w.is_on(_SUFFIX) for w in name) and not all(w.text.isupper() for w in name)
    if acronym or name[-1].is_in("outlet-endings", "common-nouns"):
        return False
    return any(not w.is_in(*_WORDS) for w in name if w.is_capital)


def _is_person_alone(word: Word, before: Word | None) -> bool:
    """Whether one capitalised word is a person: after a title always, else unless it is listed or an acronym."""
    if len(word.text.strip(".")) == 1:
        return False
    if before is not None and before.is_in("titles", "offices", "given-names", "spokespeople", "unnamed-heads"):
        return True
    given = word.is_in("given-names")
    if word.is_acronym and not given:
        return False
    return not word.is_in(*_NOT_ALONE) or (given and not word.is_in("places"))
