"""Tests of what is nobody's words in conversations and live blogs."""

import pytest

from provenance.text.asides import find_directions, find_initials
from provenance.text.structure import find_blocks

TALK = "The two met on the pier.\n\nLIND: Will it sail?\n\nREYES: Yes. {}\n\nLIND: When?\n\nREYES: In May."
BLOG = "Storm: live\n\n14:32 The pier is closed, the mayor says. {}\n\n14:10 The boats are in."


@pytest.mark.parametrize(
    "words",
    [
        "(Applause.)",
        "[laughs]",
        "(LAUGHTER AND CHEERING)",
        "[CROSSTALK].",
        "(END VIDEO CLIP)",
        "[00:14:05]",
        "(loud laughter)",
    ],
)
def test_stage_directions_and_time_codes_are_found_in_a_conversation(words: str) -> None:
    """What a transcript says was heard, and when, is no part of a turn."""
    text = TALK.format(words)
    assert [text[s.start : s.end] for s in find_directions(text, find_blocks(text))] == [words]


@pytest.mark.parametrize("words", ["(the ferry)", "[sic]", "(May 10)", "(in Lind)"])
def test_other_brackets_belong_to_the_turn(words: str) -> None:
    """A remark in brackets is what the speaker said, or an editor's help."""
    text = TALK.format(words)
    assert find_directions(text, find_blocks(text)) == []


def test_a_text_without_turns_has_no_stage_directions() -> None:
    """A review that mentions (laughter) is no transcript."""
    text = "The mayor spoke. (Laughter.) Then she left."
    assert find_directions(text, find_blocks(text)) == []


@pytest.mark.parametrize("words", ["– PL", "(mr)", "[OL]"])
def test_initials_close_a_post(words: str) -> None:
    """A reporter's initials at the end of a post are found."""
    text = BLOG.format(words)
    assert [text[s.start : s.end] for s in find_initials(text, find_blocks(text))] == [words]


def test_initials_stand_in_live_blogs_only() -> None:
    """Without times of day, letters at the end of a paragraph belong to it."""
    text = "The pier is closed, the mayor says. (mr)\n\nThe boats are in."
    assert find_initials(text, find_blocks(text)) == []
