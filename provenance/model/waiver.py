"""What an editor answers for."""

from datetime import date

from attrs import frozen


@frozen
class Waiver:
    """Who answers for which finding, why, and until when; `claim` are words for people to know it again."""

    audit: str
    fingerprint: str
    claim: str
    reason: str
    by: str
    until: date | None = None

    @property
    def excuse(self) -> str:
        """The reason with who answers for it."""
        return f"{self.reason} ({self.by}{f', until {self.until}' if self.until else ''})"

    def is_over(self, today: date) -> bool:
        """Tell whether it has run out; it holds on its last day."""
        return self.until is not None and self.until < today
