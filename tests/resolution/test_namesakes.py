"""Whom a surname alone means where several people of the article bear it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import audit_text

ANA, IVO = "Ana Reyes opened the bridge.", "Ivo Reyes closed the port."
PLAIN = ("The rain fell.", "The road was long.", "The council met.", "A ferry came.", "The day ended.")
SAID = '"It is late," Reyes said.'


def last_entity(text: str) -> str | None:
    """Who says the last thing in a text."""
    source = audit_text(text).parse.attributions[-1].source
    return source.entity if source else None


def test_the_surname_means_who_was_the_subject_last() -> None:
    """Of two of one surname the nearest subject before is meant, and not the one with more mentions."""
    assert last_entity(f"{ANA} Ana Reyes waved. Ana Reyes left. {IVO} {SAID}") == "Ivo Reyes"


def test_the_surname_goes_back_to_who_was_introduced_first() -> None:
    """Where nobody of the surname is near, the one whom the article introduced first is meant."""
    assert last_entity(f"{ANA} {IVO} {' '.join(PLAIN)} {SAID}") == "Ana Reyes"


@pytest.mark.parametrize(
    "passing",
    [
        "A clerk spoke of Ivo Reyes.",
        "She came with her brother Ivo Reyes.",
        "Ivo Reyes's boat sank.",
        '"Ivo Reyes is a liar," a sign read.',
    ],
)
def test_who_is_only_mentioned_does_not_take_the_surname(passing: str) -> None:
    """An object, a possessor or a name inside quotation marks does not become who is meant."""
    assert last_entity(f"{ANA} {passing} {SAID}") == "Ana Reyes"


def test_a_title_tells_which_of_two() -> None:
    """*Mr.* and *Mrs.* mean the one whose gender the article tells."""
    text = f"{ANA} {IVO} "
    assert last_entity(text + '"It is late," Mrs. Reyes said.') == "Ana Reyes"
    assert last_entity(text + '"It is late," Mr. Reyes said.') == "Ivo Reyes"


def test_the_full_name_behind_belongs_to_the_other() -> None:
    """*Reyes said of Ivo Reyes*: who is named in full behind the surname is not the one that it means."""
    assert last_entity(f'{ANA} {IVO} "He is brave," Reyes said of Ivo Reyes.') == "Ana Reyes"


def test_a_given_name_keeps_the_surname_for_the_other() -> None:
    """Who speaks under a given name is not meant by the surname alone."""
    text = f'{ANA} She brought Ivo Reyes. "It is cold," Ivo told a clerk. {SAID}'
    assert last_entity(text) == "Ana Reyes"


def test_father_and_son_are_two() -> None:
    """A *Jr.* behind a name that the article has given without it is another person."""
    text = 'Paul Doe owns the mill. Paul Doe Jr. runs it. "It is ours," Doe said.'
    assert last_entity(text) == "Paul Doe Jr."
    assert last_entity('Paul Doe Jr. runs the mill. "It is ours," Doe said.') == "Paul Doe Jr."


@pytest.mark.parametrize(
    "text",
    [
        'Veteran Nils Borg found the wreck. Nils Borg lives on the coast. "It is deep," Borg said.',
        'Olga Reyes chairs the court. "Justice Reyes is wise," a clerk said. "It is late," Reyes said.',
        'Carla Vander Velde runs the port. Vander Velde came late. "It is late," Vander Velde said.',
        'André Lund sails. Andre Lund won. "It is deep," Lund said.',
    ],
)
def test_two_spellings_of_one_name_are_one_person(text: str) -> None:
    """A word before a name, a rank or a surname of two words makes no second person."""
    assert last_entity(text) in {"Nils Borg", "Olga Reyes", "Carla Vander Velde", "André Lund", "Andre Lund"}


@given(
    st.lists(st.sampled_from([ANA, IVO, *PLAIN]), max_size=9), st.lists(st.sampled_from([ANA, IVO, *PLAIN]), max_size=4)
)
def test_the_surname_means_one_who_bears_it_whatever_follows(before: list[str], after: list[str]) -> None:
    """A surname alone means somebody named before it, and what stands in later sentences changes nothing."""
    text = " ".join([ANA, *before, SAID])
    source = audit_text(text).parse.attributions[-1].source
    assert source is not None
    assert source.entity in {"Ana Reyes", "Ivo Reyes"}
    longer = audit_text(" ".join([text, *after])).parse.attributions
    assert source.entity in {a.source.entity for a in longer if a.source and a.source.spans == source.spans}
