"""Finds listed phrases in running tokens; a phrase may go on in the next line."""

import re
from collections.abc import Iterator, Mapping, Sequence

from provenance.tokens.traits import BREAK, OPENS_PHRASE, SECOND, any_of, trait_character

Phrase = tuple[tuple[str, ...], frozenset[int], bool]
"""The tokens of a listed phrase, its selectors, and whether only this spelling counts."""

Found = tuple[int, int, frozenset[int]]
"""The tokens `[first, last)` and the selectors of the phrase they make."""

_OPENS, _SECOND, _WRAP = any_of(OPENS_PHRASE), any_of(SECOND), re.escape(trait_character(BREAK))
_PAIR = re.compile(rf"{_OPENS}(?={_SECOND})")
_WRAPPED_PAIR = re.compile(rf"{_OPENS}{_WRAP}{_SECOND}")
_LIMIT = 100_000


def plain(surface: str) -> str:
    """A surface form in lower case, with straight apostrophes."""
    return surface.lower().replace("’", "'")


class PhraseFinder(dict[tuple[str, str], Sequence[Phrase]]):
    """Two tokens as written -> what must follow them for a phrase, longest first; filled as they are met."""

    def __init__(self, phrases: Mapping[tuple[str, str], Sequence[Phrase]]) -> None:
        super().__init__()
        self.listed = phrases
        self.openings = {first for first, _ in phrases}
        self.seconds = {second for _, second in phrases}

    def traits_of(self, surface: str) -> int:
        """Whether a token opens phrases or stands second in them, as traits."""
        lower = plain(surface)
        return (OPENS_PHRASE if lower in self.openings else 0) | (SECOND if lower in self.seconds else 0)

    def __missing__(self, pair: tuple[str, str]) -> Sequence[Phrase]:
        lower = plain(pair[0]), plain(pair[1])
        found = tuple(
            (tokens[2:], selectors, exact)
            for tokens, selectors, exact in self.listed.get(lower, ())
            if tokens[:2] == (pair if exact else lower)
        )
        if len(self) >= _LIMIT:
            self.clear()
        self[pair] = found
        return found

    def find(self, surfaces: Sequence[str], traits: str) -> Iterator[Found]:
        """Every phrase, left to right, the longest that fits, never overlapping."""
        if not _WRAPPED_PAIR.search(traits):
            yield from self._find(surfaces, traits)
            return
        places = [i for i, trait in enumerate(traits) if trait != trait_character(BREAK)]
        unwrapped = "".join(traits[i] for i in places)
        for first, last, selectors in self._find([surfaces[i] for i in places], unwrapped):
            yield places[first], places[last - 1] + 1, selectors

    def _find(self, surfaces: Sequence[str], traits: str) -> Iterator[Found]:
        free = 0
        for start in map(re.Match.start, _PAIR.finditer(traits)):
            for tail, selectors, exact in self[surfaces[start], surfaces[start + 1]] if start >= free else ():
                end = start + 2 + len(tail)
                if not tail or tail == tuple(
                    surfaces[start + 2 : end] if exact else map(plain, surfaces[start + 2 : end])
                ):
                    yield start, end, selectors
                    free = end
                    break
