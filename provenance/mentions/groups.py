"""A source's words split into what matters: head group, name in it, employer, members of a coordination."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from provenance.mentions.words import Word, text_of_words
from provenance.model import Number

_LINKS = frozenset({"of", "for", "at", "in", "from", "with", "on", "to", "by", "under", "near", "inside", "within", "who",
                    "which", "that", "whose", "about", "against", "familiar", "close", "briefed", "behind", "between"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several", "many", "two", "three", "few", "other", "others"})
_MARKS = frozenset({"'s", "’s", "'", "’"})
_LISTED = ("outlets", "state-bodies", "organisations", "metonyms", "places", "demonyms")
_NOT_NAMES = (
    "function-words", "offices", "titles", "unnamed-heads", "vague-heads", "spokespeople", "outlets", "state-bodies",
    "metonyms", "demonyms", "government-heads", "organisation-heads",
)
_PLURALS = frozenset({"several", "many", "some", "few", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                      "ten", "dozens", "scores", "hundreds", "thousands", "most", "both", "others", "numerous", "various",
                      "all", "these", "those"})


@frozen
class Groups:
    """`head` is the first noun group, `after` what hangs on it, `members` the groups of a coordination.

    `name` is the personal name in the head group; `bare` the head group with what hangs on it by *of*, without article.
    """

    head: tuple[Word, ...]
    after: tuple[Word, ...]
    members: tuple[tuple[Word, ...], ...]
    name: tuple[Word, ...]

    @property
    def definite(self) -> bool:
        """Whether *the*, a demonstrative or a possessor opens it."""
        return self.head[0].text.lower() in _DEFINITE or any(w.text in _MARKS for w in self.head)

    @property
    def indefinite(self) -> bool:
        """Whether it opens with *a*, a number or a quantifier."""
        return self.head[0].text.lower() in _INDEFINITE or self.head[0].text[:1].isdigit()

    @property
    def has_name(self) -> bool:
        """Whether a listed or capitalised name stands in the head group or right behind it."""
        words = [w for w in self.head[:-1] if not _is_function(w)] + list(self.after)
        last = self.head[-1]
        return any(w.is_in(*_LISTED) or (w.is_capital and not _is_function(w)) for w in words) or last.is_in(*_LISTED[:5])

    @property
    def bare(self) -> tuple[Word, ...]:
        """The words that describe it, without a leading article."""
        words = self.head
        while len(words) > 1 and words[0].text.lower() in ("the", "a", "an"):
            words = words[1:]
        if self.after and self.after[0].text.lower() in ("of", "for"):
            words = (*words, *self.after)
        return words

    @property
    def employer(self) -> str | None:
        """On whose behalf a spokesperson speaks: possessor, modifier, or what follows *for*, *of*."""
        words = [w for w in self.head[:-1] if w.text not in _MARKS and w.text.lower() not in _INDEFINITE | _DEFINITE]
        if self.after and self.after[0].text.lower() in ("for", "of", "from", "at", "with", "to"):
            words = [w for w in self.after[1:] if w.text.lower() not in ("the", "a", "an")]
        return text_of_words(words) or None


def split_groups(words: Sequence[Word]) -> Groups:
    """Cut a source's words at the first link or comma; coordination gives several members."""
    cut = next((i for i, w in enumerate(words) if i and _cuts(w)), len(words))
    head, after = tuple(words[:cut]), tuple(words[cut:])
    head = _without_leading_adverb(head)
    members = (head, *_coordinated(after)) if head else ()
    return Groups(head, after, members, _name_in(head) if head else ())


def _cuts(word: Word) -> bool:
    return word.text.lower() in _LINKS or word.text in (",", "(", "and", "or", "&")


def _without_leading_adverb(words: tuple[Word, ...]) -> tuple[Word, ...]:
    while len(words) > 1 and words[0].text in (",", "(", ")", *_MARKS):
        words = words[1:]
    return words


def _coordinated(after: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The further members of *X, Y and Z*."""
    if not any(w.text in ("and", "or", "&") for w in after) or (after and after[0].text.lower() in _LINKS):
        return
    part: list[Word] = []
    for word in after:
        if word.text in (",", "and", "or", "&"):
            if part:
                yield tuple(part)
            part = []
        elif word.text.lower() in _LINKS:
            break
        else:
            part.append(word)
    if part:
        yield tuple(part)


def _name_in(head: tuple[Word, ...]) -> tuple[Word, ...]:
    """The personal name that ends a head group: capitalised words no list of roles and bodies has, or a given name."""
    end = len(head)
    start = end
    while start > 0 and _may_be_name(head[start - 1], inside=start < end):
        start -= 1
    name = head[start:end]
    if not name or not any(_is_personal(w) for w in name):
        return ()
    if len(name) == 1 and name[0].is_in("places", "organisations", "common-nouns", "document-heads") and not (
        start and head[start - 1].is_in("titles", "offices", "given-names")
    ):
        return ()
    return name


def _may_be_name(word: Word, *, inside: bool) -> bool:
    if word.is_in("given-names") and word.is_capital:
        return True
    if word.text in ("de", "van", "von", "der", "al", "bin", "la", "Jr.", "Sr.", "II", "III"):
        return True
    if word.is_capital and not word.is_in(*_NOT_NAMES) and " " not in word.text:
        return True
    return inside and len(word.text.strip(".")) == 1 and word.text[:1].isupper()


def _is_personal(word: Word) -> bool:
    return word.is_capital and (not word.readings or word.is_in("given-names") or not word.is_in(*_LISTED))


def _is_function(word: Word) -> bool:
    return word.is_in("function-words") and not (word.text.isupper() and len(word.text) > 1)


def number_of(groups: Groups) -> Number:
    """How many speakers the words claim."""
    first, last = groups.head[0].text.lower(), groups.head[-1]
    if len(groups.members) > 1 or first in _PLURALS:
        return Number.SEVERAL
    if groups.name:
        return Number.ONE
    tags = [r.tags for r in last.readings if "one" in r.tags or "several" in r.tags]
    if tags:
        return Number.SEVERAL if all("one" not in t for t in tags) else Number.ONE
    if last.text.lower() in _PLURALS or (last.text.endswith("s") and not last.text.endswith("ss") and not last.readings):
        return Number.SEVERAL
    return Number.ONE
