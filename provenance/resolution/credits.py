"""Takes out drafts that are nothing but a publisher's credit to itself (*..., UNN reports*): a hop, no claim of its own."""

from collections.abc import Sequence

from provenance.attribution.draft import Draft
from provenance.mentions.fold import Folded
from provenance.model import Role
from provenance.resolution.relays import Relay


def without_credits(drafts: Sequence[Draft], relays: Sequence[Relay], folded: Folded) -> list[Draft]:
    """The drafts whose source is no publisher's credit, `outer` renumbered; what stood inside one moves out."""
    credited = {r.hop.spans[0].start for r in relays if r.hop.role is Role.PUBLISHER}
    starts = folded.tokens.starts
    gone = {i for i, d in enumerate(drafts) if d.source is not None and starts[d.source[0]] in credited}
    if not gone:
        return list(drafts)
    kept = [i for i in range(len(drafts)) if i not in gone]
    place = {old: new for new, old in enumerate(kept)}

    def moved(outer: int | None) -> int | None:
        while outer is not None and outer in gone:
            outer = drafts[outer].outer
        return None if outer is None else place[outer]

    return [drafts[i].inside(moved(drafts[i].outer)) for i in kept]
