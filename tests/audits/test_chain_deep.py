"""C01: chains of three links or more."""

from provenance.model import Kind, Role
from tests.factories import REYES, Said, audit, hits, hop, make_parse, outlet

RULE = "chain-deep"
TEXT = "{c1:The dam will burst}, {s1:Ana Reyes} told {r1:Reuters}."
PUBLISHER = outlet("UNN", Role.PUBLISHER)


def test_three_links_are_deep() -> None:
    """Publisher, relay and origin are links, and the message shows the whole chain."""
    parse = make_parse(TEXT, Said("1", (PUBLISHER, outlet("Reuters"), REYES)))
    (finding,) = audit(RULE, parse)
    assert finding.message == "'The dam will burst' comes through 3 links: UNN < Reuters < Ana Reyes."
    assert "Reuters" in [span.of(parse.article.text) for span in finding.related]


def test_two_links_are_not_deep() -> None:
    """One relay and an origin are second-hand, not deep."""
    assert hits(RULE, TEXT, Said("1", (outlet("Reuters"), REYES))) == []


def test_a_medium_is_no_link() -> None:
    """A statement or a post through which somebody speaks does not lengthen the way."""
    medium = hop("statement", Kind.DOCUMENT, role=Role.MEDIUM)
    assert hits(RULE, TEXT, Said("1", (PUBLISHER, outlet("Reuters"), medium))) == []


def test_a_minister_who_states_his_governments_position_is_no_further_link() -> None:
    """A person and the government he speaks for count once, but a longer chain is still deep."""
    position = (hop("Ana Reyes", role=Role.RELAY), hop("Norway", Kind.GOVERNMENT))
    assert hits(RULE, TEXT, Said("1", (PUBLISHER, *position))) == []
    assert hits(RULE, TEXT, Said("1", (PUBLISHER, outlet("Reuters"), *position))) == ["The dam will burst"]
