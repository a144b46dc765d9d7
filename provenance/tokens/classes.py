"""From surface forms to class characters.

A *selector* is anything a pattern can ask of a token: a literal word, a lexicon with tags (`@reporting-verbs.that`), a
shape (`@shape.capital`). The class of a token is the set of selectors it satisfies; every distinct set gets one
character (of a large block that is only used as a pool of numbers), so that an article becomes a string with one
character a token and a selector becomes a set of characters.
"""

import sys
from collections.abc import Iterable, Mapping
from itertools import count
from typing import Protocol

from provenance.tokens.phrases import Phrase, PhraseFinder, plain
from provenance.tokens.selectors import Selectors, union
from provenance.tokens.shelves import Shelves
from provenance.tokens.symbols import Symbol
from provenance.tokens.traits import trait_character, traits_of

_FIRST_FREE = 0x4E00
_LAST_FREE = 0xD7FF
_MEMO_LIMIT = 200_000
_BETWEEN = "\n"
"""Between sets of selectors where they are kept; it is no selector."""
_SHAPE_SAMPLES = """
    zz.com zz.com/zz pic.twitter.com/zz zz Zz ZZ zZ Z zzly zzing zzed zzs Zzly Zzing Zzed Zzs ZZS zz-zz Zz-Zz zz-Zz Zz-zz
    1 1,000 2024 1st 1990s . , ; : ? ! - -- – — ( ) [ ] " “ ” '' `` ‘ ’ ' « » … ... * • @zz #zz $ % & /
    's ’s 're 've 'll 'd 'm U.S. a.m. Mr. Z. zzn't \ufeff ž Ž zž
""".split()
"""A word of every look: whatever an article brings, its class is there before expressions are compiled."""


class Shape(Protocol):
    """What a word's look tells: the selectors it satisfies by its shape; `known` says whether a lexicon lists it."""

    def __call__(self, surface: str, *, known: bool) -> Selectors:
        """The selectors of a surface form."""


class Vocabulary:
    """What the rulebook knows of words: for each surface form and phrase the selectors it satisfies.

    `words` maps a lower-case form, `names` a form as written, to selectors; `phrases` maps the first two tokens (lower
    case) to the phrases that begin with them, longest first; `shape` gives the selectors that depend on how an unlisted
    or listed word looks. `literals` are the selectors of words that patterns quote: being quoted makes no word known.
    """

    def __init__(
        self,
        words: Mapping[str, Selectors],
        names: Mapping[str, Selectors],
        phrases: Mapping[tuple[str, str], list[Phrase]],
        shape: Shape,
        literals: Selectors = "",
    ) -> None:
        self.words = words
        self.names = names
        self.phrases = phrases
        self.shape = shape
        self.literals = frozenset(literals)

    def __getstate__(self) -> dict[str, object]:
        """Everything but the phrases, which the classifier's finder has; the words on shelves."""
        return {**vars(self), "words": Shelves(self.words), "names": Shelves(self.names), "phrases": {}}

    def selectors_of(self, surface: str) -> Selectors:
        """All selectors that one token satisfies."""
        word, name = self.words.get(plain(surface), ""), self.names.get(surface, "")
        known = union(word, name) if word and name else word or name
        shape = self.shape(surface, known=not self.literals.issuperset(known))
        return union(known, shape) if known else shape


class Classifier(dict[str, str]):
    """A piece of text (the white space behind it included) -> its class and its traits, a character each.

    Filled as pieces are met.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self.frozen = False
        self.phrases = PhraseFinder(vocabulary.phrases)
        self._characters: dict[Selectors, str] = {}
        self._selectors: list[Selectors] = []
        self._phrases: dict[tuple[Selectors, str], str] = {}
        for selectors in self._known_sets():
            self.character_of(selectors)

    def _known_sets(self) -> Iterable[Selectors]:
        vocabulary = self.vocabulary
        for form in vocabulary.words:
            for written in (form, form.capitalize(), form.upper()):
                yield vocabulary.selectors_of(written)
        for name in vocabulary.names:
            yield vocabulary.selectors_of(name)
        for phrases in vocabulary.phrases.values():
            for _, selectors, _ in phrases:
                yield union(selectors, vocabulary.shape("zz", known=True))
                yield union(selectors, vocabulary.shape("Zz", known=True))
        for sample in _SHAPE_SAMPLES:
            yield vocabulary.shape(sample, known=False)

    def character_of(self, selectors: Selectors) -> str:
        """The class character that stands for exactly this set of selectors."""
        character = self._characters.get(selectors)
        if character is None:
            code = _FIRST_FREE + len(self._selectors)
            if code > _LAST_FREE or self.frozen:
                return self._nearest(selectors)
            character = self._characters[selectors] = chr(code)
            self._selectors.append(selectors)
        return character

    def _nearest(self, selectors: Selectors) -> str:
        """The class that agrees best; expressions are compiled already, so no new class can be made."""
        shared = frozenset(selectors).intersection
        agreement = [
            4 * len(shared(held)) - len(held) for held in self._selectors
        ]  # twice what is shared, less what is not
        index = agreement.index(max(agreement))
        self._characters[selectors] = chr(_FIRST_FREE + index)
        return self._characters[selectors]

    def class_selectors(self) -> dict[str, Selectors]:
        """The selectors behind every class character, in the order of the characters."""
        return {chr(_FIRST_FREE + i): held for i, held in enumerate(self._selectors)}

    def __getstate__(self) -> dict[str, object]:
        """The known classes as one text; their characters follow from their order."""
        known = _BETWEEN.join(self._selectors)
        return {**vars(self), "_selectors": known, "_characters": {}, "_phrases": {}}

    def __setstate__(self, state: dict[str, object]) -> None:
        known = str(state.pop("_selectors")).split(_BETWEEN)
        vars(self).update(state, _selectors=known)
        self._characters = dict(zip(known, map(chr, count(_FIRST_FREE)), strict=False))

    def __missing__(self, piece: str) -> str:
        surface = piece.rstrip() or piece
        traits = trait_character(traits_of(surface) | self.phrases.traits_of(surface))
        # a line break counts as the end of a paragraph until the structure of the text says otherwise
        known = (Symbol.BREAK if surface.isspace() else self.class_of(surface)) + traits
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        known = self[piece] = sys.intern(known)
        return known

    def class_of(self, surface: str) -> str:
        """The class character of a surface form."""
        return self.character_of(self.vocabulary.selectors_of(surface))

    def join_phrases(self, surfaces: list[str], classes: str, traits: str) -> str:
        """The class string with every listed phrase joined: its first token has its class, the others CONTINUED."""
        joined: list[str] = []
        free = 0
        for start, end, selectors in self.phrases.find(surfaces, traits):
            joined += (
                classes[free:start],
                self._phrase(selectors, surfaces[start]),
                Symbol.CONTINUED * (end - start - 1),
            )
            free = end
        return "".join((*joined, classes[free:]))

    def _phrase(self, selectors: Selectors, first: str) -> str:
        """The class of a phrase: what it is, and whether it begins with a capital."""
        sample = "Zz" if first[:1].isupper() else "zz"
        found = self._phrases.get((selectors, sample))
        if found is None:
            found = self.character_of(union(selectors, self.vocabulary.shape(sample, known=True)))
            self._phrases[selectors, sample] = found
        return found
