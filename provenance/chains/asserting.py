"""Whether an attribution asserts anything: questions, demands and bare attitudes do not, so nothing rests on their source."""

from provenance.chains.claim import Claim, cue_symbols
from provenance.mentions.fold import Folded
from provenance.model import Form

UNASSERTED = "unasserted"
"""The signal of an attribution whose source asserts nothing; that the source did so is the author's word."""
LOOSE = "loose"
"""The signal of a construction in which the source need not have spoken for the article: *the man who wrote ...*."""


def signals_of(claim: Claim, folded: Folded, demands: frozenset[str]) -> frozenset[str]:
    """What an attribution's construction tells of it: LOOSE, UNASSERTED."""
    loose = frozenset({LOOSE}) if claim.draft.pattern.fields.get("loose") else frozenset[str]()
    return loose | _unasserted(claim, folded, demands)


def _unasserted(claim: Claim, folded: Folded, demands: frozenset[str]) -> frozenset[str]:
    """UNASSERTED where somebody only asks, where the pattern says so (`asserts`), or its verb is one of the class characters in `demands`."""
    draft = claim.draft
    asserts = draft.pattern.fields.get("asserts", True)
    if draft.asks:
        return frozenset({UNASSERTED})
    if draft.form is not Form.INDIRECT and draft.reported:
        return frozenset()
    if asserts is True:
        return frozenset()
    if asserts is False or not draft.reported:
        return frozenset({UNASSERTED})
    return frozenset() if demands.isdisjoint(cue_symbols(draft, folded)) else frozenset({UNASSERTED})
