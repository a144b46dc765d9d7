"""Folds noun groups into one symbol each.

The folded text is what attribution patterns run over: one character a noun group or a remaining word.
"""

import re
from bisect import bisect_right

from attrs import frozen

from provenance.model import Span
from provenance.rulebook import NounGrammar
from provenance.tokens import Tokens
from provenance.tokens.symbols import Symbol

_CONTINUED = Symbol.CONTINUED.value
_WORD = re.compile(f".{_CONTINUED}*", re.DOTALL)
_KINDS = {"TIME": Symbol.TIME.value, "PRONOUN": Symbol.PRONOUN.value}


@frozen(eq=False)
class Folded:
    """A text as units. `symbols[i]` stands for the tokens `[first[i], first[i + 1])`; `first` has one entry more.

    `classes` is the class string of the tokens, with structure symbols in place.
    """

    symbols: str
    first: list[int]
    tokens: Tokens
    classes: str

    def span(self, start: int, end: int) -> Span:
        """The span of the units `[start, end)` in the text."""
        return Span(self.tokens.starts[self.first[start]], self.tokens.end(self.first[end] - 1))

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
    """Units of a class string with structure symbols in place."""
    alone = classes.translate(grammar.words)
    symbols: list[str] = []
    first: list[int] = []
    end = 0
    for match in grammar.unit.finditer(classes.translate(grammar.alphabet)):
        start = match.start()
        if end < start:
            _add_words(alone, (end, start), symbols, first)
        end = match.end()
        first.append(start)
        kind = match.lastgroup
        symbols.append(_KINDS[kind] if kind in _KINDS else _group_symbol(classes[start:end].rstrip(_CONTINUED), grammar))
    _add_words(alone, (end, len(classes)), symbols, first)
    first.append(len(classes))
    return Folded("".join(symbols), first, tokens, classes)


def _group_symbol(group: str, grammar: NounGrammar) -> str:
    """The symbol of a noun group, by its last word; a surname right after a given name is a person's."""
    head = group[-1:]
    if group[-2:-1] in grammar.given and head in grammar.surnames:
        return Symbol.PERSON
    return grammar.heads.get(head, Symbol.THING)


def _add_words(alone: str, bounds: tuple[int, int], symbols: list[str], first: list[int]) -> None:
    """Add the words between two groups as units of their own, each with what continues it."""
    start, end = bounds
    words = alone[start:end]
    if _CONTINUED not in words:
        symbols.append(words)
        first += range(start, end)
        return
    for word in _WORD.finditer(alone, start, end):
        symbols.append(word[0][0])
        first.append(word.start())
