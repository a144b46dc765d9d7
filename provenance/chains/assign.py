"""Which relay reaches which claim."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from attrs import frozen

from provenance.attribution.draft import Draft
from provenance.attribution.sources import sentence_start
from provenance.chains.claim import cue_symbols
from provenance.mentions.fold import Folded
from provenance.model import Form, Hop, Kind, Naming, Role, Source
from provenance.resolution.relays import Relay, Scope

_TAIL = 28
"""Characters that may hang on a medium at the end of a content (*in a letter to the council*)."""
_LATER = (Scope.NEXT, Scope.AUTHOR)


@frozen(eq=False, repr=False)
class Speech:
    """A draft with its source; `aloud` where its cue is a verb of talking."""

    draft: Draft
    source: Source | None
    aloud: bool

    @property
    def outlet(self) -> str | None:
        """The outlet that speaks, if a named outlet does."""
        source = self.source
        named = source is not None and source.kind is Kind.OUTLET and source.naming is Naming.NAMED
        return source.entity if source is not None and named else None


def assign_hops(
    drafts: Sequence[Draft],
    sources: Sequence[Source | None],
    relays: Sequence[Relay],
    folded: Folded,
    talking: frozenset[str],
) -> list[tuple[Hop, ...]]:
    """The hops of each draft's own (not those of a draft around it), in text order of the relays.

    Relays of a sentence before, or of a piece that was published, reach only who has none nearer. `talking` holds the
    symbols of verbs of talking.
    """
    speeches = [
        Speech(d, s, aloud=not talking.isdisjoint(cue_symbols(d, folded))) for d, s in zip(drafts, sources, strict=True)
    ]
    places = sorted((draft.unit, index) for index, draft in enumerate(drafts))
    hops: list[list[Hop]] = [[] for _ in drafts]
    for relay in sorted(relays, key=lambda r: r.scope in _LATER):
        reach = places[
            bisect_left(places, (relay.first, -1)) : bisect_left(places, (max(relay.last, relay.unit + 1), -1))
        ]
        for index in _reached(relay, {i: speeches[i] for i in sorted(i for _, i in reach)}, folded):
            if not hops[index] or relay.scope not in _LATER:
                hops[index].append(relay.hop)
    for index, speech in enumerate(speeches):
        hops[index] += _built_in(speech)
    return [tuple(held) for held in hops]


def _built_in(speech: Speech) -> list[Hop]:
    """The medium that a pattern itself stands for (an embedded post)."""
    name = speech.draft.pattern.fields.get("medium")
    if not isinstance(name, str):
        return []
    spans = speech.source.spans if speech.source is not None else speech.draft.contents[-1:]
    return [Hop(name, Kind.OUTLET, Naming.NAMED, Role.MEDIUM, spans)]


def _reached(relay: Relay, speeches: Mapping[int, Speech], folded: Folded) -> list[int]:
    """Which of the speeches (by index) between a relay's first and last unit it passes on."""
    if relay.scope is Scope.CUE:
        return _spoken_at(relay, speeches, folded)
    if relay.scope is Scope.NEXT:
        return [i for i, s in speeches.items() if s.draft.outer is None and s.draft.form is Form.DIRECT]
    if relay.scope is Scope.AUTHOR:
        return [i for i, s in speeches.items() if s.draft.outer is None and _writes_it(s, relay)]
    last = _taken_over(relay, speeches, folded) if relay.scope is Scope.FRAME else relay.last
    return [i for i, s in speeches.items() if s.draft.outer is None and s.draft.unit < last]


def _writes_it(speech: Speech, relay: Relay) -> bool:
    """Whether the author of a published piece speaks, with a verb that need not be one of talking."""
    source = speech.source
    if source is None or source.naming is not Naming.NAMED or speech.aloud:
        return False
    return bool(source.entity) and str(source.entity).rpartition(" ")[2] == relay.author


def _taken_over(relay: Relay, speeches: Mapping[int, Speech], folded: Folded) -> int:
    """Where another outlet takes a frame over: the sentence in which it speaks (gold convention 12)."""
    if relay.hop.role is not Role.RELAY:
        return relay.last
    others = [
        sentence_start(folded, s.draft.unit)
        for s in speeches.values()
        if s.draft.outer is None and s.outlet not in (None, relay.hop.entity) and relay.unit < s.draft.unit
    ]
    return min([relay.last, *(unit for unit in others if unit > relay.unit)])


def _spoken_at(relay: Relay, speeches: Mapping[int, Speech], folded: Folded) -> list[int]:
    """The draft whose cue stands nearest to the relay in its sentence, and the others there of the same source."""
    near = [
        (min(abs(s.draft.unit - relay.unit), abs(_cue_end(s.draft, folded) - relay.unit)), s.draft.unit > relay.unit, i)
        for i, s in speeches.items()
        if s.draft.cue and not _told(s, relay.hop)
    ]
    if not near:
        return []
    chosen = speeches[min(near)[2]]
    return [
        i
        for _, _, i in near
        if speeches[i] is chosen
        or (_same_speaker(speeches[i], chosen) and speeches[i].draft.outer == chosen.draft.outer)
    ]


def _told(speech: Speech, hop: Hop) -> bool:
    """Whether the relay's words are part of what is said, rather than of how it was said; at its end they are not."""
    place = hop.spans[0]
    tail = _TAIL if hop.role is Role.MEDIUM and speech.draft.form is Form.INDIRECT else 0
    return any(part.start <= place.start and place.end + tail < part.end for part in speech.draft.contents)


def _cue_end(draft: Draft, folded: Folded) -> int:
    return folded.unit_at(draft.cue[1] - 1) if draft.cue else draft.unit


def _same_speaker(one: Speech, other: Speech) -> bool:
    if one.source is None or other.source is None or one.source.entity is None:
        return False
    return one.source.entity == other.source.entity and one.source.naming is other.source.naming
