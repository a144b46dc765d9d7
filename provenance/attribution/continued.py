"""Continued speech: a quotation without a cue that carries on what the last speaker was saying.

A paragraph that is nothing but a quotation has the speaker of the paragraph before, and a sentence that is nothing but a
quotation the speaker of the sentence before: newspapers name a new one at once.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import frozen

from provenance.attribution.candidates import Units
from provenance.attribution.draft import Draft
from provenance.attribution.forms import form_of
from provenance.mentions.fold import Folded
from provenance.model import Form, Span
from provenance.rulebook.schema import Pattern
from provenance.tokens.symbols import Symbol

_BREAKS = frozenset({Symbol.BREAK, Symbol.BREAK_CLOSE})
_STOPS = frozenset({Symbol.STOP, Symbol.CLOSE_STOP})
_OVER = _STOPS | _BREAKS | {Symbol.CLOSE_ASK}
_SHORTEST = 4
"""Shorter quotations are titles, labels or scare quotes."""


def is_inside(unit: int, quotations: Sequence[Units]) -> bool:
    """Whether a unit stands inside one of the quotations, which are in text order."""
    before = bisect_left(quotations, (unit + 1, 0)) - 1
    return before >= 0 and unit < quotations[before][1]


def uncovered(folded: Folded, drafts: Sequence[Draft]) -> list[Units]:
    """Quotations of some length of which no draft covers any part."""
    outside = (d for d in drafts if d.cue is None or not is_inside(d.unit, folded.quotations))
    covered = sorted((span.start, span.end) for draft in outside for span in draft.contents)
    starts = [start for start, _ in covered]
    reach = 0
    ends = [reach := max(reach, end) for _, end in covered]
    found = []
    for start, end in folded.quotations:
        if end - start < _SHORTEST + 2:
            continue
        span = folded.span(start, end)
        before = bisect_right(starts, span.end - 1) - 1
        if before < 0 or ends[before] <= span.start:
            found.append((start, end))
    return found


def continue_speech(folded: Folded, drafts: Sequence[Draft], pattern: Pattern) -> list[Draft]:
    """Drafts for quotations that carry on the speaker of the paragraph or sentence before."""
    by_end = sorted((d for d in drafts if _can_go_on(d)), key=lambda d: d.hull.end)
    ends = [draft.hull.end for draft in by_end]
    added: list[Draft] = []
    beside = in_order(by_end)
    for start, end in uncovered(folded, drafts):
        speaker = None
        if _is_paragraph(folded, start, end):
            quotation = folded.span(start, end)
            before = bisect_right(ends, quotation.start) - 1
            nearest = by_end[bisect_left(ends, ends[before])] if before >= 0 else None
            speaker = _speaker_before(folded, [d for d in (nearest, *added[-1:]) if d], quotation)
        elif _is_sentence(folded, start, end):
            speaker = speaker_beside(folded, beside, start)
        if speaker is not None:
            added.append(_carried(folded, (start, end), speaker, pattern))
            beside.add(added[-1])
    return added


def _can_go_on(draft: Draft) -> bool:
    """Whether a draft is speech, the speaker of which may say more."""
    return draft.source is not None and (draft.form is not Form.INDIRECT or draft.reported)


def _carried(folded: Folded, quotation: Units, speaker: Draft, pattern: Pattern) -> Draft:
    """A quotation, given to the speaker of an earlier draft."""
    return Draft(
        pattern,
        source=speaker.source,
        cue=None,
        contents=(folded.span(*quotation),),
        form=form_of(folded, (quotation,)),
        reported=True,
        confidence=speaker.confidence * 0.9,
        unit=quotation[0],
    )


def _is_paragraph(folded: Folded, start: int, end: int) -> bool:
    symbols = folded.symbols
    opens = start == 0 or symbols[start - 1] in _BREAKS
    return opens and (end >= len(symbols) or symbols[end] in _BREAKS or symbols[end] == Symbol.VOID)


def _is_sentence(folded: Folded, start: int, end: int) -> bool:
    """Whether a quotation begins where a sentence does and ends with its own stop."""
    symbols = folded.symbols
    return start > 0 and symbols[start - 1] in _OVER and symbols[end - 1] in _OVER


@frozen(eq=False, repr=False)
class Beside:
    """Drafts in the order of their units, to look up which stands last before a unit."""

    drafts: list[Draft]
    units: list[int]

    def add(self, draft: Draft) -> None:
        """Take in one more draft."""
        at = bisect_right(self.units, draft.unit)
        self.drafts.insert(at, draft)
        self.units.insert(at, draft.unit)


def in_order(drafts: Sequence[Draft]) -> Beside:
    """The drafts for `speaker_beside`; of those at the same unit the first counts."""
    ordered = sorted(drafts, key=lambda d: d.unit)
    return Beside(ordered, [draft.unit for draft in ordered])


def speaker_beside(folded: Folded, speakers: Beside, unit: int) -> Draft | None:
    """The draft whose cue stands last before a unit, in the same paragraph and at most one sentence earlier."""
    before = bisect_left(speakers.units, unit) - 1
    if before < 0:
        return None
    last = speakers.drafts[bisect_left(speakers.units, speakers.units[before])]
    between = folded.symbols[last.unit : unit]
    near = sum(between.count(symbol) for symbol in _STOPS) <= 1
    return last if near and _BREAKS.isdisjoint(between) else None


def _speaker_before(folded: Folded, before: Sequence[Draft], quotation: Span) -> Draft | None:
    """The last of the drafts before a quotation, if it ends in the paragraph right before it."""
    if not before:
        return None
    last = max(before, key=lambda d: d.hull.end)
    unit = folded.unit_at(bisect_right(folded.tokens.starts, last.hull.end - 1) - 1)
    here = folded.unit_at(bisect_right(folded.tokens.starts, quotation.start) - 1)
    between = sum(symbol in _BREAKS for symbol in folded.symbols[unit:here])
    return last if between <= 1 else None
