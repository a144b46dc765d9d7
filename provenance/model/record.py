"""A claim and its provenance."""

from enum import StrEnum

from attrs import frozen

from provenance.model.span import Spans


class Sourcing(StrEnum):
    """What a claim rests on (section 4 of the design)."""

    NAMED = "named"
    UNNAMED_ONLY = "unnamed-only"
    MIXED = "mixed"
    VAGUE = "vague"
    NONE = "none"
    AUTHOR = "author"


class Tense(StrEnum):
    """How the main verb of a claim stands: *came*, *has come*, *is coming* or *is seen*, *there is* or *is in town*, *will* or *would come*, *comes*, *could come*."""

    PAST = "past"
    PERFECT = "perfect"
    PROGRESSIVE = "progressive"
    EXISTENTIAL = "existential"
    FUTURE = "future"
    PRESENT = "present"
    MODAL = "modal"
    NONE = "none"


@frozen
class Record:
    """One assertion and everything that supports it.

    `attributions` are ids; `supported_by` the ids of records that report the same claim; `origins` the number of
    independent origins, supporting records included. An orphan quotation has no attributions, nor has a bare sentence;
    of a claim on unnamed people alone, `near_named` tells whether a named source says something alike, if not the same,
    and `tense` how its main verb stands.
    `restates` are the ids of the records whose claims a bare sentence says again.
    """

    id: str
    claim: Spans
    attributions: tuple[str, ...]
    sourcing: Sourcing
    supported_by: tuple[str, ...] = ()
    origins: int = 0
    restates: tuple[str, ...] = ()
    near_named: bool = False
    tense: Tense = Tense.NONE
