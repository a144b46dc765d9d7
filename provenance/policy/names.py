"""Audits by what people call them: id or code, in any case."""

from collections.abc import Iterable, Mapping

from provenance.errors import SettingsError
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
        near = suggest(name.lower(), self._ids.values()) or suggest(name.upper(), self._codes)
        msg = f"{origin}: there is no audit {name!r}{near}"
        raise SettingsError(msg)

    def find_all(self, names: Iterable[str], origin: str) -> frozenset[str]:
        """Give the ids of several names."""
        return frozenset(self.find(name, origin) for name in names)


def suggest(name: str, known: Iterable[str]) -> str:
    """Give the end of a message: what may have been meant; empty if nothing is near."""
    from difflib import get_close_matches  # noqa: PLC0415  only a mistake needs it

    near = get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
