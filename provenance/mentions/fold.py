"""Folds noun groups into one symbol each.

The folded text is what attribution patterns run over: one character a noun group or a remaining word.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import compress

from attrs import field, frozen

from provenance.model import Span
from provenance.rulebook import NounGrammar
from provenance.tokens import Tokens
from provenance.tokens.symbols import CLOSING, Symbol

_MARKS = re.compile(f"[{Symbol.OPEN}{Symbol.BREAK}{''.join(sorted(CLOSING))}]")
_CONTINUATION = re.compile(f"{Symbol.CONTINUED}+")


@frozen(eq=False, repr=False)
class Folded:
    """A text as units. `symbols[i]` stands for the tokens `[first[i], first[i + 1])`; `first` has one entry more.

    `classes` is the class string of the tokens, with structure symbols in place; `kinds` are the different symbols.
    """

    symbols: str
    first: list[int]
    tokens: Tokens
    classes: str
    kinds: frozenset[str] = field(init=False)

    @kinds.default
    def _kinds_of_symbols(self) -> frozenset[str]:
        return frozenset(self.symbols)

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """Every quotation with its marks, as units, in text order."""
        return [*_find_quotations(self.symbols)]

    def span(self, start: int, end: int) -> Span:
        """The span of the units `[start, end)` in the text, without a line break that ends them."""
        last = self.first[end] - 1
        last -= end - start > 1 and self.tokens.surfaces[last].isspace()
        return Span(self.tokens.starts[self.first[start]], self.tokens.end(last))

    def unit_at(self, token: int) -> int:
        """The unit that holds a token."""
        return bisect_right(self.first, token) - 1

    def start(self, unit: int) -> int:
        """Where a unit starts, as a code point of the text."""
        return self.tokens.starts[self.first[unit]]

    def end(self, unit: int) -> int:
        """Where the unit before boundary `unit` ends, as a code point of the text."""
        return self.tokens.end(self.first[unit] - 1)

    def words(self, start: int, end: int) -> list[str]:
        """The surfaces of the units `[start, end)`."""
        return self.tokens.surfaces[self.first[start] : self.first[end]]


def fold_groups(classes: str, tokens: Tokens, grammar: NounGrammar) -> Folded:
    """Units of a class string with structure symbols in place; what continues a phrase or line belongs to its unit."""
    words = classes.replace(Symbol.CONTINUED, "")
    symbols = list(words.translate(grammar.words))
    known = grammar.known
    for match in grammar.unit.pattern.finditer(words.translate(grammar.alphabet)):
        if kind := match.lastindex:
            start, end = match.span(kind)
            symbols[start:end] = known[kind - 1][words[start:end]]
    first = [*compress(_places(classes, len(words)), symbols), len(classes)]
    return Folded("".join(symbols), first, tokens, classes)


def _places(classes: str, words: int) -> Iterable[int]:
    """Where the words of a class string stand: every token that does not continue another."""
    if words == len(classes):
        return range(words)
    opens = bytearray(b"\1") * len(classes)
    for match in _CONTINUATION.finditer(classes):
        start, end = match.span()
        opens[start:end] = bytes(end - start)
    return compress(range(len(classes)), opens)


def _find_quotations(symbols: str) -> Iterator[tuple[int, int]]:
    opened = -1
    for match in _MARKS.finditer(symbols):
        at, symbol = match.start(), match.group()
        if symbol == Symbol.OPEN:
            opened = at if opened < 0 else opened
        elif opened >= 0 and symbol != Symbol.BREAK:
            if symbol == Symbol.BREAK_CLOSE and symbols[at + 1 : at + 2] == Symbol.OPEN:
                continue
            yield opened, at + (symbol != Symbol.BREAK_CLOSE)
            opened = -1
        else:
            opened = -1
