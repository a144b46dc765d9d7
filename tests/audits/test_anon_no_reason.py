"""A04: no reason given for anonymity."""

from provenance.model import Severity
from tests.factories import OFFICIAL, Said, audit, hits, make_parse, outlet

RULE = "anon-no-reason"
TEXT = "{c1:It is over}, {s1:an EU official} said."
TWICE = TEXT + " {c2:It will not come back}, {s2:the official} said."


def test_an_unnamed_source_without_a_reason_is_flagged() -> None:
    """The finding rests on the words for the source."""
    assert hits(RULE, TEXT, Said("1")) == ["an EU official"]


def test_each_source_is_flagged_once() -> None:
    """Only the first citation of a source raises the finding."""
    assert hits(RULE, TWICE, Said("1"), Said("2")) == ["an EU official"]


def test_a_reason_given_anywhere_is_enough() -> None:
    """A reason at a later citation of the same source counts for all of them."""
    assert hits(RULE, TWICE, Said("1"), Said("2", reason="because he feared for his job")) == []


def test_anonymity_that_another_outlet_granted_is_only_a_note() -> None:
    """The article that relays the source did not decide about its anonymity."""
    (finding,) = audit(RULE, make_parse(TEXT, Said("1", (outlet("Reuters"), OFFICIAL))))
    assert finding.severity is Severity.NOTE


def test_crowds_and_spokespeople_need_no_reason() -> None:
    """Analysts were granted nothing, and a spokesperson speaks for a named body."""
    assert hits(RULE, TEXT, Said("1", descriptor="analysts")) == []
    assert hits(RULE, TEXT, Said("1", on_behalf_of="Interior Ministry")) == []
