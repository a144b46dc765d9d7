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
from provenance.rulebook.schema import AuditCard, Place, ProfileRule
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
    pack = load_pack(default_rules())
    assert list(check_cards(pack.audits, pack, {})) == []


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
    wrong = evolve(CARDS["weasel"], when={"source.nmaing": "x", "chain.links": {"mni": 3}}, message="{clam}")
    empty = evolve(CARDS["weasel"], when={})
    assert faults_of(wrong, empty) == [
        "'source.nmaing' is no fact that audits know; did you mean 'source.naming'?",
        "'chain.links' has no bound 'mni': there are min, max, not and only",
        "'{clam}' is no placeholder that audits fill; did you mean 'claim'?",
        "nothing says when the audit objects",
    ]


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        (
            {"record.sourcing": "unamed-only"},
            "'unamed-only' is no value of record.sourcing; did you mean 'unnamed-only'?",
        ),
        ({"source.kind": ["person", "grup"]}, "'grup' is no value of source.kind; did you mean 'group'?"),
        ({"claim.place": {"not": "headlin"}}, "'headlin' is no value of claim.place; did you mean 'headline'?"),
        ({"claim.signals": "confirmd"}, "'confirmd' is no value of claim.signals; did you mean 'confirmed'?"),
        ({"attribution.pattern": "en/said-taht"}, "'en/said-taht' is no value of attribution.pattern; did you mean"),
        ({"source.rote": "yes"}, "'yes' is no value of source.rote (there are: true, false)"),
        ({"source.naming": True}, "true is no value of source.naming (there are:"),
        ({"claim.words": {"min": "three"}}, "claim.words is a number, not 'three'"),
    ],
)
def test_a_value_that_a_fact_never_has_is_reported(when: dict[str, object], reason: str) -> None:
    """Where a fact has a closed list of values, another value is a fault, with the value that may have been meant."""
    (said,) = faults_of(evolve(CARDS["weasel"], when=when, excepts=(), softens=()))
    assert said.startswith(reason)


def test_a_fault_of_a_card_stands_on_its_line() -> None:
    """The line of a fault is that of the fact or the value as it is written, not that of the file's head."""
    card = evolve(CARDS["weasel"], when={"record.sourcing": "unamed-only"}, place=Place("house/x.toml", 1))
    texts = {"house/x.toml": 'kind = "audit"\n\n[when]\n"record.sourcing" = "unamed-only"\n'}
    assert next(fault.line for fault in check_cards([card], load_pack(default_rules()), texts)) == 4


def faults_of(*cards: AuditCard) -> list[str]:
    """What is wrong with some cards among the shipped rules."""
    return [fault.reason for fault in check_cards(cards, load_pack(default_rules()), {})]
