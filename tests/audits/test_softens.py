"""Circumstances in which a finding weighs less than its card says."""

import pytest
from attrs import evolve

from provenance.audits.engine import run_audits
from provenance.listing.hiding import hide_finding
from provenance.model import Severity
from provenance.policy.rulings import Ruling, grade_card
from provenance.rulebook.remedies import generalise
from provenance.rulebook.schema import Weight
from tests.factories import CARDS, LISTS, Said, make_parse

TEXT = "{c1:It is all over now}, {s1:analysts} {q1:told} reporters."


def weigh(descriptor: str) -> Severity:
    """Give the severity of a claim that rests on unnamed people so described."""
    (finding,) = run_audits(make_parse(TEXT, Said("1", descriptor=descriptor)), [CARDS["anon-only-claim"]], LISTS)
    return finding.severity


def test_a_circumstance_of_the_card_softens() -> None:
    """What a crowd says weighs less than what an official says."""
    assert weigh("EU official") is Severity.ERROR
    assert weigh("analysts") is Severity.NOTE


@pytest.mark.parametrize(
    ("house", "softened"),
    [(Severity.NOTE, {Severity.NOTE}), (Severity.WARNING, {Severity.NOTE, Severity.WARNING})],
)
def test_the_house_sets_the_severity_and_never_hardens_what_is_softened(
    house: Severity, softened: set[Severity]
) -> None:
    """A severity of the settings replaces the card's; what the card softens stays as soft, and weighs no more than the house says."""
    card = evolve(CARDS["anon-only-claim"], severity=Severity.ERROR)
    graded = grade_card(Ruling(card, Weight(house), "provenance.toml:1"))
    assert graded.severity is house
    assert {soften.severity for soften in graded.softens} == softened


def test_every_softening_is_shown_by_a_failing_text() -> None:
    """Each severity that a card softens to is a fact of one of its failing texts."""
    for card in CARDS.values():
        shown = {example.facts.get("severity") for example in card.fails}
        assert {soften.severity.value for soften in card.softens} <= shown


def test_a_circumstance_may_bring_a_remedy_of_its_own() -> None:
    """What to do about a crowd is another thing than what to do about an official, with and without the words of the article."""
    card = CARDS["anon-only-claim"]
    crowd, official = (
        run_audits(make_parse(TEXT, Said("1", descriptor=descriptor)), [card], LISTS)[0]
        for descriptor in ("analysts", "EU official")
    )
    assert (crowd.remedy_of, official.remedy_of) == ("crowd", None)
    assert crowd.remedy != official.remedy
    hidden = [hide_finding(one, CARDS).remedy for one in (crowd, official)]
    assert hidden == [generalise(card.remedy_in("crowd")), card.general_remedy]
    assert len(set(hidden)) == 2
