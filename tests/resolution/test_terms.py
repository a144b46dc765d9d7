"""What the article says of how an unnamed source spoke, and why."""

from provenance import audit_text
from provenance.model import Source


def last_source(text: str) -> Source:
    """The source of the attribution that stands last."""
    source = audit_text(text).parse.attributions[-1].source
    assert source is not None
    return source


def test_terms_of_anonymity_belong_to_the_record() -> None:
    """Terms and reason are read from the sentence."""
    text = "The talks had failed, said an aide, who spoke on condition of anonymity because she feared for her job."
    source = last_source(text)
    assert source.anonymity is not None
    assert "on condition of anonymity" in (source.anonymity.terms or "")
    assert (source.anonymity.reason or "").startswith("because")


def test_a_reason_ends_where_the_sentence_goes_on() -> None:
    """What the source said is no part of why it is not named."""
    text = "An aide asked not to be named as the topic is sensitive, the aide said, and told of the sale."
    reasons = [
        one.source.anonymity.reason
        for one in audit_text(text).parse.attributions
        if one.source and one.source.anonymity
    ]
    assert reasons
    assert set(reasons) == {"as the topic is sensitive"}


def test_a_reason_ends_where_the_terms_begin() -> None:
    """How the source spoke is no part of why it is not named."""
    text = "An aide, who was not authorized to speak publicly about the talks and spoke on condition of anonymity, said it was over."
    source = last_source(text)
    assert source.anonymity is not None
    assert source.anonymity.reason == "not authorized to speak publicly about the talks"


def test_a_reason_holds_the_terms_that_are_its_own() -> None:
    """*Not authorized* behind *because they were* is the reason, and does not end it."""
    text = "An aide, who was not named because they were not authorized to speak, said it was over."
    source = last_source(text)
    assert source.anonymity is not None
    assert source.anonymity.reason == "because they were not authorized to speak"
