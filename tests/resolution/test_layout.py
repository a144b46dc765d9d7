"""Sentences and quotations in units."""

from provenance.resolution.layout import read_layout
from provenance.tokens.symbols import Symbol

SYMBOLS = f"{Symbol.PERSON}v{Symbol.OPEN}a{Symbol.STOP}b{Symbol.CLOSE}s{Symbol.STOP}{Symbol.BREAK}{Symbol.PRONOUN}"


def test_a_stop_inside_a_quotation_ends_no_sentence() -> None:
    """Only the stop behind the quotation ends the sentence, and a break right behind it counts no second time."""
    layout = read_layout(SYMBOLS)
    assert layout.sentence(7) == 0
    assert layout.sentence(10) == 1


def test_what_stands_between_marks_is_quoted() -> None:
    """Units between the marks are quoted, those around are not."""
    layout = read_layout(SYMBOLS)
    assert [layout.quoted(unit) for unit in (1, 3, 5, 7)] == [False, True, True, False]


def test_a_dateline_is_one_sentence_however_long() -> None:
    """Units that are no prose in a row end one sentence, and the next sentence begins behind the last of them."""
    layout = read_layout(f"{Symbol.VOID * 5}{Symbol.PERSON}v{Symbol.STOP}{Symbol.BREAK}{Symbol.PERSON}")
    assert layout.sentence(5) == 1
    assert layout.sentence_start(9) == 9
