"""Quotations of one utterance in different words."""

import pytest

from provenance.comparing.comparison import compare_results
from provenance.model import Article, Comparison
from provenance.pipeline import audit_article, default_rulebook


def compare(*quotations: str, days: tuple[str, ...] = ()) -> Comparison:
    """Compare articles of which each has one quotation of one speaker."""
    rulebook = default_rulebook()
    articles = [
        Article(
            f'"{words}," the mayor Ana Reyes said. Rain fell.', path=f"{n}.txt", published=days[n] if days else None
        )
        for n, words in enumerate(quotations)
    ]
    return compare_results([audit_article(one, rulebook) for one in articles], rulebook)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "We could sell the northern harbour before the winter comes",
            "We would sell the northern harbour before the winter comes",
        ),
        (
            "The old ferry is an embarrassment for the whole town",
            "The old ferry is really an embarrassment for the whole town",
        ),
        (
            "Nobody told the fishermen about the broken gate of the dam",
            "Nobody told the sailors about the broken gate of the dam",
        ),
    ],
)
def test_other_words_between_the_same_are_drift(one: str, other: str) -> None:
    """Quotations that differ in a telling word with the same words on both sides conflict."""
    assert [conflict.kind for conflict in compare(one, other).conflicts] == ["quotation"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "We have sold the northern harbour and it is a disaster",
            "We've sold the northern harbour and it's a disaster",
        ),
        ("We are gonna sell the northern harbour in two years", "We're going to sell the northern harbour in 2 years"),
        (
            "The old ferry sank in the storm, and nobody helped the crew",
            "The old ferry sank in the storm and nobody helped that crew",
        ),
        ("The old ferry sank in the storm. Nobody helped the crew", "Nobody helped the crew"),
        ("The old ferry sank in the [winter] storm off the coast", "The old ferry sank in the storm off the coast"),
        (
            "The old ferry sank, the old ferry sank in the storm off the coast",
            "The old ferry sank in the storm off the coast",
        ),
        (
            "The email about the U.S. harbour was a forgery from the start",
            "The e-mail about the US harbour was a forgery from the start",
        ),
    ],
)
def test_spelling_and_cut_are_no_drift(one: str, other: str) -> None:
    """Short forms, spellings, little words, marked changes and other cuts of one quotation are no conflict."""
    assert compare(one, other).conflicts == ()


def test_a_remark_made_again_later_is_no_drift() -> None:
    """Short remarks that are alike conflict if they are of one day, not if weeks lie between them."""
    remarks = ("We will sell the old ferry in spring", "We will sell the old harbour in spring")
    assert len(compare(*remarks, days=("2025-03-01", "2025-03-02")).conflicts) == 1
    assert compare(*remarks, days=("2025-03-01", "2025-04-02")).conflicts == ()
