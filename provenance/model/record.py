"""A claim and its provenance."""

from enum import StrEnum

from attrs import frozen

from provenance.model.span import Spans
from provenance.model.value import Value


class Sourcing(StrEnum):
    """What a claim rests on (section 4 of the design)."""

    NAMED = "named"
    UNNAMED_ONLY = "unnamed-only"
    MIXED = "mixed"
    VAGUE = "vague"
    NONE = "none"
    AUTHOR = "author"


@frozen(eq=False, repr=False)
class Record(Value):
    """One assertion and everything that supports it.

    `attributions` are ids; `supported_by` the ids of records that report the same claim; `origins` the number of
    independent origins, supporting records included. An orphan quotation has no attributions, nor has a bare sentence;
    `near_named`: of a claim on unnamed people alone, whether a named source says something alike, if not the same.
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
