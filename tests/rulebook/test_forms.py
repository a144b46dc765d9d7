"""Inflected forms by the rules of spelling."""

import pytest

from provenance.rulebook.forms import forms_of
from provenance.rulebook.schema import Entry, PartOfSpeech


def _forms(lemma: str, pos: PartOfSpeech, **fields: object) -> dict[str, str]:
    return {tag: form for form, tag in forms_of(Entry(lemma, fields), pos)}


@pytest.mark.parametrize(
    ("lemma", "s", "past", "ing"),
    [
        ("claim", "claims", "claimed", "claiming"),
        ("argue", "argues", "argued", "arguing"),
        ("reply", "replies", "replied", "replying"),
        ("say", "says", "sayed", "saying"),
        ("stress", "stresses", "stressed", "stressing"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("point out", "points out", "pointed out", "pointing out"),
    ],
)
def test_regular_verbs_follow_spelling(lemma: str, s: str, past: str, ing: str) -> None:
    """Endings change a final e, y or hiss as English spells them, inside a phrase on its first word."""
    forms = _forms(lemma, PartOfSpeech.VERB)
    assert (forms["base"], forms["s"], forms["past"], forms["ing"]) == (lemma, s, past, ing)
    assert forms["pp"] == past


def test_listed_forms_take_the_place_of_regular_ones() -> None:
    """An irregular past is also the participle unless that is listed too."""
    forms = _forms("tell", PartOfSpeech.VERB, forms={"past": "told"})
    assert (forms["past"], forms["pp"], forms["s"]) == ("told", "told", "tells")
    assert _forms("write", PartOfSpeech.VERB, forms={"past": "wrote", "pp": "written"})["pp"] == "written"


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("aide", "aides"),
        ("ministry", "ministries"),
        ("spokesman", "spokesmen"),
        ("witness", "witnesses"),
        ("day", "days"),
    ],
)
def test_nouns_have_a_plural(lemma: str, plural: str) -> None:
    """Plurals follow spelling; an empty listed plural means there is none."""
    assert _forms(lemma, PartOfSpeech.NOUN) == {"one": lemma, "several": plural}
    assert "several" not in _forms(lemma, PartOfSpeech.NOUN, plural="")


def test_names_bring_their_aliases() -> None:
    """An alias is as good as the name, and so is the name without its article."""
    found = set(forms_of(Entry("The Harbour Post", {"aliases": ["Post of Mervale"]}), PartOfSpeech.NAME))
    forms = ("The Harbour Post", "the Harbour Post", "Harbour Post", "Post of Mervale")
    assert found == {(form, "name") for form in forms}
