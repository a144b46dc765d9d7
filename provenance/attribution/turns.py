"""Turns of interviews and transcripts: what in them is nobody's words, who only asks, what stands inside them."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve

from provenance.attribution.candidates import Units
from provenance.attribution.draft import Draft
from provenance.mentions.fold import Folded
from provenance.model import Span
from provenance.tokens.symbols import Symbol

TURN = "en/speaker-turn"
"""The pattern of turns."""


def is_turn(draft: Draft) -> bool:
    """Whether a draft is what a speaker's label opens."""
    return draft.pattern.id == TURN


def read_turns(drafts: Sequence[Draft], folded: Folded) -> list[Draft]:
    """The drafts, turns without the stage directions in them, and those that only ask marked as such."""
    turns = [draft for draft in drafts if is_turn(draft)]
    if not turns:
        return list(drafts)
    askers = _askers(turns, folded)
    return [_read(draft, askers, folded) if is_turn(draft) else draft for draft in drafts]


def find_turns(drafts: Sequence[Draft], folded: Folded) -> list[Units]:
    """The units of every turn, in text order."""
    return sorted(_units(folded, draft.hull) for draft in drafts if is_turn(draft))


def _askers(turns: Sequence[Draft], folded: Folded) -> frozenset[str]:
    """The labels all turns of which end in a question, where another label has answers."""
    labels = Counter(_label(turn, folded) for turn in turns)
    asked = Counter(_label(turn, folded) for turn in turns if _ends_in_question(turn, folded))
    askers = frozenset(label for label, count in labels.items() if asked[label] == count)
    return askers if len(askers) < len(labels) else frozenset()


def _label(turn: Draft, folded: Folded) -> str:
    """The last name of a turn's label: labels are shortened after their first turn."""
    return folded.tokens.surfaces[turn.source[1] - 1] if turn.source else ""


def _ends_in_question(turn: Draft, folded: Folded) -> bool:
    last = bisect_left(folded.tokens.starts, turn.hull.end) - 1
    words = [word for word in folded.tokens.surfaces[max(0, last - 3) : last + 1] if not word.isspace()]
    return "?" in "".join(words)


def _read(turn: Draft, askers: frozenset[str], folded: Folded) -> Draft:
    first, last = _units(folded, turn.hull)
    parts = tuple(folded.span(*units) for units in _spoken(folded, first, last))
    return evolve(turn, contents=parts or turn.contents, asks=_label(turn, folded) in askers)


def _spoken(folded: Folded, first: int, last: int) -> Iterator[Units]:
    """The units of a turn between its stage directions, without the breaks at either end."""
    aside = [at for at in range(first, last) if _is_aside(folded, at)]
    for start, end in zip([first, *(at + 1 for at in aside)], [*aside, last], strict=True):
        low, high = start, end
        while low < high and folded.symbols[low] == Symbol.BREAK:
            low += 1
        while high > low and folded.symbols[high - 1] == Symbol.BREAK:
            high -= 1
        if low < high:
            yield low, high


def _is_aside(folded: Folded, unit: int) -> bool:
    """Whether a break is words: a stage direction."""
    return folded.symbols[unit] == Symbol.BREAK and not folded.tokens.surfaces[folded.first[unit]].isspace()


def _units(folded: Folded, span: Span) -> Units:
    starts = folded.tokens.starts
    return (
        folded.unit_at(bisect_right(starts, span.start) - 1),
        folded.unit_at(bisect_left(starts, span.end) - 1) + 1,
    )
