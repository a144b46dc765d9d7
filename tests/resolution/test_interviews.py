"""Tests of who answers in an interview in question-and-answer form."""

import pytest

from provenance import audit_text
from provenance.model import Naming, Source

QUESTIONS = "\n\nQ: Will the ferry sail?\n\nA: I hope that it will.\n\nQ: When?\n\nA: In May."


def answerer(introduction: str, questions: str = QUESTIONS) -> Source:
    """The source of the first answer."""
    source = audit_text(introduction + questions).parse.attributions[0].source
    assert source is not None
    return source


@pytest.mark.parametrize(
    "introduction",
    [
        "The Harbour Post interviewed Ana Reyes on the pier.",
        "Olga Lindt runs the port. Ana Reyes talked to us about the ferry.",
        "Ana Reyes grew up on the island. Her father Carl built boats. She spoke to us on Monday.",
        "Ana Reyes wrote a book. Reyes was born on the island.",
    ],
)
def test_answers_are_the_words_of_who_is_interviewed(introduction: str) -> None:
    """The introduction says, or shows by whom it speaks of, who answers."""
    assert answerer(introduction).entity == "Ana Reyes"


def test_answers_to_readers_are_the_authors() -> None:
    """Where nobody was interviewed and no answer says *I*, nobody but the author answers."""
    source = answerer(
        "The mayor Ana Reyes opened the pier.", "\n\nQ: Is it free?\n\nA: It is.\n\nQ: When?\n\nA: Daily."
    )
    assert source.naming is Naming.AUTHOR
