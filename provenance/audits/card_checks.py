"""What must hold of cards before audits can follow them; `rules check` reports it."""

from collections.abc import Iterable, Iterator

from provenance.audits.conditions import unknown_names
from provenance.audits.messages import WORDS, places_of
from provenance.audits.registry import AUDITS
from provenance.errors import Fault
from provenance.rulebook.schema import AuditCard


def check_cards(cards: Iterable[AuditCard]) -> Iterator[Fault]:
    """Report every condition, message and remedy that asks for something no audit knows."""
    for card in (card for card in cards if card.on not in ("group", "waiver")):
        tables = [card.when, *(part.when for part in card.excepts), *(part.when for part in card.softens)]
        names = [name for when in tables for name in unknown_names(when)]
        names += [f"{{{place}}}" for place in _places_in(card) if place not in WORDS and card.id not in AUDITS]
        yield from (Fault(card.place.path, card.place.line, f"'{name}' is nothing audits know") for name in names)
        if not card.when and card.id not in AUDITS:
            yield Fault(card.place.path, card.place.line, "nothing says when the audit objects")


def _places_in(card: AuditCard) -> tuple[str, ...]:
    remedies = (card.remedy, *(soften.remedy for soften in card.softens if soften.remedy))
    return (*places_of(card.message), *(place for remedy in remedies for place in places_of(remedy)))
