"""What an audit reports."""

from enum import StrEnum

from attrs import frozen

from provenance.model.span import Span, Spans


class Severity(StrEnum):
    """How much it matters, least first."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a note, 2 for an error."""
        return list(Severity).index(self)

    def reaches(self, level: "Severity") -> bool:
        """Whether it matters as much as a level, or more."""
        return self.rank >= level.rank


class Confidence(StrEnum):
    """How often a finding of this rule is right; independent of severity."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@frozen
class Finding:
    """One observation about one claim or one source.

    `spans` are the words it rests on, `related` further words that matter (an earlier mention, a relay's credit).
    `attribution` and `record` are ids or None. `fingerprint` is stable under edits elsewhere in the article. `excuse`
    says why a finding is waived; None for one that stands. `remedy` is what to do about this very finding.
    `remedy_of` is the id of the circumstance of its card that brought the remedy; None for the card's own remedy.
    """

    id: str
    rule: str
    code: str
    severity: Severity
    confidence: Confidence
    message: str
    spans: Spans
    related: tuple[Span, ...]
    attribution: str | None
    record: str | None
    fingerprint: str
    standards: tuple[str, ...] = ()
    excuse: str | None = None
    remedy: str = ""
    remedy_of: str | None = None
