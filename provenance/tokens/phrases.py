"""Finds listed phrases in running tokens; a phrase may go on in the next line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, islice

from provenance.tokens.selectors import Selectors
from provenance.tokens.shelves import Shelves
from provenance.tokens.traits import BREAK, OPENS_PHRASE, SECOND, any_of, flags_of, trait_character

Phrase = tuple[tuple[str, ...], Selectors, bool]
"""The tokens of a listed phrase, its selectors, and whether only this spelling counts."""

Found = tuple[int, int, Selectors]
"""The tokens `[first, last)` and the selectors of the phrase they make."""

_OPENS, _SECOND = flags_of(OPENS_PHRASE), flags_of(SECOND)
_WRAPPED_PAIR = re.compile(any_of(OPENS_PHRASE) + re.escape(trait_character(BREAK)) + any_of(SECOND))
_LIMIT = 100_000


def _written(phrase: Phrase) -> str:
    """A phrase as one line: there are so many that a rulebook keeps them like this and reads those it meets."""
    tokens, selectors, exact = phrase
    return " ".join((selectors, "=" if exact else "", *tokens))


def _read(line: str) -> Phrase:
    selectors, exact, *tokens = line.split(" ")
    return tuple(tokens), selectors, bool(exact)


def plain(surface: str) -> str:
    """A surface form in lower case, with straight apostrophes."""
    return surface.lower().replace("’", "'")


class PhraseFinder(dict[tuple[str, str], Sequence[Phrase]]):
    """Two tokens as written -> what must follow them for a phrase, longest first; filled as they are met."""

    def __init__(self, phrases: Mapping[tuple[str, str], Sequence[Phrase]]) -> None:
        super().__init__()
        self._listed = Shelves({" ".join(pair): "\n".join(map(_written, found)) for pair, found in phrases.items()})
        self.openings = {first for first, _ in phrases}
        self.seconds = {second for _, second in phrases}

    def traits_of(self, surface: str) -> int:
        """Whether a token opens phrases or stands second in them, as traits."""
        lower = plain(surface)
        return (OPENS_PHRASE if lower in self.openings else 0) | (SECOND if lower in self.seconds else 0)

    def __missing__(self, pair: tuple[str, str]) -> Sequence[Phrase]:
        lower = plain(pair[0]), plain(pair[1])
        listed = self._listed.get(" ".join(lower))
        found = tuple(
            (tokens[2:], selectors, exact)
            for tokens, selectors, exact in map(_read, listed.split("\n") if listed else ())
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
        flags = _pair_flags(traits)
        places = [*compress(range(len(flags)), flags)]
        listed = [*map(self.__getitem__, compress(zip(surfaces, islice(surfaces, 1, None), strict=False), flags))]
        free = 0
        for start, phrases in compress(zip(places, listed, strict=True), listed):
            found = _longest(phrases, surfaces, start + 2) if start >= free else None
            if found:
                free = found[0]
                yield start, *found


def _longest(phrases: Sequence[Phrase], surfaces: Sequence[str], at: int) -> tuple[int, Selectors] | None:
    """The first of some phrases, longest first, whose words from the third on stand at `at`: its end and selectors."""
    written = tuple(surfaces[at : at + len(phrases[0][0])])
    lower = tuple(map(plain, written))
    for tail, selectors, exact in phrases:
        if (written if exact else lower)[: len(tail)] == tail:
            return at + len(tail), selectors
    return None


def _pair_flags(traits: str) -> bytes:
    """For each token but the last 1 where it opens phrases and the next one stands second in some, else 0."""
    opens = int.from_bytes(traits[:-1].translate(_OPENS).encode(), "big")
    seconds = int.from_bytes(traits[1:].translate(_SECOND).encode(), "big")
    return (opens & seconds).to_bytes(max(len(traits) - 1, 0), "big")
