"""Finds who passes claims on: outlets told, quoted, cited; statements and posts; frames over several sentences.

Relay patterns mark a hop and say how far it reaches (`scope`): `cue`, what the nearest speaker says; `sentence`, all of
its sentence; `next`, the quotations of the sentence behind it too; `frame`, which begins with the sentence before and
lasts until the next heading, until a `close`, or until another frame takes over; `author`, what the author of a
published piece says from there on.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from re import Match
from typing import Any

from attrs import evolve, frozen

from provenance.attribution.matches import find_matches
from provenance.attribution.sources import sentence_start
from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.model import Hop, Role
from provenance.resolution.hops import HopMaker
from provenance.resolution.outlets import Outlets
from provenance.rulebook import CompiledPattern
from provenance.rulebook.schema import Emits
from provenance.tokens.symbols import Symbol

_ENDS = frozenset({Symbol.STOP, Symbol.BREAK, Symbol.BREAK_CLOSE, Symbol.CLOSE_STOP, Symbol.VOID})
_ROLES = {"relay": Role.RELAY, "publisher": Role.PUBLISHER, "medium": Role.MEDIUM}
_PROSE_START = frozenset({Symbol.BREAK, Symbol.BREAK_CLOSE})


class Scope(StrEnum):
    """How far a relay reaches."""

    CUE = "cue"
    SENTENCE = "sentence"
    NEXT = "next"
    FRAME = "frame"
    AUTHOR = "author"


@frozen(eq=False, repr=False)
class Relay:
    """A hop, the unit at which its words stand, the units `[first, last)` it reaches over, and how it reaches.

    `author` is the last name of who wrote a published piece.
    """

    hop: Hop
    unit: int
    first: int
    last: int
    scope: Scope
    author: str | None = None


def find_relays(folded: Folded, describer: Describer, outlets: Outlets) -> list[Relay]:
    """Every relay that a pattern of the rulebook finds, in text order; frames end where another begins."""
    maker = HopMaker(folded, describer, outlets)
    found: dict[tuple[int, bool], Relay] = {}
    closes: list[int] = []
    for compiled in describer.rulebook.of_kind(Emits.RELAY):
        for match in find_matches(compiled, folded):
            if compiled.pattern.fields.get("scope") == "close":
                closes.append(match.start())
                continue
            for relay in _relays(compiled, match, maker):
                found.setdefault((relay.hop.spans[0].start, relay.scope is Scope.NEXT), relay)
    for relay in _told_hosts(maker):
        found.setdefault((relay.hop.spans[0].start, False), relay)
    return _closed(sorted(found.values(), key=lambda r: (r.unit, r.hop.role)), sorted(closes))


def _told_hosts(maker: HopMaker) -> Iterator[Relay]:
    """The outlets of hosts who are told more under their bare name: *told Lind*, after *told BBC host Ana Lind*."""
    for units, fields in maker.hearers:
        hop = maker.host(units)
        if hop is not None:
            yield _relay(hop, units[0], Scope(fields.get("scope", Scope.CUE)), maker.folded)


def _relays(compiled: CompiledPattern, match: Match[str], maker: HopMaker) -> Iterator[Relay]:
    fields: Mapping[str, Any] = compiled.pattern.fields
    scope = Scope(fields.get("scope", Scope.CUE))
    wrote = [match.end(group) for group in compiled.expression.groups.get("author", ()) if match.start(group) >= 0]
    author = maker.folded.words(wrote[0] - 1, wrote[0])[-1] if wrote else None
    for name, role in _ROLES.items():
        for group in compiled.expression.groups.get(name, ()):
            units = match.span(group)
            hop = maker.make(units, role, fields) if units[0] >= 0 else None
            if hop is not None:
                told = evolve(hop, heard=bool(fields.get("heard")))
                yield evolve(_relay(told, units[0], scope, maker.folded), author=author)


def _relay(hop: Hop, unit: int, scope: Scope, folded: Folded) -> Relay:
    return Relay(hop, unit, *_reach(folded, unit, scope), scope)


def _reach(folded: Folded, unit: int, scope: Scope) -> tuple[int, int]:
    """The units a relay covers: its sentence, or (frame) from the sentence before to the end of its section."""
    first = sentence_start(folded, unit)
    last = sentence_end(folded, unit)
    if scope is Scope.AUTHOR:
        return first, len(folded.symbols)
    if scope is Scope.NEXT:
        return unit, sentence_end(folded, _next_start(folded, last))
    if scope is not Scope.FRAME:
        return first, last
    before = sentence_start(folded, first - 1) if first else 0
    return before, _section_end(folded, last)


def _next_start(folded: Folded, unit: int) -> int:
    """The first unit behind the end of a sentence that is no end itself; headings and captions are not passed."""
    while unit < len(folded.symbols) and folded.symbols[unit] in _ENDS - {Symbol.VOID}:
        unit += 1
    return unit


def sentence_end(folded: Folded, unit: int) -> int:
    """The unit at which the sentence of `unit` ends."""
    end = unit
    while end < len(folded.symbols) and folded.symbols[end] not in _ENDS:
        end += 1
    return end


def _section_end(folded: Folded, unit: int) -> int:
    """The first heading behind the paragraph of a unit; one that follows at once opens the frame's own section."""
    symbols, at = folded.symbols, unit
    headings = 0
    own = True
    while at < len(symbols):
        if symbols[at] == Symbol.VOID:
            if headings or not own:
                return at
            headings = 1
            while at < len(symbols) and symbols[at] in (Symbol.VOID, *_PROSE_START):
                at += 1
            own = False
            continue
        if symbols[at] in _PROSE_START and symbols[at + 1 : at + 2] != Symbol.VOID:
            own = False
        at += 1
    return at


def _closed(relays: Sequence[Relay], closes: Sequence[int]) -> list[Relay]:
    """The relays with every frame cut off where a later frame of another hop or a closing formula begins."""
    frames = [r for r in relays if r.scope is Scope.FRAME]
    return [_cut(r, frames, closes) if r.scope is Scope.FRAME else r for r in relays]


def _cut(frame: Relay, frames: Sequence[Relay], closes: Sequence[int]) -> Relay:
    later = [f.first for f in frames if f.first > frame.unit and f.hop.role is frame.hop.role]
    return evolve(frame, last=min([frame.last, *later, *(c for c in closes if c > frame.unit)]))
