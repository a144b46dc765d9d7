"""How sure an attribution is: the odds that its content and its source are right, from the evidence for and against.

Each pattern has odds of its own, and every piece of evidence multiplies them. The numbers stand in
`rules/en/confidence.toml`, fitted to annotated articles (`benchmarks/calibrate.py`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from provenance.chains.claim import Claim
from provenance.mentions.fold import Folded
from provenance.model import Form, Kind, Naming
from provenance.rulebook.schema import Calibration

_LENGTHS = (3, 6, 13, 26)
"""Contents are alike in how sure they are between these numbers of tokens."""
RARE = "rare"
"""Stands for all patterns that annotated articles hardly hold."""
_DOUBTFUL = frozenset({"words", "plural_or_thing", "first-person"})
"""Sieves that guess."""


def estimate_confidence(claim: Claim, folded: Folded, calibration: Calibration) -> float:
    """The chance that content and source are right, 0 to 1.

    A pattern without odds of its own has those that its file claims, or those of the patterns that are rare.
    """
    pattern = claim.draft.pattern
    odds = calibration.patterns.get(pattern.id)
    if odds is None and "confidence" not in pattern.fields:
        odds = calibration.patterns.get(RARE)
    odds = _odds(claim.draft.confidence) if odds is None else odds
    for name in find_evidence(claim, folded):
        odds *= calibration.evidence.get(name, 1.0)
    return odds / (1 + odds)


def find_evidence(claim: Claim, folded: Folded) -> Iterator[str]:
    """The names of everything that speaks for or against an attribution, whatever its pattern."""
    draft, source = claim.draft, claim.source
    if draft.form is not Form.DIRECT:
        yield f"form-{draft.form.value}"
    if not draft.reported:
        yield "attitude"
    starts = folded.tokens.starts
    length = sum(bisect_left(starts, span.end) - bisect_right(starts, span.start) + 1 for span in draft.contents)
    yield f"length-{bisect_right(_LENGTHS, length)}"
    if source is None:
        yield "no-source"
        return
    if source.kind is not Kind.PERSON:
        yield f"kind-{source.kind.value}"
    if source.naming is not Naming.NAMED:
        yield f"naming-{source.naming.value}"
    if source.sieve in _DOUBTFUL:
        yield f"sieve-{source.sieve}"
    if source.candidates:
        yield "rivals"


def _odds(share: float) -> float:
    return share / max(1 - share, 0.001)
