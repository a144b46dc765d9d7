"""A draft on its way to an attribution."""

from attrs import evolve, frozen

from provenance.attribution.draft import Draft
from provenance.mentions.fold import Folded
from provenance.model import Hop, Source


@frozen(eq=False, repr=False)
class Claim:
    """A draft with its source and its own hops, before it gets its number. `outer` indexes the list of claims."""

    draft: Draft
    source: Source | None
    outer: int | None
    hops: tuple[Hop, ...] = ()

    def inside(self, outer: int | None) -> "Claim":
        """The same claim, inside another of the list."""
        return self if outer == self.outer else evolve(self, outer=outer)

    @property
    def length(self) -> int:
        """How far cue and content reach, in code points."""
        spans = (*self.draft.contents, *self.draft.cue_spans)
        return max(s.end for s in spans) - min(s.start for s in spans)


def same_speaker(one: Source | None, other: Source | None) -> bool:
    """Whether two sources are one and the same known speaker."""
    if one is None or other is None or one.entity is None:
        return False
    return one.naming is other.naming and same_name(one.entity, other.entity or "")


def same_name(one: str, other: str) -> bool:
    """Whether two entities are one: alike but for an article, or one cut short of what hangs on the other."""
    first, second = (name.lower().removeprefix("the ") for name in (one, other))
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    return " " in short and long.startswith(short + " ")


def cue_symbols(draft: Draft, folded: Folded) -> str:
    """The symbols of a draft's cue, from its first to its last unit; empty without a cue."""
    if draft.cue is None:
        return ""
    return folded.symbols[folded.unit_at(draft.cue[0]) : folded.unit_at(draft.cue[1] - 1) + 1]
