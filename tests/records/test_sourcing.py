"""What a claim rests on."""

import pytest

from provenance import audit_text


def sourcing_of(text: str) -> list[str]:
    """The sourcing of every record of a text."""
    return [record.sourcing.value for record in audit_text(text).parse.records]


@pytest.mark.parametrize(
    ("text", "sourcing"),
    [
        ("Ana Reyes said that the harbour is safe.", "named"),
        ("Two officials said that the harbour is safe.", "unnamed-only"),
        ("Two officials told the BBC that the harbour is safe.", "unnamed-only"),
        ("The harbour was reportedly sold.", "none"),
    ],
)
def test_origin_decides(text: str, sourcing: str) -> None:
    """The origin decides what a claim rests on; an outlet that passes it on vouches for nothing."""
    assert sourcing_of(text) == [sourcing]


def test_named_speaker_vouches_for_whom_he_passes_on() -> None:
    """A named person who passes on an unnamed one answers for the claim."""
    assert "unnamed-only" not in sourcing_of("Ana Reyes said that two officials told her the harbour is safe.")


def test_named_support_elsewhere_is_enough() -> None:
    """A claim that a named source makes too no longer rests on unnamed ones alone."""
    text = (
        "Two officials said that the harbour bridge will be sold to a bank in May.\n\n"
        "Ana Reyes said that the harbour bridge will be sold to a bank in May."
    )
    assert sourcing_of(text) == ["mixed", "named"]


def test_contradiction_is_no_support() -> None:
    """A named source who says the opposite supports nothing."""
    text = (
        "Two officials said that the harbour bridge will be sold to a bank in May.\n\n"
        "Ana Reyes said that the harbour bridge will not be sold to a bank in May."
    )
    assert sourcing_of(text)[0] == "unnamed-only"


def test_demand_rests_on_nobody() -> None:
    """Somebody unnamed who asks for something asserts nothing."""
    assert "unnamed-only" not in sourcing_of("Two officials asked whether the harbour is safe.")


@pytest.mark.parametrize(
    "text",
    [
        "Two officials did not dispute that the harbour is safe.",
        "If two officials say that the harbour is safe, the mayor will leave.",
        "Two officials should say that the harbour is safe.",
        "Two officials criticised the sale of the harbour.",
        "A BBC reporter said that the harbour is safe.",
        "The harbour is safe, according to traders and regulatory data.",
    ],
)
def test_nothing_rests_on_what_nobody_claimed(text: str) -> None:
    """What is denied, supposed, wished or only spoken of is no claim; newsrooms and papers are no unnamed people."""
    assert "unnamed-only" not in sourcing_of(text)


def test_confirmed_fact_is_a_claim() -> None:
    """A bare noun group behind a verb that states facts is a claim."""
    assert sourcing_of("Two officials confirmed the sale of the harbour.") == ["unnamed-only"]
