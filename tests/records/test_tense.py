"""How the main verb of a claim stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Tense
from provenance.pipeline import default_rulebook
from provenance.records.tense import tense_of


@pytest.mark.parametrize(
    ("claim", "tense"),
    [
        ("the port was sold", Tense.PAST),
        ("that two clerks left the yard", Tense.PAST),
        ("the clerks had met", Tense.PAST),
        ("the clerks spoke by phone", Tense.PAST),
        ("the mayor hasn't signed", Tense.PERFECT),
        ("they've signed", Tense.PERFECT),
        ("the mayor has not yet decided", Tense.PERFECT),
        ("the mayor has no plan", Tense.PRESENT),
        ("the mayor is still planning a sale", Tense.PROGRESSIVE),
        ("the yard is not being watched", Tense.PROGRESSIVE),
        ("there's no buyer", Tense.EXISTENTIAL),
        ("the envoy is still in prison", Tense.EXISTENTIAL),
        ("the task is to sell the port", Tense.PRESENT),
        ("the port will be sold", Tense.FUTURE),
        ("the port would be sold", Tense.FUTURE),
        ("the port can't be sold", Tense.MODAL),
        ("the mayor plans to visit the yard", Tense.PRESENT),
        ("the plans of the mayor could fail", Tense.MODAL),
        ("the timing helps the mayor", Tense.PRESENT),
        ("the crane is old", Tense.PRESENT),
        ("a sale", Tense.NONE),
        ("", Tense.NONE),
    ],
)
def test_the_main_verb_gives_the_tense(claim: str, tense: Tense) -> None:
    """A claim has the tense of its main verb, helpers and negation read with it."""
    assert tense_of(claim, default_rulebook()) is tense


@pytest.mark.parametrize(
    ("claim", "tense"),
    [
        ("while the crane is old, the port was sold", Tense.PAST),
        ("the clerks who know the yard left", Tense.PAST),
        ("the arms recovered by police are rusty", Tense.PRESENT),
        ("the two sold sheds are empty", Tense.PRESENT),
        ("May Lind left", Tense.PAST),
    ],
)
def test_verbs_of_other_clauses_are_passed_over(claim: str, tense: Tense) -> None:
    """Verbs of subordinate clauses in front, of relative clauses, participles and names do not count."""
    assert tense_of(claim, default_rulebook()) is tense


@given(st.text(max_size=60))
def test_any_text_has_a_tense(claim: str) -> None:
    """Whatever the words, the answer is one of the tenses."""
    assert isinstance(tense_of(claim, default_rulebook()), Tense)
