"""Listed phrases in running tokens."""

from provenance.tokens.classes import Classifier, Vocabulary
from provenance.tokens.phrases import Phrase
from provenance.tokens.pieces import Tokens, read_tokens
from provenance.tokens.symbols import Symbol

PLAIN, EXACT, LONG = "1", "2", "3"


def _no_shape(surface: str, *, known: bool) -> str:  # noqa: ARG001  the protocol's names
    return ""


def _classifier() -> Classifier:
    phrases: dict[tuple[str, str], list[Phrase]] = {
        ("white", "house"): [(("White", "House", "Post"), LONG, True), (("White", "House"), EXACT, True)],
        ("as", "well"): [(("as", "well"), PLAIN, False)],
        ("well", "off"): [(("well", "off"), PLAIN, False)],
        ("it's", "on"): [(("it's", "on"), PLAIN, False)],
    }
    return Classifier(Vocabulary({"white": "4"}, {}, phrases, _no_shape))


def _read(text: str) -> Tokens:
    return read_tokens(text, _classifier())


def _joined(text: str) -> list[bool]:
    return [character == Symbol.CONTINUED for character in _read(text).classes]


def test_a_phrase_is_one_word_with_what_continues_it() -> None:
    """The first token of a phrase has the phrase's class, the others continue it."""
    assert _joined("the White House said") == [False, False, True, False]


def test_the_longest_phrase_wins() -> None:
    """Of two phrases that begin alike the longer one is taken where it fits, else the shorter one."""
    assert _joined("White House Post") == [False, True, True]
    assert _joined("White House Press") == [False, True, False]


def test_names_count_as_written_only() -> None:
    """A phrase of names matches its own spelling, any other phrase every spelling."""
    assert _joined("a white house") == [False, False, False]
    assert _joined("AS WELL") == [False, True]


def test_phrases_never_overlap() -> None:
    """Words that belong to one phrase begin no other."""
    assert _joined("as well off") == [False, True, False]


def test_a_phrase_goes_on_in_the_next_line_but_not_behind_a_blank_one() -> None:
    """The end of a wrapped line inside a phrase belongs to the phrase."""
    assert _joined("the White\nHouse said") == [False, False, True, True, False]
    assert _joined("the White\n\nHouse said") == [False, False, False, False, False]


def test_no_phrases_change_nothing() -> None:
    """A text without phrases keeps its classes."""
    assert Symbol.CONTINUED not in _read("White walls of a house").classes
