"""Sets of classes as numbers."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.pipeline import default_rulebook
from provenance.rulebook.charsets import CharacterSets, bits
from provenance.rulebook.language import Literal
from provenance.tokens.selectors import selector
from provenance.tokens.symbols import Symbol


@given(st.sets(st.integers(0, 300)))
def test_bits_are_the_places_of_a_number(places: set[int]) -> None:
    """A set of places survives being written as a number."""
    assert list(bits(sum(1 << place for place in places))) == sorted(places)


def test_a_frequent_word_is_no_anchor() -> None:
    """Noun groups are taken for more frequent than commas, commas than a word that hardly occurs."""
    sets = CharacterSets(default_rulebook().classifier, {Literal("zz"): selector(10**5)})
    comma = 1 << sets.characters.index(default_rulebook().classifier.class_of(","))
    rare = 1 << sets.characters.index(default_rulebook().classifier.class_of("extradite"))
    assert sets.frequency(sets.of_symbol(Symbol.THING)) > sets.frequency(comma) > sets.frequency(rare) > 0
