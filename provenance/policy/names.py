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
        if name.lower() in self._ids:
            return self._ids[name.lower()]
        near = suggest(name, self._ids.values(), self._codes)
        msg = f"{origin}: there is no audit {name!r}{near}"
        raise SettingsError(msg)

    def find_all(self, names: Iterable[str], origin: str) -> frozenset[str]:
        """Give the ids of several names."""
        return frozenset(self.find(name, origin) for name in names)
