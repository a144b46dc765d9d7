"""Classes: sets of selectors as single characters."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.pipeline import default_rulebook
from provenance.tokens.classes import Classifier, Vocabulary
from provenance.tokens.selectors import Selectors
from provenance.tokens.traits import BLANK, BREAK, MARK, STOPPED, any_of, trait_character, traits_of


def _by_case(surface: str, *, known: bool) -> Selectors:  # noqa: ARG001  the protocol's names
    return "9" if surface[0].isupper() else "8"


def _classifier() -> Classifier:
    words = {"say": "1", "report": "12"}
    names = {"May": "3"}
    return Classifier(Vocabulary(words, names, {}, _by_case))


def test_words_with_the_same_selectors_share_a_class() -> None:
    """A class stands for exactly one set of selectors."""
    classifier = _classifier()
    assert classifier.class_of("house") == classifier.class_of("tree")
    assert classifier.class_of("say") != classifier.class_of("report")
    assert classifier.class_of("Say") != classifier.class_of("say")


def test_names_keep_their_spelling() -> None:
    """A name is one only as it is written."""
    classifier = _classifier()
    assert classifier.class_of("May") != classifier.class_of("MAY")
    assert classifier.class_of("MAY") == classifier.class_of("TREE")


def test_after_freezing_no_class_is_made() -> None:
    """A set of selectors that nobody met while patterns were compiled gets the class that is nearest."""
    classifier = _classifier()
    classifier.frozen = True
    known = set(classifier.class_selectors())
    assert classifier.character_of("1278") in known
    assert classifier.character_of("1278") == classifier.class_of("report")


@given(st.text(min_size=1, max_size=12).filter(lambda piece: bool(piece.strip())))
def test_white_space_behind_a_word_is_no_part_of_it(surface: str) -> None:
    """A piece has the class and traits of its word."""
    classifier = default_rulebook().classifier
    word = surface.strip()
    assert classifier[word] == classifier[word + "  "]


def test_traits_tell_marks_stops_and_breaks_apart() -> None:
    """Each kind of token that stages look for has its trait."""
    assert traits_of("word") == 0
    assert traits_of(",") == MARK
    assert traits_of("U.S.") == STOPPED
    assert traits_of("\n") == BREAK
    assert traits_of("\n \n") == BREAK | BLANK
    assert trait_character(MARK) in any_of(MARK | BREAK)
    assert trait_character(STOPPED) not in any_of(MARK)
