"""A compiled pattern and how it is run.

Most patterns begin with something frequent (a noun group, a sentence) and need something rare (a verb of one frame, a
word). Where the rules compiler finds such an *anchor*, the text is searched for it, and the expression is tried only at the
places from which an anchor can be reached. The matches are those that `finditer` finds with the whole
pattern.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain

from provenance.rulebook.regexes import Regex


class Anchor:
    """What a pattern cannot do without.

    `at` are the characters at which it stands; `hit` matches where it stands and what must follow it stands too; `inside`
    are the characters that may stand between the start of a match and its anchor; `start` matches where a match can begin.
    """

    def __init__(self, at: frozenset[str], hit: str, inside: frozenset[str], start: str) -> None:
        self.at = at
        self.hit, self.start = Regex(hit), Regex(start)
        self._ranges = _write_ranges(inside)

    @cached_property
    def inside(self) -> frozenset[str]:
        """The characters that may stand between the start of a match and its anchor."""
        return _read_ranges(self._ranges)

    def starts(self, symbols: str) -> list[int]:
        """Where a match with this anchor can begin, in order."""
        found: list[int] = []
        seen, inside, begins = 0, self.inside, self.start.pattern.finditer
        for hit in self.hit.pattern.finditer(symbols):
            first = anchor = hit.start()
            while first > seen and symbols[first - 1] in inside:
                first -= 1
            seen = anchor + 1
            found += map(re.Match.start, begins(symbols, first, seen))
        return found

    def __getstate__(self) -> dict[str, object]:
        """Everything but the characters one by one."""
        return {name: told for name, told in vars(self).items() if name != "inside"}


class Alternative:
    """One alternative of a pattern. Without anchors it is tried everywhere.

    `needs` are characters one of which any match holds; none: nothing in particular. `absent` is the source of groups of
    the other alternatives, which never take part.
    """

    def __init__(self, source: str, absent: str, anchors: Sequence[Anchor], needs: frozenset[str]) -> None:
        self.source = source
        self.regex = Regex(source + absent)
        self.anchors = anchors
        self.needs = needs

    def __getstate__(self) -> dict[str, object]:
        """Everything but the source, of which the expressions are made."""
        return {**vars(self), "source": ""}


class Expression:
    """A compiled pattern. `groups` maps each capture name to the groups of its expressions that hold it, in order."""

    def __init__(self, alternatives: Sequence[Alternative], groups: Mapping[str, tuple[str, ...]]) -> None:
        self.alternatives = alternatives
        self.groups = groups
        self.anchored = all(alternative.anchors for alternative in alternatives)
        self._anchors = [(place, anchor) for place, one in enumerate(alternatives) for anchor in one.anchors]
        needs = [alternative.needs for alternative in alternatives]
        self.needs = frozenset[str]().union(*needs) if all(needs) else frozenset[str]()
        self._whole = Regex("|".join(alternative.source for alternative in alternatives), keep=not self.anchored)

    @property
    def regex(self) -> re.Pattern[str]:
        """The whole pattern as one regular expression."""
        return self._whole.pattern

    def matches(self, symbols: str, kinds: frozenset[str] | None = None) -> Iterator[re.Match[str]]:
        """Every match, left to right, never overlapping; of several alternatives the first that matches at a place.

        `kinds` are the different characters of the string, if they are known: what needs others is not looked for.
        """
        kinds = frozenset(symbols) if kinds is None else kinds
        if self.needs and self.needs.isdisjoint(kinds):
            return iter(())
        return self._anchored_matches(symbols, kinds) if self.anchored else self.regex.finditer(symbols)

    def _anchored_matches(self, symbols: str, kinds: frozenset[str]) -> Iterator[re.Match[str]]:
        here = ((place, anchor) for place, anchor in self._anchors if not anchor.at.isdisjoint(kinds))
        tries = {(start, place) for place, anchor in here for start in anchor.starts(symbols)}
        free = 0
        for start, place in sorted(tries):
            if start >= free and (match := self.alternatives[place].regex.pattern.match(symbols, start)):
                yield match
                free = max(match.end(), start + 1)


def _write_ranges(characters: Iterable[str]) -> str:
    """First and last character of every run of characters that follow each other."""
    ends: list[int] = []
    for code in sorted(map(ord, characters)):
        if ends and code == ends[-1] + 1:
            ends[-1] = code
        else:
            ends += (code, code)
    return "".join(map(chr, ends))


@cache
def _read_ranges(ranges: str) -> frozenset[str]:
    """The characters of some runs; many anchors have the same."""
    pairs = zip(ranges[::2], ranges[1::2], strict=True)
    return frozenset(chain.from_iterable(map(chr, range(ord(first), ord(last) + 1)) for first, last in pairs))
