"""A09: openings that rest only on unnamed sources."""

import pytest

from provenance.model import Form
from tests.factories import REYES, Said, hits

RULE = "anon-lead"


@pytest.mark.parametrize("place", ["headline", "lead"])
def test_a_claim_in_a_prominent_place_is_flagged(place: str) -> None:
    """Headline and lead must not rest on unnamed sources alone."""
    text = f"{{{place}:{{c1:The minister will go}}, {{s1:an aide}} said}}\n\nIt rained."
    assert hits(RULE, text, Said("1")) == ["The minister will go"]


def test_a_claim_in_the_body_is_not_flagged() -> None:
    """Further down it is a matter for other rules."""
    assert hits(RULE, "{lead:It rained.}\n\n{c1:The minister will go}, {s1:an aide} said.", Said("1")) == []


def test_the_first_quotation_is_a_prominent_place() -> None:
    """The first words quoted in an article are not those of an unnamed source."""
    text = '{lead:It rained.}\n\n{c1:"He will go,"} {s1:an aide} said.\n\n{c2:"He must go,"} {s2:an aide} said.'
    first, second = Said("1", form=Form.DIRECT), Said("2", form=Form.DIRECT)
    assert hits(RULE, text, first, second) == ['"He will go,"']


def test_named_support_excuses_the_lead() -> None:
    """A lead that a named source confirms further down rests on that source too."""
    text = "{lead:{c1:The minister will go}, {s1:an aide} said.}\n\n{c2:The minister goes}, {s2:Ana Reyes} said."
    assert hits(RULE, text, Said("1", supported_by=("r2",)), Said("2", (REYES,))) == []
