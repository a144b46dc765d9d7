"""When a claim says that something is so: the tense of its main verb, by the forms that the lexicons list."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial

from attrs import frozen

from provenance.model import Tense
from provenance.rulebook import Rulebook

_WORD = re.compile(r"\d[\d,.]*|[^\W\d_]+(?:[-.][^\W\d_]+)*|['’](?:s|re|ve|ll|d|m)\b|\S")
_SHORT = (
    (re.compile(r"\bcan(?:['’]t|not)\b"), "can not"),
    (re.compile(r"\bwon['’]t\b"), "will not"),
    (re.compile(r"(?<=\w)n['’]t\b"), " not"),
)
"""Short forms of *not*, written out, the special ones first."""
_VERBS = ("common-verbs", "reporting-verbs")
_NOUNS = frozenset(("noun", "one", "several"))
_SHORT_FORMS = {
    "short-forms.be": "be",
    "short-forms.have": "have",
    "short-forms.modal": "modal",
    "short-forms.coming": "future",
}
"""What each list of short forms of helping verbs makes of a word."""
_OPENERS = 3
"""A conjunction among so many first words opens a clause that the main clause follows behind a comma."""
_BEFORE_NOUN = frozenset(("determiner", "preposition", "infinitive", "number", "auxiliary"))
"""Kinds of words behind which a noun or an infinitive stands, not the verb of the clause."""
_AFTER_PLAIN_VERB = frozenset(("determiner", "infinitive", "that"))
"""Kinds of words that show that *plans* or *reports* is a verb."""


@frozen(repr=False)
class _Word:
    """A word with its kinds among the function words, the forms of verbs it may be, and whether it may be a noun."""

    text: str
    kinds: frozenset[str]
    forms: frozenset[str]
    noun: bool


def tense_of(claim: str, rulebook: Rulebook) -> Tense:
    """The tense of the main verb of a claim, *none* where the claim has none that the lexicons know.

    Subordinate clauses in front and relative clauses are passed over. The readings are those of the word lists; no
    parse is made, so a claim without a subject or with a long aside may be read wrongly.
    """
    for short, full in _SHORT:
        claim = short.sub(full, claim)
    words = [*map(_reader(rulebook), _WORD.findall(claim))]
    owed = 0
    for index in _main_clause(words):
        if _opens_relative(words, index):
            owed += 1
        elif found := _verb_at(words, index):
            if not owed:
                return found
            owed -= 1
    return Tense.NONE


@lru_cache(maxsize=8)
def _reader(rulebook: Rulebook) -> Callable[[str], _Word]:
    """Reads each word once; every rulebook has its own reader, so that rules that nobody uses any more can go."""
    return lru_cache(maxsize=50_000)(partial(_read, rulebook=rulebook))


def _read(text: str, rulebook: Rulebook) -> _Word:
    words = rulebook.words
    if text[0] in "'’" and len(text) > 1:
        held = words.of(f"'{text[1:]}")
        short = {kind for name, kind in _SHORT_FORMS.items() if name in held}
        return _Word(text, frozenset(short | {"clitic"}), frozenset(), noun=False)
    readings = rulebook.read(text.lower())
    kinds = frozenset(tag for r in readings if r.lexicon == "function-words" for tag in r.tags)
    if any(r.lexicon == "adverbs" for r in readings):
        kinds |= {"adverb"}
    if text.lower() in words["reference-words.coming"]:
        kinds |= {"future"}
    forms = frozenset(tag for r in readings if r.lexicon in _VERBS for tag in r.tags)
    return _Word(text, kinds, forms, noun=any(not _NOUNS.isdisjoint(r.tags) for r in readings))


def _main_clause(words: Sequence[_Word]) -> Iterator[int]:
    """The places of the words behind a subordinate clause in front."""
    waiting = False
    for index, word in enumerate(words):
        if "subordinator" in word.kinds and index < _OPENERS:
            waiting = any(later.text == "," for later in words[index:])
        elif waiting:
            waiting = word.text != ","
        elif index:
            yield index


def _opens_relative(words: Sequence[_Word], index: int) -> bool:
    return "relative" in words[index].kinds or ("that" in words[index].kinds and words[index - 1].text.isalpha())


def _verb_at(words: Sequence[_Word], index: int) -> Tense | None:
    """The tense that a finite verb at this place gives its clause."""
    word, before = words[index], words[index - 1]
    if "clitic" in word.kinds:
        return _helper_tense(words, index) if before.kinds & {"pronoun", "there"} else None
    if word.kinds & {"finite", "modal"}:
        is_name = word.text[0].isupper()
        return None if is_name else _helper_tense(words, index)
    if word.kinds or not word.text.islower() or before.kinds & _BEFORE_NOUN:
        return None
    if "relative" in before.kinds and "base" in word.forms:
        return Tense.PRESENT
    return _plain_tense(word, words[index + 1] if index + 1 < len(words) else None)


def _helper_tense(words: Sequence[_Word], index: int) -> Tense:
    """The tense that *is*, *had*, *will*, *could* or *did* makes, with the verb behind it."""
    word = words[index]
    if "modal" in word.kinds:
        return Tense.FUTURE if "future" in word.kinds else Tense.MODAL
    if "past" in word.forms:
        return Tense.PAST
    if "have" in word.kinds:
        return Tense.PERFECT if _has_participle(words, index) else Tense.PRESENT
    if "be" not in word.kinds:
        return Tense.PRESENT
    return Tense.EXISTENTIAL if "there" in words[index - 1].kinds else _being(words, index)


def _being(words: Sequence[_Word], index: int) -> Tense:
    """The tense that *is* makes: something is under way or is done, is somewhere, or is such as it is."""
    word = _behind(words, index)
    if word is None:
        return Tense.PRESENT
    if word.forms & {"ing", "pp"} or word.text.endswith("ing"):
        return Tense.PROGRESSIVE
    return Tense.EXISTENTIAL if "preposition" in word.kinds and "infinitive" not in word.kinds else Tense.PRESENT


def _has_participle(words: Sequence[_Word], index: int) -> bool:
    """Whether *has* helps another verb: *has signed*, not *has a plan*."""
    word = _behind(words, index)
    return word is not None and ("pp" in word.forms or (not word.forms and word.text.endswith("ed")))


def _behind(words: Sequence[_Word], index: int) -> _Word | None:
    """The next word that is neither *not* nor an adverb."""
    behind = (w for w in words[index + 1 :] if not w.kinds & {"negation", "adverb"} and not w.text.endswith("ly"))
    return next(behind, None)


def _plain_tense(word: _Word, behind: _Word | None) -> Tense | None:
    """The tense of a verb without helper; *the arms recovered by police* is no clause."""
    if "past" in word.forms or (not word.forms and word.text.endswith("ed")):
        passive = behind is not None and behind.text == "by" and "pp" in word.forms
        return None if passive else Tense.PAST
    if "s" in word.forms and (not word.noun or (behind is not None and behind.kinds & _AFTER_PLAIN_VERB)):
        return Tense.PRESENT
    return None
