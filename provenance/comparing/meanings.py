"""What single words and phrases stand for: one key for all forms, derivations, spellings and near synonyms."""

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import field, frozen

from provenance.comparing.spellings import key_of
from provenance.rulebook import Rulebook
from provenance.rulebook.readings import Reading
from provenance.rulebook.schema import Lexicon

COUNTRY, BODY, NAME, OFFICE, NUMBER, STANCE = "in:", "of:", "n:", "as:", "#", "by:"
"""How keys begin that are more than the stem of a word."""

_ENDINGS = re.compile(
    r"(?:ational|ations?|ators?|ating|ated|ates?|ements?|ments?|alities|ality|ivity|ities|ity|ness|ions?|ional|ings?|"
    r"edly|ers?|ors?|ees?|ally|als?|ly|ed|es|s|e|(?<=\w{5})(?<![aeou])y|ives?|ously|ous|ances?|ences?|ants?|ents?|"
    r"ables?|ibles?)$"
)
_LEAST_STEM = 4
_TAIL = re.compile(r"['’]s?$")
_CONTRACTED = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$")
_SHORT = 3
_OF_FUNCTION_WORD, _OF_NAME, _OF_COMMON_WORD, _OF_RARE_WORD = 1.0, 1.5, 3.0, 4.5
_PLACES = ("places", "demonyms", "metonyms", "government-heads")
_BODIES = ("organisations", "outlets", "state-bodies")
_OFFICES = ("offices", "titles", "role-families")
_MOST_KEPT = 200_000

Meaning = tuple[str, bool]
"""A key, and whether it says something by itself."""


