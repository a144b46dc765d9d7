"""A compiled pattern and how it is run.

Most patterns begin with something frequent (a noun group, a sentence) and need something rare (a verb of one frame, a
word). Where the rules compiler finds such an *anchor*, the string is searched for anchors, which a regular expression
does fast, and the expression is tried only at the places from which an anchor can be reached. The matches are those
that `finditer` finds with the whole pattern.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from provenance.rulebook.regexes import Regex


class Anchor:
    """What a pattern cannot do without.

    `hit` matches where an anchor stands and what must follow it stands too; `inside` are the characters that may stand
    between the start of a match and its anchor; `start` matches where a match can begin.
    """

    def __init__(self, hit: str, inside: frozenset[str], start: str) -> None:
        self.hit, self.start = Regex(hit), Regex(start)
        self.inside = inside

    def starts(self, symbols: str) -> Iterator[int]:
        """Where a match with this anchor can begin, in order."""
        seen, inside = 0, self.inside
        for hit in self.hit.pattern.finditer(symbols):
            anchor = first = hit.start()
            while first > seen and symbols[first - 1] in inside:
                first -= 1
            seen = anchor + 1
            yield from map(re.Match.start, self.start.pattern.finditer(symbols, first, seen))


class Alternative:
    """One alternative of a pattern. Without anchors it is tried everywhere.

    `absent` is the source of groups of the other alternatives, which never take part.
    """

    def __init__(self, source: str, absent: str, anchors: Sequence[Anchor]) -> None:
        self.source = source
        self.regex = Regex(source + absent)
        self.anchors = anchors

    def starts(self, symbols: str) -> set[int]:
        """Where a match can begin."""
        return {start for anchor in self.anchors for start in anchor.starts(symbols)}


class Expression:
    """A compiled pattern. `groups` maps each capture name to the groups of its expressions that hold it, in order."""

    def __init__(self, alternatives: Sequence[Alternative], groups: Mapping[str, tuple[str, ...]]) -> None:
        self.alternatives = alternatives
        self.groups = groups
        self.anchored = all(alternative.anchors for alternative in alternatives)
        self._whole = Regex("|".join(alternative.source for alternative in alternatives), keep=not self.anchored)

    @property
    def regex(self) -> re.Pattern[str]:
        """The whole pattern as one regular expression."""
        return self._whole.pattern

    def matches(self, symbols: str) -> Iterator[re.Match[str]]:
        """Every match, left to right, never overlapping; of several alternatives the first that matches at a place."""
        if not self.anchored:
            yield from self.regex.finditer(symbols)
            return
        tries = [(start, i) for i, a in enumerate(self.alternatives) for start in a.starts(symbols)]
        free = 0
        for start, i in sorted(tries):
            if start >= free and (match := self.alternatives[i].regex.pattern.match(symbols, start)):
                yield match
                free = max(match.end(), start + 1)
