"""What must hold of cards before audits can follow them; `rules check` reports it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from provenance.audits.conditions import FACTS, unknown_bounds
from provenance.audits.fact_values import Fact, fact_of, pack_values
from provenance.audits.messages import WORDS, placeholders_of
from provenance.audits.registry import AUDITS
from provenance.errors import Fault
from provenance.nearest import suggest
from provenance.rulebook.schema import AuditCard, Pack, Place

_ELSEWHERE = frozenset({"group", "waiver"})
"""Cards whose conditions other modules know."""
Texts = Mapping[str, str]
"""The rule files as they are written, by their paths as people read them."""


def check_cards(cards: Iterable[AuditCard], pack: Pack, texts: Texts) -> Iterator[Fault]:
    """Report every condition, message and remedy that asks for something no audit knows, where it stands."""
    listed = pack_values(pack)
    for card in (card for card in cards if card.on not in _ELSEWHERE):
        parts = [*((one.when, one.place) for one in card.excepts), *((one.when, one.place) for one in card.softens)]
        for when, place in [(card.when, card.place), *parts]:
            for written, reason in _check_when(when, listed):
                yield _fault(place, texts, written, reason)
        for name in dict.fromkeys(_placeholders_in(card)):
            if name not in WORDS and card.id not in AUDITS:
                reason = f"'{{{name}}}' is no placeholder that audits fill{suggest(name, WORDS)}"
                yield _fault(card.place, texts, f"{{{name}}}", reason)
        if not card.when and card.id not in AUDITS:
            yield Fault(card.place.path, card.place.line, "nothing says when the audit objects")


def _check_when(when: Mapping[str, Any], listed: Mapping[str, Collection[str]]) -> Iterator[tuple[str, str]]:
    """Give what a table of conditions asks for and nobody knows: the words as written, and what is wrong with them."""
    for name, wanted in when.items():
        if name not in FACTS:
            yield name, f"'{name}' is no fact that audits know{suggest(name, FACTS)}"
            continue
        for bound in unknown_bounds(wanted):
            yield name, f"'{name}' has no bound '{bound}': there are min, max, not and only"
        fact = fact_of(name)
        for value in _values_in(wanted):
            reason = _refuse(value, fact, listed.get(name))
            if reason:
                yield str(value), reason


def _refuse(value: object, fact: Fact, listed: Collection[str] | None) -> str:
    """Say why a fact never has a value; empty where it may have it."""
    known = fact.values if listed is None else sorted(listed)
    if fact.sort == "a number":
        right = isinstance(value, int | float) and not isinstance(value, bool)
        return "" if right else f"{fact.name} is a number, not {_show(value)}"
    if value in known or not known:
        return ""
    near = suggest(value, map(str, known)) if isinstance(value, str) else ""
    return f"{_show(value)} is no value of {fact.name}{near} (there are: {', '.join(map(_show, known))})"


def _show(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f"'{value}'"


def _values_in(wanted: Any) -> Iterator[object]:  # noqa: ANN401  whatever TOML holds
    """Give the values that a condition names, alone, in a list or under *not* and *only*; a number's bounds as they are."""
    if isinstance(wanted, dict):
        for value in wanted.values():
            yield from _values_in(value)
    else:
        yield from wanted if isinstance(wanted, list) else [wanted]


def _fault(place: Place, texts: Texts, written: str, reason: str) -> Fault:
    """Make a fault of the first line from a table's head on that has what is written."""
    lines = texts.get(place.path, "").split("\n")
    found = (number for number, line in enumerate(lines, 1) if number >= place.line and written in line)
    return Fault(place.path, next(found, place.line), reason)


def _placeholders_in(card: AuditCard) -> tuple[str, ...]:
    remedies = (card.remedy, *(soften.remedy for soften in card.softens if soften.remedy))
    return (*placeholders_of(card.message), *(name for remedy in remedies for name in placeholders_of(remedy)))
