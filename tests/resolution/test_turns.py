"""Tests of turns: who only asks, and what in a turn is the speaker's."""

from provenance import audit_text
from provenance.model import Attribution, text_of

TALK = (
    "Ana Reyes and Paul Lind met.\n\nLIND: Will it sail?\n\nREYES: It will. I think that it is safe. Is that not enough?\n\n"
    "LIND: And when?\n\nREYES: In May."
)


def attributions(text: str) -> tuple[Attribution, ...]:
    """What is attributed in a text."""
    return audit_text(text).parse.attributions


def test_who_only_asks_asserts_nothing() -> None:
    """All turns of the interviewer are questions; one question of somebody who answers is none of an interviewer's."""
    asserts = ["unasserted" not in found.signals for found in attributions(TALK)]
    assert asserts == [False, True, False, True]


def test_first_person_stance_is_part_of_the_turn() -> None:
    """*I think* inside a turn makes no attribution of its own."""
    assert "I" not in [text_of(found.source.spans, TALK) for found in attributions(TALK) if found.source]


def test_a_question_under_q_is_no_claim() -> None:
    """Only answers are attributed."""
    text = "Ana Reyes talked to us.\n\nQ: Will it sail?\n\nA: I hope so.\n\nQ: When?\n\nA: In May."
    assert [text_of(found.content, text) for found in attributions(text)] == ["I hope so.", "In May."]
