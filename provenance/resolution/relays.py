"""Finds who passes claims on: outlets told, quoted, cited; statements and posts; frames over several sentences.

Relay patterns mark a hop and say how far it reaches (`scope`): the sentence, or a frame, which begins with the
sentence before and lasts until the next heading or until another outlet takes over.
"""

from collections.abc import Sequence

from attrs import frozen

from provenance.attribution.sources import sentence_start, tokens_of
from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.mentions.words import read_words, text_of_words
from provenance.model import Hop, Kind, Naming, Role, Span
from provenance.rulebook import CompiledPattern
from provenance.rulebook.schema import Emits
from provenance.tokens.symbols import Symbol

_ENDS = frozenset({Symbol.STOP, Symbol.BREAK, Symbol.BREAK_CLOSE, Symbol.CLOSE_STOP, Symbol.VOID})
_ROLES = {"relay": Role.RELAY, "publisher": Role.PUBLISHER, "medium": Role.MEDIUM}


@frozen
class Relay:
    """A hop, the units `[first, last)` it reaches over, and whether it is a frame."""

    hop: Hop
    first: int
    last: int
    frame: bool


def find_relays(folded: Folded, describer: Describer) -> list[Relay]:
    """Every relay that a pattern of the rulebook finds, in text order."""
    found: dict[tuple[int, Role], Relay] = {}
    for compiled in describer.rulebook.of_kind(Emits.RELAY):
        for relay in _matches(folded, compiled, describer):
            found.setdefault((relay.hop.spans[0].start, relay.hop.role), relay)
    return sorted(found.values(), key=lambda r: (r.hop.spans[0].start, r.hop.role))


def _matches(folded: Folded, compiled: CompiledPattern, describer: Describer) -> list[Relay]:
    relays = []
    for match in compiled.expression.regex.finditer(folded.symbols):
        if any(e.regex.match(folded.symbols, match.start()) for _, e in compiled.excepts):
            continue
        for name, role in _ROLES.items():
            for group in compiled.expression.groups.get(name, ()):
                units = match.span(group)
                if units[0] < 0:
                    continue
                hop = _hop(folded, units, role, describer)
                if hop is not None:
                    frame = compiled.pattern.fields.get("scope") == "frame"
                    relays.append(Relay(hop, *_reach(folded, units[0], frame=frame), frame))
    return relays


def _hop(folded: Folded, units: tuple[int, int], role: Role, describer: Describer) -> Hop | None:
    """The hop a group makes; None where a relay's group names no outlet, or a medium's head is no medium."""
    first, last = tokens_of(folded, units)
    spans = (folded.span(*units),)
    if role is Role.MEDIUM:
        return _medium(folded, (first, last), spans, describer)
    mention = describer.describe(folded, first, last)
    if mention.kind is Kind.OUTLET:
        named = mention.naming is Naming.NAMED and mention.name
        return Hop(mention.name or mention.head, Kind.OUTLET, Naming.NAMED if named else Naming.UNNAMED, role, spans)
    inside = [w for w in read_words(folded, first, last, describer.rulebook) if w.is_in("outlets")]
    if inside:
        return Hop(inside[0].text, Kind.OUTLET, Naming.NAMED, role, spans)
    if role is Role.PUBLISHER and mention.name:
        return Hop(mention.name, Kind.OUTLET, Naming.NAMED, role, spans)
    return None


def _medium(
    folded: Folded, tokens: tuple[int, int], spans: tuple[Span, ...], describer: Describer
) -> Hop | None:
    words = read_words(folded, *tokens, describer.rulebook)
    reading = words[-1].reading("document-heads") if words else None
    if reading is None or "medium" not in reading.tags or "event" in reading.tags:
        return None
    name = text_of_words([w for w in words if w.text.lower() not in ("a", "an", "the", "his", "her", "their", "its")])
    return Hop(name, Kind.DOCUMENT, Naming.NAMED, Role.MEDIUM, spans)


def _reach(folded: Folded, unit: int, *, frame: bool) -> tuple[int, int]:
    """The units a relay covers: its sentence, or (frame) from the sentence before to the next heading."""
    first = sentence_start(folded, unit)
    if not frame:
        return first, _sentence_end(folded, unit)
    before = sentence_start(folded, first - 1) if first else 0
    return before, _section_end(folded, unit)


def _sentence_end(folded: Folded, unit: int) -> int:
    """The unit at which the sentence ends; a quotation that goes on in the paragraph belongs to it."""
    end = unit
    while end < len(folded.symbols) and folded.symbols[end] not in _ENDS:
        end += 1
    return end


def _section_end(folded: Folded, unit: int) -> int:
    """The first heading behind a unit. Headings are VOID; the first heading after a digest opens its own section."""
    symbols = folded.symbols
    headings = [i for i in range(unit, len(symbols)) if symbols[i] == Symbol.VOID and symbols[i - 1] != Symbol.VOID]
    return headings[1] if len(headings) > 1 else len(symbols)


def hops_over(relays: Sequence[Relay], unit: int) -> list[Relay]:
    """The relays that reach over a unit; of several frames the last that began."""
    over = [r for r in relays if r.first <= unit < r.last]
    frames = [r for r in over if r.frame]
    latest = max((r.first for r in frames), default=0)
    return [r for r in over if not r.frame or r.first == latest]
