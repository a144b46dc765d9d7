"""Lists of words that the stages ask for by name."""

import pickle

from provenance.rulebook.list_words import list_words
from provenance.rulebook.schema import Entry, Lexicon, PartOfSpeech, Place
from provenance.rulebook.vocabulary import read_lexicons
from provenance.rulebook.word_lists import WordLists

PLACE = Place("en/lexicons/small.toml")
SMALL = Lexicon(
    "en/small",
    PartOfSpeech.LIST,
    "ours",
    (Entry("of", {"uses": ["link", "field"]}), Entry("by", {"uses": ["link"]})),
    PLACE,
)
NAMES = Lexicon("en/names", PartOfSpeech.LIST, "ours", (Entry("van", {"uses": ["inner"], "written": True}),), PLACE)
LISTS = list_words([SMALL, NAMES])


def test_a_list_holds_the_words_of_one_use() -> None:
    """A list is called after its lexicon and a use, and holds every word of that use."""
    assert LISTS["small.link"] == {"of", "by"}
    assert LISTS["small.field"] == {"of"}


def test_words_tell_their_lists() -> None:
    """A word tells the lists that hold it, in whatever case it stands."""
    assert {"small.link", "small.field"} <= LISTS.of("Of")


def test_written_words_count_as_written() -> None:
    """What a lexicon marks as written is not found in another case."""
    assert "names.inner" in LISTS.of("van")
    assert "names.inner" not in LISTS.of("Van")


def test_a_missing_list_is_empty() -> None:
    """Rules without a list have no words of it."""
    assert LISTS["small.nothing"] == frozenset()


def test_lists_are_kept() -> None:
    """Lists read back from the cache tell the same as before."""
    kept: WordLists = pickle.loads(pickle.dumps(LISTS))  # noqa: S301  our own
    assert kept == LISTS
    assert kept.of("of") == LISTS.of("of")


def test_patterns_do_not_see_lists() -> None:
    """A word of a list alone has no reading, so that patterns take it for a word nobody knows."""
    assert read_lexicons([SMALL]).of("of") == []
