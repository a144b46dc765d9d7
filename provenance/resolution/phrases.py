"""Finds listed phrases in running tokens: terms of anonymity and reasons for it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress

from attrs import frozen

from provenance.rulebook.schema import Entry, Lexicon
from provenance.tokens.pieces import read_surfaces


@frozen(eq=False, repr=False)
class PhraseFinder:
    """Phrases by first token, longest first; every phrase holds one of `keys`, its longest word."""

    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], Entry]]]
    keys: frozenset[str]

    def find(self, tokens: Sequence[str]) -> Iterator[tuple[int, int, Entry]]:
        """(first, last, entry) of every phrase in lower-case tokens, left to right, never overlapping."""
        if self.keys.isdisjoint(tokens):
            return
        free = 0
        for at in compress(range(len(tokens)), map(self.phrases.__contains__, tokens)):
            for words, entry in self.phrases[tokens[at]] if at >= free else ():
                if tuple(tokens[at : at + len(words)]) == words:
                    free = at + len(words)
                    yield at, free, entry
                    break


@lru_cache(maxsize=16)
def finder_of(lexicon: Lexicon) -> PhraseFinder:
    """The finder for one lexicon of plain phrases."""
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
    for entry in lexicon.entries:
        words = tuple(read_surfaces(entry.lemma.lower()))
        phrases[words[0]].append((words, entry))
    keys = frozenset(max(words, key=len) for found in phrases.values() for words, _ in found)
    return PhraseFinder({first: sorted(found, key=lambda f: -len(f[0])) for first, found in phrases.items()}, keys)
