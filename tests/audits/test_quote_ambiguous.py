"""Q03: speakers who may be several people."""

from provenance.model import Form
from tests.factories import REYES, Said, audit, hits, make_parse

RULE = "quote-ambiguous"
TEXT = "Peter met Paul. {c1:I agreed}, {s1:he} said."


def test_two_candidates_are_flagged_at_the_pronoun() -> None:
    """The message names everybody the pronoun may stand for."""
    parse = make_parse(TEXT, Said("1", (REYES,), candidates=("Peter", "Paul")))
    (finding,) = audit(RULE, parse)
    assert finding.spans[0].of(parse.article.text) == "he"
    assert finding.message == "'he' may be Peter or Paul: who says 'I agreed'?"


def test_one_candidate_passes() -> None:
    """A pronoun that was resolved is no finding."""
    assert hits(RULE, TEXT, Said("1", (REYES,), Form.DIRECT, candidates=("Ana Reyes",))) == []
