"""Audits by what people call them: id or code, in any case."""

from collections.abc import Iterable, Mapping

from provenance.errors import SettingsError
from provenance.nearest import suggest
from provenance.rulebook.schema import AuditCard


class AuditNames:
    """Looks audits up; whatever does not exist is an error that says where it was asked for."""

    def __init__(self, cards: Iterable[AuditCard]) -> None:
        cards = tuple(cards)
        self._codes = [card.code for card in cards]
        self._ids: Mapping[str, str] = {name.lower(): card.id for card in cards for name in (card.id, card.code)}

    def find(self, name: str, origin: str) -> str:
        """Give the id that a name stands for; raise SettingsError if there is none."""
        found = self.look_up(name)
        if found is None:
            msg = f"{origin}: {self.explain_missing(name)}"
            raise SettingsError(msg)
        return found

    def look_up(self, name: str) -> str | None:
        """Give the id that a name stands for; None if there is none."""
        return self._ids.get(name.lower())

    def explain_missing(self, name: str) -> str:
        """Say that there is no audit of a name, and which may have been meant."""
        return f"there is no audit {name!r}{suggest(name, self._ids.values(), self._codes)}"

    def find_all(self, names: Iterable[str], origin: str) -> frozenset[str]:
        """Give the ids of several names."""
        return frozenset(self.find(name, origin) for name in names)
