"""The words of findings."""

import pytest

from provenance.audits.messages import fill_message, shorten
from provenance.audits.subject import Context, Hit
from provenance.model import Role
from tests.factories import NOBODY, OFFICIAL, Said, make_parse, outlet


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("It is over,", "It is over"),
        ('"It is\n over,"', "It is over"),
        ("that it is over", "it is over"),
        ("word " * 30, "word " * 13 + "word …"),
    ],
)
def test_words_of_the_article_are_put_on_one_short_line(words: str, short: str) -> None:
    """Line breaks, quotation marks around and a leading *that* go; long words are cut between words."""
    assert shorten(words) == short


def test_a_chain_shows_the_unnamed_with_a_star() -> None:
    """The reader stands on the left, the origin on the right."""
    said = Said("1", (outlet("UNN", Role.PUBLISHER), outlet("Reuters"), OFFICIAL))
    subject = Context(make_parse("{c1:It is over}, {s1:an EU official} said.", said)).claims[0]
    filled = fill_message("{chain} | {relay} | {origin} | {links}", Hit(subject, subject.claim))
    assert filled == "UNN < Reuters < EU official* | Reuters | EU official | 3"


def test_a_source_that_is_not_stated_is_a_question_mark() -> None:
    """Nobody has no name."""
    subject = Context(make_parse("{c1:It} {q1:reportedly} {c1:broke}.", Said("1", (NOBODY,)))).claims[0]
    assert fill_message("{chain}: {claim}, {cue}", Hit(subject, subject.claim)) == "?: It ... broke, reportedly"


def test_an_audit_may_fill_places_of_its_own() -> None:
    """Words that the audit brings along win."""
    subject = Context(make_parse("{c1:It is over}, {s1:an aide} said.", Said("1"))).claims[0]
    assert fill_message("{single} {claim}", Hit(subject, subject.claim, words={"single": "x"})) == "x It is over"
