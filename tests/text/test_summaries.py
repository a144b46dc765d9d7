"""Summaries above the body."""

from provenance.pipeline import audit_text

ARTICLE = """Port to be sold

ABSTRACT.

The port will be sold, an official said.

FULL TEXT.

The harbour official Bo Lind said the port would be sold. The mayor was not told.
"""


def test_what_stands_above_the_words_full_text_is_a_summary() -> None:
    """The lead is the first paragraph behind it, and nobody is missed in it."""
    result = audit_text(ARTICLE)
    parse = result.parse
    assert parse.summary is not None
    assert parse.lead is not None
    assert parse.summary.of(ARTICLE) == "The port will be sold, an official said."
    assert parse.lead.of(ARTICLE).startswith("The harbour official")
    assert not [finding for finding in result.findings if finding.code == "A01"]


def test_without_those_words_there_is_no_summary() -> None:
    """A first paragraph is the lead, whatever label stands above it."""
    parse = audit_text(ARTICLE.replace("FULL TEXT.", "")).parse
    assert parse.summary is None
    assert parse.lead is not None
    assert parse.lead.of(ARTICLE) == "The port will be sold, an official said."
