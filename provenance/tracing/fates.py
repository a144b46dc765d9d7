"""What became of every match of an attribution pattern: refused, beaten, left out on the way, or an attribution."""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from re import Match

from attrs import frozen

from provenance.attribution.candidates import Candidate, Units, find_candidates, read_captures
from provenance.attribution.draft import Draft
from provenance.attribution.matches import refuse_match
from provenance.attribution.merge import place_of, win_cues, win_quotations
from provenance.attribution.parse import Step, parse_steps
from provenance.mentions.fold import Folded
from provenance.model import Attribution, Spans
from provenance.pipeline import Stages
from provenance.rulebook import CompiledPattern, Rulebook
from provenance.rulebook.schema import Emits
from provenance.tokens.symbols import Symbol
from provenance.tracing.records import TracedMatch

_Key = tuple[str, int]
"""What stays the same of a draft from step to step: its pattern and the unit of its cue."""


@frozen
class _History:
    """The winners of the merge, by the unit of their cue and by the quotation they begin with; drafts; attributions."""

    winners: dict[int, Candidate]
    quotations: dict[Units, Candidate]
    steps: Sequence[tuple[str, dict[_Key, Draft]]]
    attributions: dict[tuple[str, Spans, int], str]


def trace_matches(stages: Stages, rulebook: Rulebook, units: range) -> list[TracedMatch]:
    """Every match whose cue stands in the units of a sentence, in text order; relays and signals as they were found."""
    history = _read_history(stages, rulebook)
    found: list[tuple[int, TracedMatch]] = []
    for compiled in rulebook.patterns:
        for match in compiled.expression.matches(stages.folded.symbols):
            captures = read_captures(match, compiled)
            at = _place(captures, match)
            if at in units:
                found.append((at, _trace(match, compiled, history, stages.folded)))
    return [traced for _, traced in sorted(found, key=lambda item: (item[0], item[1].rank))]


def _place(captures: dict[str, list[Units]], match: Match[str]) -> int:
    """The unit at which the cue stands, or whatever else the match captured first."""
    named = captures.get("cue") or [units for found in captures.values() for units in found]
    return min((units[0] for units in named), default=match.start())


def _trace(match: Match[str], compiled: CompiledPattern, history: _History, folded: Folded) -> TracedMatch:
    pattern = compiled.pattern
    captures = read_captures(match, compiled)
    spans = sorted(((folded.span(*u), name) for name, found in captures.items() for u in found), key=lambda c: c[0])
    refused = refuse_match(match, compiled, folded)
    if refused is not None:
        fate, number = f"refused: {'no listed head' if refused == 'heads' else f'exception {refused}'}", None
    elif pattern.emits is Emits.ATTRIBUTION:
        fate, number = _fate(_candidate(compiled, captures), history)
    else:
        fate, number = f"found: a {pattern.emits.value}", None
    return TracedMatch(pattern.id, pattern.rank, tuple((name, span) for span, name in spans), fate, number)


def _candidate(compiled: CompiledPattern, captures: dict[str, list[Units]]) -> Candidate | None:
    if not captures.get("content"):
        return None
    source, cue = (next(iter(captures.get(name, ())), None) for name in ("source", "cue"))
    return Candidate(compiled, source, cue, tuple(captures["content"]))


def _fate(candidate: Candidate | None, history: _History) -> tuple[str, str | None]:
    """What became of a candidate, and the attribution it became."""
    if candidate is None:
        return "left out: its content is empty", None
    winner = history.winners[place_of(candidate)]
    if winner == candidate:
        winner = history.quotations.get(candidate.contents[0], winner)
    pattern = candidate.compiled.pattern
    if winner.compiled.pattern.id != pattern.id:
        rival = winner.compiled.pattern
        return f"lost to {rival.id}: precedence {rival.rank} before {pattern.rank}", None
    if winner != candidate:
        return f"lost to another match of {pattern.id}: its content is longer", None
    unit = candidate.cue[0] if candidate.cue else candidate.contents[0][0]
    return _way((pattern.id, unit), history)


def _way(key: _Key, history: _History) -> tuple[str, str | None]:
    """What the steps after the merge did to the winner's draft."""
    before: Draft | None = None
    changes: list[str] = []
    for name, drafts in history.steps:
        draft = drafts.get(key)
        if draft is None:
            return f"won its cue, then left out: {name}", None
        if before is not None and (before.contents, before.source) != (draft.contents, draft.source):
            changes.append(name)
        before = draft
    number = None if before is None else history.attributions.get((key[0], before.cue_spans, before.start))
    if number is None:
        return "won its cue, then left out: nothing of its own once sources are known", None
    return "; ".join(("won", *changes)), number


def _read_history(stages: Stages, rulebook: Rulebook) -> _History:
    folded = stages.folded
    by_cue = win_cues(find_candidates(folded, rulebook.of_kind(Emits.ATTRIBUTION)))
    steps: list[Step] = [*parse_steps(folded, rulebook), ("a publisher's credit to itself", stages.drafts)]
    return _History(
        {place_of(candidate): candidate for candidate in by_cue},
        {c.contents[0]: c for c in win_quotations(by_cue, folded) if folded.symbols[c.contents[0][0]] == Symbol.OPEN},
        [(name, {(d.pattern.id, d.unit): d for d in drafts}) for name, drafts in steps],
        dict(_by_place(stages.attributions)),
    )


def _by_place(attributions: Sequence[Attribution]) -> Iterator[tuple[tuple[str, Spans, int], str]]:
    for attribution in attributions:
        start = min(attribution.content, key=attrgetter("start")).start
        yield (attribution.pattern, attribution.cue, start), attribution.id
