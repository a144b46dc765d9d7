"""Cards, modules and the dictionary of audits agree."""

from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest
from attrs import evolve

from provenance import audits
from provenance.audits.card_checks import check_cards
from provenance.audits.registry import AUDITS
from provenance.rulebook.load import load_pack
from provenance.rulebook.locate import default_rules
from provenance.rulebook.schema import AuditCard, ProfileRule
from tests.factories import CARDS

SHOWN, SHOWN_FOR_GROUPS = 4, 2
FOLDER = Path(audits.__file__).parent


def module_of(card_id: str) -> str:
    """Give the name of the module that belongs to a card."""
    return card_id.replace("-", "_")


def test_the_dictionary_holds_exactly_the_modules_that_have_a_card() -> None:
    """A card has a module of its stem if and only if the dictionary sends it there."""
    modules = {path.stem for path in FOLDER.glob("*.py")}
    assert {card for card in CARDS if module_of(card) in modules} == set(AUDITS)


@pytest.mark.parametrize("card_id", sorted(AUDITS))
def test_each_module_exports_the_audit_of_its_card(card_id: str) -> None:
    """The function is named after the card and stands in the module named after the card."""
    name = module_of(card_id)
    assert getattr(import_module(f"provenance.audits.{name}"), f"audit_{name}") is AUDITS[card_id]


def test_no_card_asks_for_anything_that_audits_do_not_know() -> None:
    """Every condition and every place of a message of the shipped cards exists."""
    assert list(check_cards(CARDS.values())) == []


def test_every_cited_standard_was_verified() -> None:
    """A card cites only standards that somebody has read."""
    pack = load_pack(default_rules())
    verified = {standard.id for standard in pack.standards if standard.verified}
    assert {standard for card in pack.audits for standard in card.standards} <= verified


def test_every_standard_is_cited() -> None:
    """A standard that no card and no house profile cites is left out."""
    pack = load_pack(default_rules())
    citing: list[AuditCard | ProfileRule] = [*pack.audits, *(rule for one in pack.profiles for rule in one.rules)]
    assert {standard.id for standard in pack.standards} == {name for rule in citing for name in rule.standards}


@pytest.mark.parametrize("card", CARDS.values(), ids=lambda card: card.id)
def test_a_card_shows_itself_often_both_ways(card: AuditCard) -> None:
    """A card cites a standard and has at least four texts that fail and four that pass, of several articles two each."""
    shown = SHOWN_FOR_GROUPS if card.on == "group" else SHOWN
    assert card.standards
    assert len(card.fails) >= shown
    assert len(card.passes) >= shown


@pytest.mark.parametrize("card", CARDS.values(), ids=lambda card: card.id)
def test_every_message_repeats_words_of_the_article(card: AuditCard) -> None:
    """A message holds the evidence: the claim, the source or the words the finding rests on, or both sides of a difference."""
    places = {name for _, name, _, _ in Formatter().parse(card.message)}
    assert places & {"claim", "source", "words", "sides"}


def test_a_card_that_asks_for_too_much_is_reported() -> None:
    """An unknown fact, bound or place of a message is a fault at the card, and so is a card without conditions."""
    wrong = evolve(CARDS["weasel"], when={"source.nmae": "x", "chain.links": {"mni": 3}}, message="{x}")
    empty = evolve(CARDS["weasel"], when={})
    assert [fault.reason for fault in check_cards([wrong, empty])] == [
        "'source.nmae' is nothing audits know",
        "'chain.links.mni' is nothing audits know",
        "'{x}' is nothing audits know",
        "nothing says when the audit objects",
    ]
