"""Folds noun groups into one symbol each.

The folded text is what attribution patterns run over: one character a noun group or a remaining word.
"""

from bisect import bisect_right

from attrs import frozen

from provenance.model import Span
from provenance.rulebook import NounGrammar
from provenance.tokens import Tokens
from provenance.tokens.symbols import Symbol


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
    symbols: list[str] = []
    first: list[int] = []
    heads, words = grammar.heads, grammar.words
    for match in grammar.unit.finditer(classes.translate(grammar.alphabet)):
        start = match.start()
        first.append(start)
        kind = match.lastgroup
        if kind is None:
            symbols.append(words.get(classes[start], classes[start]))
        elif kind == "GROUP":
            head = match.end() - 1
            while classes[head] == Symbol.CONTINUED and head > start:
                head -= 1
            surname = head > start and classes[head - 1] in grammar.given and classes[head] in grammar.surnames
            symbols.append(Symbol.PERSON if surname else heads.get(classes[head], Symbol.THING))
        else:
            symbols.append(Symbol[kind])
    first.append(len(classes))
    return Folded("".join(symbols), first, tokens, classes)
