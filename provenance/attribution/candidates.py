"""Runs attribution patterns over folded text.

A candidate is one match: units of the folded text for source, cue and contents. Candidates may overlap; `merge`
decides between them.
"""

from collections.abc import Sequence
from re import Match

from attrs import frozen

from provenance.attribution.matches import find_matches
from provenance.mentions.fold import Folded
from provenance.rulebook import CompiledPattern

Units = tuple[int, int]
"""A half-open range of units."""


@frozen
class Candidate:
    """One match of one pattern; `source` is None where the pattern leaves it to be found."""

    compiled: CompiledPattern
    source: Units | None
    cue: Units | None
    contents: tuple[Units, ...]

    @property
    def rank(self) -> int:
        """The precedence of the pattern; lower wins."""
        return self.compiled.pattern.rank


def find_candidates(folded: Folded, patterns: Sequence[CompiledPattern]) -> list[Candidate]:
    """Every match of every pattern that none of its exceptions takes out, in order of precedence, then of text."""
    found = (_candidate(match, compiled) for compiled in patterns for match in find_matches(compiled, folded))
    return [candidate for candidate in found if candidate.contents]


def read_captures(match: Match[str], compiled: CompiledPattern) -> dict[str, list[Units]]:
    """What a match captured, by name: units in the order of the groups."""
    groups = compiled.expression.groups.items()
    return {name: [s for group in members if (s := match.span(group))[1] > s[0]] for name, members in groups}


def _candidate(match: Match[str], compiled: CompiledPattern) -> Candidate:
    captured = read_captures(match, compiled)
    sources, cues = captured.get("source", ()), captured.get("cue", ())
    return Candidate(
        compiled,
        next(iter(sources), None),
        next(iter(cues), None),
        tuple(captured.get("content", ())),
    )
