"""The way a claim took to the reader."""

from enum import StrEnum

from attrs import frozen

from provenance.model.mention import Kind, Naming
from provenance.model.span import Spans


class Role(StrEnum):
    """What a hop does in its chain."""

    PUBLISHER = "publisher"
    RELAY = "relay"
    MEDIUM = "medium"
    ORIGIN = "origin"


@frozen
class Hop:
    """One step. `spans` are the words that establish it, even when they stand sentences away.

    `heard` tells that the hop heard it from the next one itself (*told the BBC*), not that it published it.
    """

    entity: str | None
    kind: Kind
    naming: Naming
    role: Role
    spans: Spans
    heard: bool = False


Chain = tuple[Hop, ...]
"""Nearest the reader first, origin last; never empty."""

NO_ORIGIN = Hop(None, Kind.UNKNOWN, Naming.NONE, Role.ORIGIN, ())
"""The origin of a claim whose source is not stated."""
