"""Q01: quotations without a speaker."""

import pytest

from tests.factories import audit, hits, make_parse

RULE = "quote-orphan"


@pytest.mark.parametrize(
    "quoted", ['"It will never pass here."', "“We will never go back!”", "«It is far too late now.»"]
)
def test_a_quoted_sentence_without_a_speaker_is_an_error(quoted: str) -> None:
    """The finding rests on the quotation with its marks, whatever marks they are."""
    assert hits(RULE, f"It rained.\n\n{{orphan:{quoted}}}\n\nIt stopped.") == [quoted]


def test_the_finding_belongs_to_the_record_of_the_quotation() -> None:
    """An orphan quotation has a record and no attribution."""
    (finding,) = audit(RULE, make_parse('It rained. {orphan:"It will never pass here."}'))
    assert (finding.record, finding.attribution) == ("r100", None)


@pytest.mark.parametrize(
    "quoted",
    ['"No."', '"the coalition of the willing"', '"a long walk by the cold river"', '"Four Weddings, a Funeral"'],
)
def test_labels_and_scare_quotes_pass(quoted: str) -> None:
    """A few words, and a phrase that is no sentence, are not utterances."""
    assert hits(RULE, f"It rained on {{orphan:{quoted}}} all day.") == []
