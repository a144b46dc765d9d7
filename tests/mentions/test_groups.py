"""Which words make one noun group."""

import pytest

from provenance.pipeline import default_rulebook, run_stages


def units(text: str) -> list[str]:
    """The units of a text, each as its words."""
    folded = run_stages(text, default_rulebook()).folded
    return [" ".join(folded.words(at, at + 1)) for at in range(len(folded.symbols))]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It rose on Jan. 3, 2015, the mayor said.", "on Jan. 3 , 2015"),
        ("In an August speech, Reyes said no.", "an August speech"),
        ("In a May 2014 report, Reyes said no.", "a May 2014 report"),
        ("A page on the Reyes campaign's website says no.", "the Reyes campaign 's website"),
        ("In an interview with CNN Reyes said no.", "CNN"),
        ("RTL Info reported the storm.", "RTL Info"),
        ("The storm was in an FBI report.", "an FBI report"),
        ("Files from the BBC show that it sank.", "the BBC"),
        ("The Reyes campaign now hopes to win.", "The Reyes campaign"),
    ],
)
def test_a_group_ends_where_english_ends_it(text: str, unit: str) -> None:
    """Dates stand alone or tell which speech is meant; a speaker behind an outlet opens a group of its own."""
    assert unit in units(text)


def test_two_joined_by_a_comma_and_and_are_two_clauses() -> None:
    """*The levy rose, and the mayor said* has one speaker; *the mayor, the clerk, and the judge said* three."""
    sources = [
        run_stages(text, default_rulebook()).sources[0]
        for text in (
            "The city has a new levy, and the mayor said it works.",
            "The mayor, the clerk, and the judge said it works.",
        )
    ]
    assert [s.entity if s else None for s in sources] == ["mayor", "The mayor, the clerk and the judge"]
