"""A02: sources that are described as nothing but sources."""

from provenance.model import Form, Naming, Number
from tests.factories import REYES, Said, hits, hop, outlet

RULE = "anon-bare"
TEXT = "{c1:The deal is off}, {s1:a source} said."
SOURCE = (hop("unnamed source", naming=Naming.UNNAMED),)


def test_a_bare_source_is_flagged_at_its_own_words() -> None:
    """The finding rests on the words for the source."""
    assert hits(RULE, TEXT, Said("1", SOURCE, specificity=0)) == ["a source"]


def test_any_description_is_enough() -> None:
    """A source with a body, a rank or a basis is not bare."""
    assert hits(RULE, TEXT, Said("1", SOURCE, specificity=1)) == []


def test_a_source_described_elsewhere_is_not_bare() -> None:
    """A second mention in fewer words inherits the description of the first."""
    text = "{c1:It is off}, {s1:a source in the ministry} said. {c2:It is over}, {s2:the source} said."
    assert hits(RULE, text, Said("1", SOURCE, specificity=1), Said("2", SOURCE, specificity=0)) == []


def test_crowds_are_left_to_another_rule() -> None:
    """Critics are vague, but nobody promised them anonymity."""
    critics = (hop("unnamed critics", naming=Naming.UNNAMED),)
    assert hits(RULE, TEXT, Said("1", critics, specificity=0)) == []


def test_a_named_speaker_may_talk_of_sources() -> None:
    """Sources inside somebody's own words are that speaker's matter."""
    text = '{c1:"{s2:Sources} tell me {c2:it is off},"} {s1:Ana Reyes} said.'
    inner = Said("2", (REYES, *SOURCE), specificity=0, nested_in="a1")
    assert hits(RULE, text, Said("1", (REYES,), Form.DIRECT), inner) == []


def test_an_outlet_that_cites_sources_does_not_excuse_them() -> None:
    """Inside a report of another outlet a bare source is still bare."""
    text = "{s1:Reuters} reported {c1:that {s2:sources} said {c2:it was off}}."
    inner = Said("2", (outlet("Reuters"), *SOURCE), number=Number.SEVERAL, specificity=0, nested_in="a1")
    assert hits(RULE, text, Said("1", (outlet("Reuters"),)), inner) == ["sources"]
