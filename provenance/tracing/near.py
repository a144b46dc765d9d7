"""Patterns that nearly match: how far each gets in a sentence, and what it lacks there."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TypeGuard

from attrs import frozen

from provenance.mentions.fold import Folded
from provenance.model import Span
from provenance.rulebook.build import Grammar
from provenance.rulebook.language import Capture, Choice, Node
from provenance.rulebook.language import Sequence as Items
from provenance.tracing.records import Fit
from provenance.tracing.spell import spell
from provenance.tracing.walk import Reach, Walker

_MOST_WANTED = 4
_MOST_WAYS = 16


@frozen
class _Attempt:
    """One alternative of a pattern, tried at one place: `fitted` of its items fit, the next stopped at `reach.stop`."""

    items: Sequence[Node]
    start: int
    fitted: int
    reach: Reach


def find_fits(folded: Folded, grammar: Grammar, patterns: Iterable[str], units: range) -> list[Fit]:
    """How far each pattern gets that does not match anywhere in the units of a sentence, the farthest first."""
    walker = Walker(grammar, folded.symbols)
    fits = [fit for name in patterns if (fit := _best_fit(name, walker, folded, units))]
    return sorted(fits, key=lambda fit: (not fit.has_cue, -fit.share, -len(fit.span)))


def matches_at(walker: Walker, node: Node, start: int) -> bool:
    """Whether a whole pattern fits from a place on."""
    return bool(walker.walk(node, start).ends)


def _best_fit(name: str, walker: Walker, folded: Folded, units: range) -> Fit | None:
    node = walker.grammar.patterns[name]
    ways = _ways(node, walker)
    attempts = [_attempt(items, start, walker) for start in units for items in ways]
    if not attempts or any(attempt.fitted == len(attempt.items) for attempt in attempts):
        return None
    fits = [_fit(name, attempt, walker, folded) for attempt in attempts if attempt.reach.stop > attempt.start]
    return max(fits, key=attrgetter("has_cue", "share", "span.end"), default=None)


def _ways(node: Node, walker: Walker) -> list[Sequence[Node]]:
    """The items of a pattern, one list for every way through its choices, as long as that does not get out of hand."""
    if _branches(node, walker):
        return [way for part in node.items for way in _ways(part, walker)]
    ways: list[Sequence[Node]] = [()]
    for item in node.items if isinstance(node, Items) else (node,):
        parts = _ways(item, walker) if _branches(item, walker) else [(item,)]
        fits = len(ways) * len(parts) <= _MOST_WAYS
        ways = [(*way, *part) for way in ways for part in (parts if fits else [(item,)])]
    return ways


def _branches(node: Node, walker: Walker) -> TypeGuard[Choice]:
    """Whether a part is a choice between things that are more than one token."""
    return isinstance(node, Choice) and walker.grammar.compiler.held(node) is None


def _attempt(items: Sequence[Node], start: int, walker: Walker) -> _Attempt:
    places = frozenset({start})
    for count, item in enumerate(items):
        reach = walker.walk_all([item], places)
        if not reach.ends:
            return _Attempt(items, start, count, reach)
        places = reach.ends
    return _Attempt(items, start, len(items), Reach(places))


def _fit(name: str, attempt: _Attempt, walker: Walker, folded: Folded) -> Fit:
    fitted, failed = attempt.items[: attempt.fitted], attempt.items[attempt.fitted]
    shapes = walker.grammar.compiler.shapes
    needed = [item for item in attempt.items if shapes.of(item).least]
    stop = attempt.reach.stop
    return Fit(
        name,
        folded.span(attempt.start, stop),
        tuple(map(spell, fitted)),
        spell(failed),
        tuple(map(spell, attempt.reach.wanted[:_MOST_WANTED])),
        _span_at(folded, stop),
        any(map(_holds_cue, fitted)),
        sum(item in needed for item in fitted) / max(len(needed), 1),
    )


def _span_at(folded: Folded, unit: int) -> Span | None:
    return folded.span(unit, unit + 1) if unit < len(folded.symbols) else None


def _holds_cue(node: Node) -> bool:
    if isinstance(node, Capture):
        return node.name == "cue" or _holds_cue(node.item)
    inner = getattr(node, "items", None) or ([node.item] if hasattr(node, "item") else [])
    return any(map(_holds_cue, inner))
