"""Whether two stretches of an article say the same: by the stems of their words, or by words quoted in both."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from math import ceil

from attrs import field, frozen

from provenance.rulebook import Rulebook

_WORD = re.compile(r"[^\W\d_]+(?:['’]t\b)?|\d+")
_ENDING = re.compile(r"(?<=...)(?:ing|ed|es|s|e)$")
_QUOTED = re.compile(r"[\"“«]([^\"“”«»]{8,400})[\"”»]?")
_SHORTEST = 3
"""Letters of a word that tells something; figures tell at any length."""
_FEWEST = 3
"""Stems that two claims that say the same have in common at least."""
_OF_SHORTER, _OF_LONGER = 0.6, 0.45
"""Shares of the stems of the shorter and of the longer that both have: a claim that only mentions the other is not the same."""
_RUN = 4
"""Words in a row, quoted in both, that make two claims one."""
_FEW = 12
"""A stem that more stretches hold tells little."""
_MOST_WORDS, _MOST_TEXTS = 100_000, 300
_MOST = 60
"""Stretches under one stem that are compared: where more say the same, nobody misses the rest."""
_LISTED = ("common-verbs", "reporting-verbs", "common-nouns")
"""Lexicons that know a word under its base form (*sold*: sell)."""


@frozen(eq=False, repr=False)
class Meaning:
    """What a stretch of text says: its stems, the runs of words it quotes, and whether it denies."""

    stems: frozenset[str]
    runs: frozenset[str]
    denies: bool


class Meanings(dict[str, str]):
    """Reads what stretches say. It holds the stems of the words met before, in whatever article; empty: the word tells nothing."""

    def __init__(self, rulebook: Rulebook) -> None:
        super().__init__()
        self.rulebook = rulebook
        self._denying: set[str] = set()
        self._texts: dict[str, Meaning] = {}

    def of(self, text: str) -> Meaning:
        """The meaning of a text; a claim is asked for by more than one stage."""
        found = self._texts.get(text)
        if found is None:
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            found = self._texts[text] = self._read(text)
        return found

    def _read(self, text: str) -> Meaning:
        words = _WORD.findall(text.lower())
        stems = frozenset(filter(None, map(self.__getitem__, words)))
        runs = frozenset(chain.from_iterable(map(_runs, _QUOTED.findall(text))))
        return Meaning(stems, runs, not self._denying.isdisjoint(words))

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found, denies = self._look_up(word)
        self[word] = found
        if denies:
            self._denying.add(word)
        return found

    def _look_up(self, word: str) -> tuple[str, bool]:
        """The stem of a word, empty where it tells nothing, and whether it denies."""
        plain = word.replace("’", "'")
        readings = self.rulebook.read(plain)
        roles = {r.entry.fields.get("role") for r in readings if r.lexicon == "claim-words"}
        closed = any(r.lexicon == "function-words" for r in readings)
        denies = "denial" in roles or any(r.lexicon == "function-words" and "negative" in r.tags for r in readings)
        tells = word.isdigit() or (len(word) >= _SHORTEST and not closed and not roles)
        base = next((r.entry.lemma for r in readings if r.lexicon in _LISTED and " " not in r.entry.lemma), word)
        return (_ENDING.sub("", base) if tells else "", denies)


@lru_cache(maxsize=8)
def meanings_under(rulebook: Rulebook) -> Meanings:
    """What stretches say under some rules, one for all articles."""
    return Meanings(rulebook)


def _runs(quoted: str) -> Iterator[str]:
    """The runs of `_RUN` words in a quotation."""
    words = _WORD.findall(quoted.lower())
    return map(" ".join, zip(*(words[i:] for i in range(_RUN)), strict=False))


def say_the_same(one: Meaning, other: Meaning) -> bool:
    """Whether two stretches share most of their stems and agree in being denied or not, or quote the same words."""
    if one.runs and not one.runs.isdisjoint(other.runs):
        return True
    shared = len(one.stems & other.stems)
    if shared < _FEWEST or one.denies != other.denies:
        return False
    short, long = sorted((len(one.stems), len(other.stems)))
    return shared >= _OF_SHORTER * short and shared >= _OF_LONGER * long


@frozen(eq=False, repr=False)
class SameFinder:
    """Finds which of some stretches say the same as a text; only those that share a telling stem or run are compared.

    Two stretches that say the same share the rarest stem that both have (prefix filtering), so the work grows with the
    article, not with its square.
    """

    meanings: Sequence[Meaning | None]
    _frequency: Counter[str] = field(init=False)
    _holders: dict[str, list[int]] = field(init=False)

    @_frequency.default
    def _count(self) -> Counter[str]:
        return Counter(chain.from_iterable(m.stems for m in self.meanings if m is not None))

    @_holders.default
    def _hold(self) -> dict[str, list[int]]:
        holders: dict[str, list[int]] = defaultdict(list)
        for index, meaning in enumerate(self.meanings):
            if meaning is not None:
                for key in chain(self._telling(meaning), meaning.runs):
                    holders[key].append(index)
        return holders

    def same_as(self, meaning: Meaning) -> list[int]:
        """The indices of the stretches that say what a meaning says, in order."""
        keys = chain(filter(self._holders.__contains__, meaning.stems), meaning.runs)
        near = {index for key in keys for index in self._holders.get(key, ())[:_MOST]}
        return sorted(i for i in near if (held := self.meanings[i]) is not None and say_the_same(meaning, held))

    def _telling(self, meaning: Meaning) -> list[str]:
        """Stems of which anything that says the same must have one: those that few stretches hold."""
        shared = max(_FEWEST, ceil(_OF_LONGER * len(meaning.stems)))
        enough = max(0, len(meaning.stems) - shared + 1)
        few = [stem for stem in meaning.stems if self._frequency[stem] <= _FEW]
        if len(few) < enough:
            few = sorted(meaning.stems, key=lambda stem: (self._frequency[stem], stem))
        return few[:enough]
