"""Who asserts nothing: claims that only say what is not known."""

import pytest

from provenance import audit_text


def sourcing_of(text: str) -> list[str]:
    """What the records of a text rest on."""
    return [record.sourcing.value for record in audit_text(text).parse.records]


@pytest.mark.parametrize(
    "text",
    [
        "It is unclear whether the pier was sold, said a source.",
        "An official said that it was not immediately known who had sold the pier.",
        "It isn't clear how the fire began, an aide said.",
    ],
)
def test_what_is_not_known_needs_no_source(text: str) -> None:
    """A claim that opens with *it is unclear whether* states nothing that a source could vouch for."""
    assert sourcing_of(text) == ["author"]


@pytest.mark.parametrize(
    "text",
    [
        "It was clear who had sold the pier, said a source.",
        "An official said the mayor did not know who had sold the pier.",
        "An official said the pier was shut, although it is unclear whether the mayor knew.",
    ],
)
def test_what_is_known_needs_one(text: str) -> None:
    """What is clear, what somebody does not know, and a claim with something open behind it are claims as any other."""
    assert sourcing_of(text)[0] == "unnamed-only"


@pytest.mark.parametrize(
    "text",
    ["The mayor may want to sell the pier.", "The mayor might argue that the pier is safe."],
)
def test_what_may_be_said_is_no_claim(text: str) -> None:
    """Nobody has said what somebody may say or want."""
    assert not audit_text(text).parse.attributions


def test_quoted_words_were_said() -> None:
    """*Could only say* with a quotation behind it tells what was said."""
    assert audit_text('The mayor could only say: "We have no money left for the pier."').parse.attributions
