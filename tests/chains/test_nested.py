"""Which claims inside a claim are attributions of their own, on texts made for it."""

import pytest

from provenance import audit_text


def chains_of(text: str) -> list[str]:
    """The chains of the attributions of a text, in text order, as `A > B`."""
    return [" > ".join(hop.entity or "?" for hop in a.chain) for a in audit_text(text).parse.attributions]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reyes said that Jon Berg told her that the harbour is safe.",
        "Ana Reyes said that Jon Berg supports the levy.",
        "Ana Reyes said that Jon Berg is ready to sign the treaty.",
        '"Jon Berg said that the quay will fall," Ana Reyes said.',
    ],
)
def test_speech_and_positions_inside_a_claim_count(text: str) -> None:
    """What another party said, and where it stands, is a claim of that party that somebody passed on."""
    assert "Ana Reyes > Jon Berg" in chains_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reyes said that Jon Berg knew that the quay would fall.",
        "Ana Reyes said that Jon Berg thinks the harbour is safe.",
        "Ana Reyes said that Jon Berg did not say that the quay will fall.",
        '"Jon Berg rejected the levy," Ana Reyes said.',
        '"One look shows that the quay will fall," Ana Reyes said.',
    ],
)
def test_thoughts_of_others_are_part_of_the_claim(text: str) -> None:
    """What another thinks or knows, did not say, or did inside a quotation, makes no claim of his own."""
    assert chains_of(text) == ["Ana Reyes"]
