"""Decides between candidates: one attribution a cue, and which attribution stands inside which.

The pack declares the precedence: of the candidates that share a cue, the pattern that stands first wins, then the
longer content.
"""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence

from attrs import evolve

from provenance.attribution.candidates import Candidate
from provenance.attribution.continued import is_inside
from provenance.attribution.draft import Draft
from provenance.attribution.turns import find_turns
from provenance.mentions.fold import Folded
from provenance.model import Span
from provenance.tokens.symbols import Symbol

_NEAR = 4
"""How many claims before a draft may be the one around it."""


def choose_candidates(candidates: Iterable[Candidate], folded: Folded) -> list[Candidate]:
    """The winning candidate of every cue and of every quotation, in text order."""
    best = win_quotations(win_cues(candidates), folded)
    return sorted(best, key=lambda c: (c.contents[0][0], -c.contents[-1][1]))


def win_cues(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The winning candidate of every cue."""
    return _best(candidates, place_of)


def win_quotations(candidates: Iterable[Candidate], folded: Folded) -> list[Candidate]:
    """The candidates, only one of those that begin with the same quotation: nobody's words have two cues."""
    return _best(candidates, lambda c: c.contents[0] if folded.symbols[c.contents[0][0]] == Symbol.OPEN else id(c))


def _best(candidates: Iterable[Candidate], key_of: Callable[[Candidate], Hashable]) -> list[Candidate]:
    """Of all candidates with the same key, the one that goes first."""
    best: dict[Hashable, Candidate] = {}
    for candidate in candidates:
        key = key_of(candidate)
        rival = best.get(key)
        if rival is None or _order(candidate) < _order(rival):
            best[key] = candidate
    return list(best.values())


def place_of(candidate: Candidate) -> int:
    """The unit that candidates fight for: the end of the cue, or the start of a content without a cue."""
    return candidate.cue[1] if candidate.cue else candidate.contents[0][0]


def _order(candidate: Candidate) -> tuple[int, int]:
    return candidate.rank, -sum(end - start for start, end in candidate.contents)


def without_own_stance(drafts: Sequence[Draft], folded: Folded, own: frozenset[str]) -> list[Draft]:
    """The drafts without first-person stance inside quotations and turns: *I think* is what the speaker says (gold 9).

    `own` are the pronouns with which speakers say so.
    """
    quoted, turns = folded.quotations, find_turns(drafts, folded)
    return [
        draft
        for draft in drafts
        if not (
            _is_first_person(draft, folded, own) and (is_inside(draft.unit, quoted) or is_inside(draft.unit, turns))
        )
    ]


def without_stray_speech(drafts: Sequence[Draft], folded: Folded) -> list[Draft]:
    """Nested drafts without those inside a quotation that no draft attributes: whose words they are is not known."""
    place: dict[int, int] = {}
    kept: list[Draft] = []
    for index, draft in enumerate(drafts):
        stray = draft.cue is not None and is_inside(draft.unit, folded.quotations) if draft.outer is None else False
        if stray or (draft.outer is not None and draft.outer not in place):
            continue
        place[index] = len(kept)
        kept.append(draft.inside(place[draft.outer] if draft.outer is not None else None))
    return kept


def _is_first_person(draft: Draft, folded: Folded, own: frozenset[str]) -> bool:
    if draft.source is None:
        return False
    first, last = draft.source
    return last == first + 1 and folded.tokens.surfaces[first].lower() in own


def clip_drafts(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, none running out of the claim in which it was made: *X plans to act, says Y* ends before *says Y*."""
    closed = sorted((d for d in drafts if d.cue_spans and d.cue_spans[0].start >= d.hull.end), key=lambda d: d.start)
    starts = [d.start for d in closed]
    return [_clipped(draft, closed[max(0, bisect_right(starts, draft.start) - _NEAR) : bisect_right(starts, draft.start)])
            for draft in drafts]  # fmt: skip


def _clipped(draft: Draft, around: Sequence[Draft]) -> Draft:
    for outer in around:
        last = draft.contents[-1]
        runs_out = last.start < outer.hull.end < last.end and last.end >= outer.cue_spans[0].end
        if runs_out and draft.cue_spans and outer.hull.contains(draft.cue_spans[0]) and outer.start <= draft.start:
            return evolve(draft, contents=(*draft.contents[:-1], Span(last.start, outer.hull.end)))
    return draft


def nest_drafts(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in text order, each with the index of the innermost draft whose content holds its cue and content."""
    ordered = sorted(drafts, key=lambda d: (d.start, -d.hull.end, d.unit))
    opened: list[int] = []
    nested: list[Draft] = []
    for draft in ordered:
        while opened and ordered[opened[-1]].hull.end <= draft.start:
            opened.pop()
        outer = next((i for i in reversed(opened) if _holds(ordered[i], draft)), None)
        nested.append(draft.inside(outer))
        opened.append(len(nested) - 1)
    return nested


def _holds(outer: Draft, inner: Draft) -> bool:
    spans = (*inner.contents, *inner.cue_spans)
    return outer.hull != inner.hull and all(any(part.contains(span) for part in outer.contents) for span in spans)
