"""Examples with tags."""

import pytest

from provenance.model import Span
from provenance.rulebook.tagged import parse_tagged


def words(marked: str) -> list[tuple[str, str]]:
    """Give the tags of `marked`, each with the words it holds."""
    tagged = parse_tagged(marked)
    return [(name, span.of(tagged.text)) for name, span in tagged.spans]


def test_tags_are_taken_out_and_their_spans_index_the_plain_text() -> None:
    """The plain text is what a reader would see, and every span stands for the tagged words in it."""
    tagged = parse_tagged("{cue:According to} {source:the clerk}, {content:it rained}.")
    assert tagged.text == "According to the clerk, it rained."
    assert tagged.spans == (("cue", Span(0, 12)), ("source", Span(13, 22)), ("content", Span(24, 33)))


def test_tags_nest() -> None:
    """A tag may stand inside another one; the outer one comes first."""
    assert words("{content:it, {source:he} said, rained}") == [("content", "it, he said, rained"), ("source", "he")]


def test_the_same_tag_may_come_twice() -> None:
    """Content in two pieces is two tags of one name."""
    assert words("{content:It}, he said, {content:rained}") == [("content", "It"), ("content", "rained")]


def test_escaped_braces_are_text() -> None:
    """A backslash makes a brace, and a backslash, mean itself."""
    assert parse_tagged(r"\{a\} \\ {x:b\}c}").text == r"{a} \ b}c"


def test_a_text_without_tags_is_itself() -> None:
    """A text that tags nothing has no spans."""
    assert parse_tagged("It rained.").spans == ()


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("{cue:said", "never closed"),
        ("he said}", "closes no tag"),
        ("{ said}", "opens no tag"),
        ("{Cue:said}", "opens no tag"),
        ("{cue:}", "empty"),
    ],
)
def test_a_wrong_brace_has_a_reason(marked: str, reason: str) -> None:
    """Every brace that is neither a tag's nor escaped is refused with a reason."""
    with pytest.raises(ValueError, match=reason):
        parse_tagged(marked)
