"""What no reader takes for an attribution."""

import pytest

from provenance import audit_text
from provenance.model import text_of


def sources(text: str) -> list[str]:
    """The words of the sources in a text."""
    return [text_of(a.source.spans, text) for a in audit_text(text).parse.attributions if a.source]


@pytest.mark.parametrize(
    "text",
    [
        "The vote placed security fears at the centre of the race.",
        "They raised a war cry in the hall.",
        "The party won battleground states by a mile.",
        "Mass protests in the town broke out on Monday.",
    ],
)
def test_nouns_are_no_verbs(text: str) -> None:
    """A plain noun in the singular before a word that may be a noun is no source, ."""
    assert not sources(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The owner herself said the mine was safe.", "herself"),
        ("Lynch claims the mine is safe.", "Lynch"),
        ("Research shows the mine is safe.", "Research"),
    ],
)
def test_whoever_can_speak_stays(text: str, source: str) -> None:
    """Names, documents and *she herself* are sources before the same verbs."""
    assert source in sources(text)[0]


@pytest.mark.parametrize("label", ["The Latest", "Revealed", "Contributing"])
def test_a_rubric_says_nothing(label: str) -> None:
    """What stands before the colon of a headline is no source where it is a rubric."""
    assert not sources(f"{label}: Ferry Comes Home\n\nThe ferry came home on Monday.")


def test_a_content_begins_with_a_word_or_an_opening_mark() -> None:
    """Pictures and closing marks before a claim do not belong to it."""
    text = "😀 🎉 The ferry is back, the mayor said."
    assert text_of(audit_text(text).parse.attributions[0].content, text) == "The ferry is back"


def test_an_unknown_name_in_ly_is_a_name() -> None:
    """*Connerly* is a name and no adverb."""
    text = (
        "Olga Connerly won the vote. In May, Mrs. Connerly said the road was long. Connerly, who won, said it was late."
    )
    for attribution in audit_text(text).parse.attributions:
        assert attribution.source is not None
        assert attribution.source.entity == "Olga Connerly"


def test_places_behind_a_preposition_stay_with_their_group() -> None:
    """*Polls in Ohio and Virginia* is one source, though Virginia could be somebody."""
    assert sources("Recent polls in Ohio and Virginia show that the race is close.") == [
        "Recent polls in Ohio and Virginia"
    ]
