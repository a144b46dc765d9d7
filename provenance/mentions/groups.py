"""A source's words split into what matters: head group, name in it, what hangs on it, apposition."""

from collections.abc import Sequence

from attrs import frozen

from provenance.mentions.names import find_name
from provenance.mentions.words import POSSESSIVE_MARKS, Word

LINK, DEFINITE, INDEFINITE = "group-words.link", "group-words.definite", "group-words.indefinite"
"""Lists of words that cut a description, or tell whether the reader knows who is meant."""
_LISTED = ("outlets", "state-bodies", "organisations", "metonyms", "places", "demonyms")
_VERBS = ("reporting-verbs", "common-verbs")
_NOUNS = (
    "common-nouns",
    "unnamed-heads",
    "vague-heads",
    "offices",
    "document-heads",
    "reporting-nouns",
    "common-adjectives",
)
_TITLED = ("outlet-heads", "organisation-heads", "government-heads")
_HEADS = (
    "unnamed-heads",
    "vague-heads",
    "offices",
    "spokespeople",
    "organisation-heads",
    "government-heads",
    "document-heads",
)


@frozen(eq=False, repr=False)
class Groups:
    """`head` is the noun group, `after` what hangs on it, `apposed` the words of an apposition behind it.

    `name` is the personal name in the head group.
    """

    head: tuple[Word, ...]
    after: tuple[Word, ...]
    apposed: tuple[Word, ...]
    name: tuple[Word, ...]

    @property
    def definite(self) -> bool | None:
        """Whether *the*, a demonstrative or a possessor opens it; None where nothing says."""
        first = self.head[0]
        if first.is_on(DEFINITE) or any(w.text in POSSESSIVE_MARKS for w in self.head):
            return True
        return False if first.is_on(INDEFINITE) or first.text[:1].isdigit() else None

    @property
    def has_name(self) -> bool:
        """Whether a listed or capitalised name stands in the head group or right behind it."""
        return self._names_in((*self.head[:-1], *self.after)) or self._head_names

    @property
    def is_identified(self) -> bool:
        """Whether the name belongs to it (*a poll by the Herald*); where it was made tells too little (*polls in Ohio*)."""
        belongs = self.after and (self.after[0].is_on("group-words.owner") or self._tells_maker or self._tells_site)
        return self._names_in((*self.head[:-1], *(self.after if belongs else ()))) or self._head_names

    @property
    def _tells_maker(self) -> bool:
        """Whether a participle behind the head tells who made it or where it was published."""
        if not self.after or self.after[0].is_for("seen"):
            return False
        return self.after[0].is_on("group-words.made") or any(w.is_on("group-words.maker") for w in self.after[1:4])

    @property
    def _tells_site(self) -> bool:
        """Whether it stands on somebody's site (*a page on the Reyes campaign's website*)."""
        return self.after[0].is_on("group-words.site") and self.after[-1].is_in("outlet-heads")

    @property
    def _head_names(self) -> bool:
        return self.head[-1].is_in(*_LISTED[:5]) or self.is_title

    def _names_in(self, words: tuple[Word, ...]) -> bool:
        opening = self.head[0].first if self.head and not self._opens_with_owner else -1
        words = tuple(w for w in words if not is_function(w))
        return any(w.is_in(*_LISTED) or (w.is_capital and w.first != opening) for w in words)

    @property
    def _opens_with_owner(self) -> bool:
        """Whether the first word is a name that owns the rest (*Reyes's remarks*); other capitals open a sentence."""
        owns = len(self.head) > 1 and self.head[1].text in POSSESSIVE_MARKS
        return owns and (self.head[0].is_in("given-names") or not self.head[0].readings)

    @property
    def is_title(self) -> bool:
        """Whether every word of a body's or outlet's name is capitalised (*Harbour News Service*)."""
        core = [w for w in self.core if w.text not in POSSESSIVE_MARKS]
        return len(core) > 1 and all(w.is_capital for w in core) and core[-1].is_in(*_TITLED)

    @property
    def core(self) -> tuple[Word, ...]:
        """The head group without a leading article or *some*."""
        words = self.head
        while len(words) > 1 and words[0].is_on("group-words.light"):
            words = words[1:]
        return words

    @property
    def bare(self) -> tuple[Word, ...]:
        """The words that name a body, without *the*: *Ministry of Health*, *Commission on Ferries*, *Committee to Save Torv*."""
        if not self.after:
            return self.core
        joint = self.after[0]
        titled = (
            joint.is_on("group-words.titled")
            and self.core[-1].is_capital
            and self.after[1:2]
            and self.after[1].is_capital
        )
        return (*self.core, *self.after) if joint.is_on("group-words.named-of") or titled else self.core

    @property
    def full(self) -> tuple[Word, ...]:
        """The words that name a document, with where it is from: *study by the institute*."""
        told = self.after and (self.after[0].is_on("group-words.origin") or self._tells_maker)
        return (*self.core, *self.after) if told else self.core


def group_of(words: Sequence[Word]) -> Groups:
    """Cut a source's words into head, what hangs on it, and apposition."""
    words = _trimmed(words)
    comma = next((i for i, w in enumerate(words) if w.text in (",", "(")), len(words))
    front, apposed = words[:comma], tuple(w for w in words[comma + 1 :] if w.text != ")")
    cut = next((i for i, w in enumerate(front) if i and _cuts(front, i)), len(front))
    head = tuple(front[:cut])
    return Groups(head, tuple(front[cut:]), apposed, find_name(head))


def _cuts(words: Sequence[Word], at: int) -> bool:
    """Whether what hangs on the head begins here: a preposition, a relative, or a participle behind a noun."""
    word = words[at]
    if word.is_on(LINK):
        return not (word.text.isupper() and word.is_in("state-bodies"))  # the WHO
    acts = word.has_tag("ing", *_VERBS) and _takes_object(words, at)
    before = words[at - 1]
    headed = before.is_in(*_HEADS) or (acts and before.is_on(DEFINITE) and before.is_on("group-words.plural"))  # those
    if word.is_capital or (word.is_in(*_NOUNS) and not acts) or not headed:
        return False
    return any(word.has_tag(tag, *_VERBS) for tag in ("ing", "past", "pp", "base"))


def _takes_object(words: Sequence[Word], at: int) -> bool:
    """Whether a name or a group with an article follows a word (*backing the plan*)."""
    behind = words[at + 1] if at + 1 < len(words) else None
    return behind is not None and (behind.is_capital or behind.is_on(DEFINITE) or behind.is_on(INDEFINITE))


def _trimmed(words: Sequence[Word]) -> Sequence[Word]:
    """Without marks at the edges and adverbs in front."""
    first, last = 0, len(words)
    while last > first + 1 and (
        words[last - 1].text in POSSESSIVE_MARKS or words[last - 1].text in (",", "(", ")", "&")
    ):
        last -= 1
    while first + 1 < last and (words[first].text in (",", "(", ")", "&") or words[first].text in POSSESSIVE_MARKS):
        first += 1
    first += first + 1 < last and words[first].is_on("group-words.roughly")
    while first + 1 < last and words[first].is_in("adverbs") and not words[first].is_in("common-adjectives"):
        first += 1
    return words[first:last]


def is_function(word: Word) -> bool:
    """Whether a word is of a closed class; an acronym never is (IT, US)."""
    return word.is_in("function-words") and not (word.text.isupper() and len(word.text) > 1)
