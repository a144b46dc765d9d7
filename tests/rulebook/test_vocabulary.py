"""Lexicons as what is known of words."""

import pytest

from provenance.rulebook.language import Literal, Selector
from provenance.rulebook.looks import shape_of
from provenance.rulebook.schema import Entry, Lexicon, PartOfSpeech, Place
from provenance.rulebook.vocabulary import build_vocabulary, read_lexicons

VERBS = Lexicon(
    "en/verbs",
    PartOfSpeech.VERB,
    "ours",
    (Entry("claim", {"frames": ["that"], "weak": True}), Entry("point out", {"frames": ["that"]})),
    Place("verbs.toml"),
)
NAMES = Lexicon(
    "en/papers", PartOfSpeech.NAME, "ours", (Entry("The Post", {}), Entry("Times", {})), Place("names.toml")
)
ATOMS = (
    Selector("verbs", frozenset({"that"})),
    Selector("verbs", frozenset({"past"})),
    Selector("papers", frozenset()),
    Literal("that"),
)


def test_a_reading_tells_lexicon_entry_and_tags() -> None:
    """The tags of a form are what its entry says and which form it is."""
    (reading,) = read_lexicons([VERBS, NAMES]).of("Claimed")[:1]
    assert (reading.lexicon, reading.entry.lemma) == ("verbs", "claim")
    assert {"that", "weak", "past"} <= reading.tags


def test_names_are_read_as_written_only() -> None:
    """A name in another spelling has no reading, a verb has."""
    readings = read_lexicons([VERBS, NAMES])
    assert readings.of("Times")
    assert not readings.of("times")
    assert readings.of("CLAIM")


def test_selectors_hold_where_all_their_tags_do() -> None:
    """A form satisfies a selector if its lexicon is the selector's and every tag holds."""
    vocabulary, numbers = build_vocabulary(read_lexicons([VERBS, NAMES]), ATOMS)
    assert numbers[ATOMS[0]] in vocabulary.selectors_of("claims")
    assert numbers[ATOMS[1]] not in vocabulary.selectors_of("claims")
    assert numbers[ATOMS[1]] in vocabulary.selectors_of("claimed")
    assert numbers[ATOMS[3]] in vocabulary.selectors_of("That")


def test_phrases_are_listed_by_their_first_two_tokens() -> None:
    """Entries of several words wait under the first two, in lower case; names say that their spelling counts."""
    vocabulary, _ = build_vocabulary(read_lexicons([VERBS, NAMES]), ATOMS)
    assert [tokens for tokens, _, _ in vocabulary.phrases["pointed", "out"]] == [("pointed", "out")]
    assert all(exact for _, _, exact in vocabulary.phrases["the", "post"])


@pytest.mark.parametrize(
    ("surface", "tags"),
    [
        ("Harbour", {"capital", "word", "unknown"}),
        ("harbours", {"lower", "word", "unknown", "plural"}),
        ("slowly", {"lower", "word", "unknown", "ly"}),
        ("NATO", {"capital", "word", "upper", "unknown"}),
        ("pro-Kyiv", {"capital", "word", "unknown"}),
        ("2024", {"number", "year"}),
        ("1,000", {"number"}),
        ("@reyes", {"handle"}),
        ("—", {"mark"}),
    ],
)
def test_shapes_say_how_a_token_looks(surface: str, tags: set[str]) -> None:
    """Capitals, numbers, marks and handles are told apart, unknown words by their ending too."""
    assert shape_of(surface, known=False) == tags


def test_listed_words_are_not_judged_by_their_ending() -> None:
    """Only a word that no lexicon lists is unknown."""
    assert shape_of("harbours", known=True) == {"lower", "word"}
