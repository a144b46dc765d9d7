"""Sets of class characters as whole numbers, a bit for each class and structure symbol; and a smaller alphabet for them.

A phase of the rules tells far fewer classes apart than the whole rulebook does: classes that stand in the same sets of
all its patterns are one class to it. A *block* is such a class; its character is what the phase's expressions read.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from provenance.rulebook.language import Atom
from provenance.tokens import Classifier
from provenance.tokens.selectors import Selectors
from provenance.tokens.symbols import Symbol

_FIRST_BLOCK = 0x21
_SYMBOL_SHARES = {
    Symbol.THING: 0.121, Symbol.PERSON: 0.069, Symbol.STOP: 0.048, Symbol.PRONOUN: 0.037, Symbol.VOID: 0.031,
    Symbol.BODY: 0.027, Symbol.BREAK: 0.027, Symbol.OPEN: 0.014, Symbol.DOCUMENT: 0.013, Symbol.PLACE: 0.011,
    Symbol.WORDS: 0.01, Symbol.TIME: 0.009, Symbol.REPORT: 0.007, Symbol.OUTLET: 0.006, Symbol.CLOSE_STOP: 0.005,
    Symbol.CLOSE_COMMA: 0.005, Symbol.CLOSE: 0.004,
}  # fmt: skip
_WORD_SHARES = {
    ",": 56, "to": 31, "of": 27, "and": 24, "in": 18, "that": 17, "is": 10, "for": 9, "on": 7, "with": 7, "as": 7, "said": 6,
    "was": 6, "have": 5, "be": 5, "are": 5, "has": 5, "by": 5, "not": 5, "from": 5, "but": 4, "at": 4, "who": 4, "will": 4,
    "about": 3, "would": 3, "’s": 3, "or": 3, "—": 3, ":": 3, "been": 2, "(": 2, ")": 2, "if": 2, "there": 2, "had": 2,
    "were": 2, "than": 2, "what": 2, "which": 2, "also": 2, "when": 2, "'s": 2, "after": 2, "so": 2, "do": 2, "out": 2,
    "up": 2, "just": 1, "can": 1, "over": 1, "could": 1, "now": 1, "even": 1, "into": 1, "because": 1, "while": 1, "how": 1,
    "like": 1, "may": 1, "only": 1, "told": 1, "against": 1, "before": 1, "say": 1, "says": 1, "get": 1, "during": 1,
    "think": 1, "should": 1, "made": 1, "called": 1, "asked": 1, "going": 1, "make": 1, "did": 1, "added": 1, "know": 1,
}  # fmt: skip
"""Of the characters of folded news, the share that these symbols are, and how many in a thousand are these words."""
_OTHER_SHARE = 0.00001
"""The same for any other class, about."""


class CharacterSets:
    """The set of every atom. `everything` holds all classes and symbols; `characters[i]` is what bit i stands for."""

    def __init__(self, classifier: Classifier, numbers: Mapping[Atom, Selectors]) -> None:
        held = classifier.class_selectors()
        self.characters = [*held, *Symbol]
        self.everything = (1 << len(self.characters)) - 1
        self.classes = (1 << len(held)) - 1
        self._symbols = {symbol: 1 << (len(held) + i) for i, symbol in enumerate(Symbol)}
        self._numbers = numbers
        words = {1 << self.characters.index(classifier.class_of(word)): n / 1000 for word, n in _WORD_SHARES.items()}
        self._shares = {**words, **{self._symbols[symbol]: share for symbol, share in _SYMBOL_SHARES.items()}}
        places: dict[Selectors, list[int]] = defaultdict(list)
        for place, selectors in enumerate(held.values()):
            for number in selectors:
                places[number].append(place)
        self._atoms = {number: _mask(found, len(held)) for number, found in places.items()}

    def of_atom(self, atom: Atom) -> int:
        """The classes that a word or selector matches."""
        return self._atoms.get(self._numbers[atom], 0)

    def of_symbol(self, symbol: Symbol) -> int:
        """A structure or noun-group symbol as a set."""
        return self._symbols[symbol]

    def frequency(self, held: int) -> float:
        """About what share of the characters of an article is in a set: an estimate that only has to rank sets."""
        share = sum(share for bit, share in self._shares.items() if held & bit)
        return min(share + _OTHER_SHARE * (held & self.classes).bit_count(), 1.0)

    def members(self, held: int) -> Iterator[str]:
        """The characters of a set."""
        return (self.characters[place] for place in bits(held))


class Blocks:
    """The blocks of one phase. `alphabet` maps each class character to the character of its block."""

    def __init__(self, sets: CharacterSets, used: Counter[int]) -> None:
        by_use = sorted(used, key=lambda held: (-used[held], held))
        keys = [0] * len(sets.characters)
        for rank, held in enumerate(by_use):
            bit = 1 << (len(by_use) - rank)
            for place in bits(held & sets.classes):
                keys[place] |= bit
        self._sets = sets
        ordered = sorted(set(keys[: sets.classes.bit_length()]), reverse=True)
        blocks = {key: chr(_FIRST_BLOCK + number) for number, key in enumerate(ordered)}
        self.alphabet = {sets.characters[i]: blocks[keys[i]] for i in range(sets.classes.bit_length())}
        self._first_members = 0
        seen: set[str] = set()
        for place, block in enumerate(self.alphabet.values()):
            self._first_members |= 0 if block in seen else 1 << place
            seen.add(block)
        self._first_members |= sets.everything & ~sets.classes
        self._known: dict[int, frozenset[str]] = {}

    def characters(self, held: int) -> frozenset[str]:
        """The characters that stand for a set in this phase's strings; the set holds each block or nothing of it."""
        if held not in self._known:
            members = self._sets.members(held & self._first_members)
            self._known[held] = frozenset(self.alphabet.get(c, c) for c in members)
        return self._known[held]


def bits(held: int) -> Iterator[int]:
    """The places of the bits of a number, lowest first."""
    digits = f"{held:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def _mask(places: Iterable[int], size: int) -> int:
    digits = bytearray(size // 8 + 1)
    for place in places:
        digits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(digits, "little")
