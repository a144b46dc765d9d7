"""C02: other outlets' claims on unnamed sources."""

from provenance.model import Role
from tests.factories import OFFICIAL, REYES, Said, hits, hop, outlet

RULE = "relay-anon"
TEXT = "{r1:Reuters} writes, citing {s1:an EU official}, {c1:that the loan will be stopped}."


def test_an_outlets_unnamed_source_is_an_error() -> None:
    """The finding rests on the claim."""
    assert hits(RULE, TEXT, Said("1", (outlet("Reuters"), OFFICIAL))) == ["that the loan will be stopped"]


def test_own_unnamed_sources_and_named_origins_are_other_matters() -> None:
    """Without a relaying outlet, or with a named origin, nothing is taken over blindly."""
    assert hits(RULE, TEXT, Said("1")) == []
    assert hits(RULE, TEXT, Said("1", (outlet("Reuters"), REYES))) == []
    assert hits(RULE, TEXT, Said("1", (outlet("UNN", Role.PUBLISHER), OFFICIAL))) == []


def test_a_person_is_no_outlet() -> None:
    """A person who passes an official's words on is another rule's matter."""
    assert hits(RULE, TEXT, Said("1", (hop("Ana Reyes", role=Role.RELAY), OFFICIAL))) == []


def test_own_confirmation_excuses_the_relay() -> None:
    """A claim that the article says it confirmed is its own."""
    assert hits(RULE, TEXT, Said("1", (outlet("Reuters"), OFFICIAL), signals=frozenset({"confirmed"}))) == []