@frozen(eq=False)
class Meanings:
    """Looks words up in the lexicons; what was looked up is kept.

    `synonyms` maps stems to the stem that stands for all of them, or to nothing for words that say little. `openers` are
    the words with which names and phrases of several words begin.
    """

    rulebook: Rulebook
    synonyms: dict[str, str] = field(init=False)
    openers: frozenset[str] = field(init=False)
    words: dict[str, Meaning] = field(factory=dict, init=False)
    phrases: dict[str, str] = field(factory=dict, init=False)
    worths: dict[str, float] = field(factory=dict, init=False)
    opening: dict[str, bool] = field(factory=dict, init=False)

    @synonyms.default
    def _read_synonyms(self) -> dict[str, str]:
        lexicon = _find_lexicon(self.rulebook, "same-meaning")
        return {
            self.stems(entry.lemma): "" if entry.fields.get("light") else self.stems(entry.fields["means"])
            for entry in (lexicon.entries if lexicon else ())
        }

    @openers.default
    def _read_openers(self) -> frozenset[str]:
        return frozenset({key.partition(" ")[0] for key in self.synonyms if " " in key} | set(self._names_open()))

    def _names_open(self) -> Iterator[str]:
        for name in self.rulebook.readings.names_in({*_PLACES, *_BODIES}):
            if " " in name:
                yield name.partition(" ")[0]

    def of_word(self, word: str) -> Meaning:
        """What one word stands for."""
        found = self.words.get(word)
        if found is None:
            _bound(self.words)
            found = self.words[word] = self._read_word(_TAIL.sub("", word))
        return found

    def of_phrase(self, phrase: str) -> str | None:
        """What several words stand for together; None if nothing."""
        found = self.phrases.get(phrase)
        if found is None:
            _bound(self.phrases)
            bare = _TAIL.sub("", phrase)
            found = self._country(bare) or self._body(bare) or self.synonyms.get(self.stems(bare)) or ""
            self.phrases[phrase] = found
        return found or None

    def opens(self, word: str) -> bool:
        """Whether a phrase or a name of several words may begin with a word."""
        found = self.opening.get(word)
        if found is None:
            _bound(self.opening)
            found = self.opening[word] = word in self.openers or self.stem(word) in self.openers
        return found

    def worth(self, word: str) -> float:
        """How much a word tells that two wordings share: rare words more than common ones, names little."""
        found = self.worths.get(word)
        if found is None:
            _bound(self.worths)
            found = self.worths[word] = self._read_worth(word)
        return found

    def sorts(self, word: str) -> frozenset[str]:
        """What a word is good for when claims are held against each other (lexicon comparison-words)."""
        found = (r.entry.fields["sort"] for r in self.rulebook.read(word) if r.lexicon == "comparison-words")
        return frozenset(map(str, found))

    def spelled(self, word: str) -> str:
        """The usual spelling of a word in small letters (*gonna*: goingto), without spaces."""
        usual = (r.entry.fields.get("spelled") for r in self.rulebook.read(word) if r.lexicon == "comparison-words")
        return next((str(one).replace(" ", "") for one in usual if one), word)

    def stance(self, cue: str) -> str | None:
        """What a cue says beyond that something was said: that it was rejected, judged, demanded."""
        words = cue.split()
        for phrase in (cue, *words):
            for reading in self.rulebook.read(phrase):
                if reading.lexicon == "reporting-verbs" and reading.entry.fields["stance"] != "neutral":
                    return STANCE + str(reading.entry.fields["stance"])
        return None

    def attitude(self, cue: str) -> str | None:
        """The key of the word that says what somebody wants or thinks of it: the last of a cue that says something."""
        keys = [key for word in cue.split() for key, heavy in [self.of_word(word)] if heavy]
        return keys[-1] if keys else None

    def is_verb(self, word: str) -> bool:
        """Whether a word can be a verb."""
        return any(r.lexicon == "common-verbs" for r in self.rulebook.read(word.lower()))

    def stem(self, word: str) -> str:
        """What forms and derivations of a word share."""
        common = (r.entry.lemma for r in self.rulebook.read(word.lower()) if r.lexicon.startswith("common-"))
        return _stem(next(common, word.lower()))

    def stems(self, words: str) -> str:
        """The stems of several words."""
        return " ".join(map(self.stem, words.split()))

    def _read_worth(self, word: str) -> float:
        base = _CONTRACTED.sub("", word)
        lexicons = {reading.lexicon for reading in self.rulebook.read(base.lower())}
        if "function-words" in lexicons or len(base) < _SHORT:
            return _OF_FUNCTION_WORD
        if any(name.startswith("common-") for name in lexicons):
            return _OF_COMMON_WORD
        return _OF_NAME if word[0].isupper() else _OF_RARE_WORD

    def _read_word(self, word: str) -> Meaning:
        if word[:1].isdigit():
            return NUMBER + word.replace(",", ""), True
        if word[:1].isupper() and (name := self._read_name(word)):
            return name, True
        readings = self.rulebook.read(word.lower())
        if any(reading.lexicon == "function-words" for reading in readings):
            word = word.lower()
            return self.synonyms.get(word, word), word in self.rulebook.words["statement-words.telling"]
        stem = self.stem(word)
        meaning = self.synonyms.get(stem, stem)
        return meaning or stem, bool(meaning)

    def _read_name(self, word: str) -> str | None:
        """The key of a word with a capital, None if it is an ordinary word all the same."""
        readings = self.rulebook.read(word.lower())
        country = self._country(word)
        if country or any(reading.lexicon == "function-words" for reading in readings):
            return country
        if body := self._body(word):
            return body
        if any(reading.lexicon in _OFFICES for reading in readings):
            return OFFICE + self.stem(word)
        return None if _is_ordinary(readings) else NAME + key_of(word)

    def _body(self, words: str) -> str | None:
        """The name under which the lexicons know a body with several names."""
        if not words[:1].isupper():
            return None
        known = (r.entry.lemma for r in self.rulebook.read(words) if r.lexicon in _BODIES)
        return next((BODY + lemma.casefold().removeprefix("the ").replace(" ", "") for lemma in known), None)

    def _country(self, words: str) -> str | None:
        """The country that a name, a people, a capital or a seat of government stands for."""
        if not words[:1].isupper():
            return None
        plural = self.rulebook.read(words[:-1]) if words.endswith("s") else []
        for reading in (*self.rulebook.read(words), *plural):
            if reading.lexicon in _PLACES:
                fields = reading.entry.fields
                country = fields.get("country") or fields.get("government")
                if country or fields.get("type") == "country":
                    return COUNTRY + str(country or reading.entry.lemma).casefold().replace(" ", "")
        return None


def _find_lexicon(rulebook: Rulebook, name: str) -> Lexicon | None:
    return next((lexicon for lexicon in rulebook.pack.lexicons if lexicon.id.rpartition("/")[2] == name), None)


def _is_ordinary(readings: list[Reading]) -> bool:
    """Whether a word with a capital is a title, or only the first word of a sentence."""
    return any("name" not in reading.tags for reading in readings)


def _bound(kept: dict[str, object] | dict[str, Meaning] | dict[str, str] | dict[str, float] | dict[str, bool]) -> None:
    """Forget everything once too much is kept."""
    if len(kept) >= _MOST_KEPT:
        kept.clear()


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    """Cut the ending off, as long as enough is left."""
    ending = _ENDINGS.search(word)
    while ending and ending.start() < _LEAST_STEM:
        ending = _ENDINGS.search(word, ending.start() + 1)
    stem = word[: ending.start()] if ending else word
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem
