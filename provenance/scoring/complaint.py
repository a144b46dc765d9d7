"""What is wrong with a rule, and where."""

from attrs import frozen

from provenance.rulebook.schema import Place


@frozen
class Complaint:
    """One fault of one rule; `place` is `file:line` inside the pack, `reason` one clause without a final stop."""

    rule: str
    place: str
    reason: str


def complain_of(rule: str, place: Place, reason: str) -> Complaint:
    """Return a complaint about the rule that stands at `place`."""
    return Complaint(rule, f"{place.path}:{place.line}", reason)
