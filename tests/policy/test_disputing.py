"""From a finding that is wrong to a text that keeps it."""

import tomllib

from attrs import evolve

from provenance.model import AuditResult, Span
from provenance.policy.disputing import open_file, write_dispute
from provenance.rulebook.tagged import parse_tagged


def test_any_text_comes_back(made_result: AuditResult) -> None:
    """Braces, backslashes, quotation marks and line ends in an article survive the way into the file and back."""
    text = 'A {brace}, a \\ and "marks"\nhere.'
    finding = evolve(made_result.findings[0], spans=(Span(2, 9),))
    written = open_file("weasel") + write_dispute(finding, text, Span(0, len(text)), 'for a "reason"')
    (dispute,) = tomllib.loads(written)["dispute"]
    tagged = parse_tagged(dispute["text"])
    assert tagged.text == text
    assert tagged.spans == (("wrong", Span(2, 9)),)
    assert dispute["reason"] == 'for a "reason"'
