"""V02: claims that nobody makes."""

from tests.factories import NOBODY, REYES, Said, hits

RULE = "reportedly"
TEXT = "{c1:The singer} {q1:reportedly} {c1:left on Monday}."


def test_a_claim_without_a_source_is_flagged_at_its_cue() -> None:
    """The finding rests on the word that hides the source."""
    assert hits(RULE, TEXT, Said("1", (NOBODY,))) == ["reportedly"]


def test_a_stated_source_passes() -> None:
    """A claim with a source, named or not, is no hearsay."""
    assert hits(RULE, "{c1:She left}, {s1:Ana Reyes} {q1:said}.", Said("1", (REYES,))) == []


def test_support_elsewhere_excuses_it() -> None:
    """A claim that a source reports in another place has somebody who makes it."""
    text = TEXT + " {c2:She left}, {s2:Ana Reyes} said."
    assert hits(RULE, text, Said("1", (NOBODY,), supported_by=("r2",)), Said("2", (REYES,))) == []


def test_hearsay_inside_somebodys_words_passes() -> None:
    """*It is proposed* inside a quotation is the speaker's own way of talking."""
    text = "{s2:Ana Reyes} said {c2:that {q1:it was proposed} {c1:to close the mill}}."
    assert hits(RULE, text, Said("2", (REYES,)), Said("1", (REYES, NOBODY), nested_in="a2")) == []
