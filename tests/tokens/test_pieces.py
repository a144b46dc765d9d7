"""How a text is cut into tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.pipeline import default_rulebook
from provenance.tokens import read_surfaces, read_tokens
from provenance.tokens.symbols import Symbol

TEXTS = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="aB.,'’-–& \n\r\t\x0b\u2028\xa0\u2009“”@#1U\ufeff", max_size=120),
    st.lists(st.sampled_from(["Mr.", "U.S.", "don't", "AT&T", "O'Brien", "1,000", "F. Smith", "well-known", "a.m.", "...", "  "]))
    .map(" ".join),
)  # fmt: skip


@given(TEXTS)
def test_pieces_join_back_to_the_text(text: str) -> None:
    """Between two tokens, before the first and behind the last there is white space only."""
    tokens = read_tokens(text, default_rulebook().classifier)
    end = 0
    for surface, start in zip(tokens.surfaces, tokens.starts, strict=True):
        assert start >= end
        assert not text[end:start].strip()
        end = start + len(surface)
    assert not text[end:].strip()


@given(TEXTS)
def test_offsets_are_exact(text: str) -> None:
    """A token stands in the text where its offset says, and a token is never empty."""
    tokens = read_tokens(text, default_rulebook().classifier)
    for i, surface in enumerate(tokens.surfaces):
        assert surface
        assert text[tokens.starts[i] : tokens.end(i)] == surface


@given(TEXTS)
def test_classes_and_traits_run_in_parallel(text: str) -> None:
    """Every token has one class character and one trait character, and white space is a break or goes on a phrase."""
    tokens = read_tokens(text, default_rulebook().classifier)
    assert len(tokens.surfaces) == len(tokens.starts) == len(tokens.classes) == len(tokens.traits)
    for surface, character in zip(tokens.surfaces, tokens.classes, strict=True):
        assert not surface.isspace() or character in {Symbol.BREAK, Symbol.CONTINUED}


@given(TEXTS)
def test_every_line_break_is_a_token(text: str) -> None:
    """Where `splitlines` ends a line in the middle of a text there is a token of white space."""
    tokens = read_tokens(text, default_rulebook().classifier)
    breaks = "".join(surface for surface in tokens.surfaces if surface.isspace())
    ends = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
    assert [c for c in breaks if c in ends] == [c for c in text if c in ends]


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    """What was met before changes nothing."""
    first, second = (read_tokens(text, default_rulebook().classifier) for _ in range(2))
    assert (first.surfaces, first.starts, first.classes) == (second.surfaces, second.starts, second.classes)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Mr. Smith left.", ["Mr.", "Smith", "left", "."]),
        ("the U.S. and J.D. Vance", ["the", "U.S.", "and", "J.D.", "Vance"]),
        ("John F. Smith", ["John", "F.", "Smith"]),
        ("Plan F. it is", ["Plan", "F", ".", "it", "is"]),
        ("They don't know O'Brien's dog", ["They", "don't", "know", "O'Brien", "'s", "dog"]),
        ("AT&T, well-known", ["AT&T", ",", "well-known"]),
        ("2.5bn or 1,000.", ["2.5bn", "or", "1,000", "."]),
        ("''Yes...'' -- she", ["''", "Yes", "...", "''", "--", "she"]),
        ("@reyes #vote", ["@reyes", "#vote"]),
        ("Jan. 5, No. 3", ["Jan.", "5", ",", "No.", "3"]),
        ("told harbour.com. It", ["told", "harbour.com", ".", "It"]),
        ("see quay.co.uk/news/1, then", ["see", "quay.co.uk/news/1", ",", "then"]),
        ("left.In", ["left", ".", "In"]),
    ],
)
def test_words_are_cut_as_english_writes_them(text: str, tokens: list[str]) -> None:
    """Abbreviations keep their stop, clitics stand alone, names, numbers and handles stay whole."""
    assert read_surfaces(text) == tokens
