"""When a named source speaks of what an unnamed one says."""

from collections.abc import Sequence

import pytest

from provenance.pipeline import default_rulebook
from provenance.records.nearness import NearFinder
from provenance.records.sameness import Meanings

MEANINGS = Meanings(default_rulebook())


def finder_of(named: Sequence[str], others: Sequence[str] = ()) -> NearFinder:
    """Give a finder over the claims of named sources, in an article that has others too."""
    meanings = [MEANINGS.of(claim) for claim in named]
    return NearFinder(meanings, [*meanings, *map(MEANINGS.of, others)])


NAMED = finder_of(
    [
        "in a dry summer a harbour crane does not rust for lack of money",
        "the ferry will sail with 340 lorries",
    ]
)


@pytest.mark.parametrize(
    ("claim", "near"),
    [
        ("the harbour crane will rust and block the ferry by spring", True),
        ("the harbour is deep enough for every ship that the yards can build", False),
        ("340 lorries were turned away", True),
        ("340 people work at the yard", False),
        ("it is so", False),
    ],
)
def test_much_in_common_or_a_figure_and_one_word_more_make_a_claim_near(claim: str, *, near: bool) -> None:
    """A third of the telling words, three at least, or a figure with one more of them, and the named source speaks of it too."""
    assert NAMED.is_near(MEANINGS.of(claim)) is near


def test_what_the_whole_article_is_about_tells_nothing() -> None:
    """Words that most claims of named sources hold bring no two claims near each other."""
    finder = finder_of([f"the harbour crane will rust in {year}" for year in range(1901, 1912)])
    assert not finder.is_near(MEANINGS.of("the harbour crane will rust by spring"))


@pytest.mark.parametrize(("others", "near"), [("the school needs a roof", True), ("a spare winch would help", False)])
def test_two_rare_words_of_a_short_claim_are_enough(others: str, *, near: bool) -> None:
    """Two words that hardly another claim of the article holds weigh as much as three common ones."""
    finder = finder_of(["nothing about the winch was spare, she insisted all along before the panel"], [others] * 9)
    assert (
        finder.is_near(MEANINGS.of("the yard bought a spare winch, a crane and some new cables for the ferry")) is near
    )
