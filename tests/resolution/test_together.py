"""Several persons under one word, and whoever holds an office of which only other words tell."""

import pytest

from provenance import audit_text
from provenance.model import Kind, Naming, Number, Source


def last_source(text: str) -> Source:
    """The source of the attribution that stands last."""
    source = audit_text(text).parse.attributions[-1].source
    assert source is not None
    return source


@pytest.mark.parametrize(
    ("introduced", "group"),
    [
        ("Sens. Ana Reyes and Bo Lind met the mayor.", "The two senators"),
        ("Reps. Tom Hale (R-Utah) and Eve Marsh (D-Ohio) met the mayor.", "The two lawmakers"),
        ("Carl Warren and Devin Caul, assistant professors of law at Torv, met the mayor.", "The researchers"),
        ("The lawyer Ana Reyes met the mayor. So did Bo Lind, a lawyer for the port.", "Both lawyers"),
    ],
)
def test_a_group_told_by_an_office_is_those_who_hold_it(introduced: str, group: str) -> None:
    """As many holders of an office as the words say, or all whom one sentence introduced, are who the group is."""
    source = last_source(f"{introduced}\n\n{group} said the bridge is unsafe.")
    assert (source.naming, source.kind, source.number) == (Naming.NAMED, Kind.GROUP, Number.SEVERAL)


@pytest.mark.parametrize(
    ("introduced", "group"),
    [
        ("Sens. Ana Reyes and Bo Lind met the mayor.", "The three senators"),
        ("Sen. Ana Reyes met the mayor. Two senators stayed away.", "The two senators"),
        ("Sens. Ana Reyes and Bo Lind met the mayor.", "Two senators"),
        ("Sen. Ana Reyes met the mayor. So did Sen. Bo Lind.", "The senators"),
    ],
)
def test_a_group_of_which_others_may_be_stays_unnamed(introduced: str, group: str) -> None:
    """Another number, an indefinite group, or holders told in different places name nobody."""
    assert last_source(f"{introduced}\n\n{group} said the bridge is unsafe.").naming is Naming.UNNAMED


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The Reyes administration closed the port. Reyes met Bo Lind.\n\nThe president said it was old.", "Reyes"),
        (
            (
                "President Ana Reyes met President Bo Lind of Torv. Reyes left early. Reyes was tired. “It is old,” Reyes said.\n\n"
                "The president told the council that the bridge is unsafe."
            ),
            "Ana Reyes",
        ),
        (
            (
                "President Ana Reyes was in Torv. Bo Lind spoke of his years as president. Lind laughed.\n\n"
                "The former president said the bridge is unsafe."
            ),
            "Bo Lind",
        ),
        ("House Speaker Bo Lind was in Torv.\n\nThe House speaker said the bridge is unsafe.", "Bo Lind"),
        ("President Bo Lind was in Torv.\n\nThe commander in chief said the bridge is unsafe.", "Bo Lind"),
        (
            "House Oversight Committee Chairman Bo Lind was in Torv.\n\nThe Utah Republican said the bridge is unsafe.",
            "Bo Lind",
        ),
        (
            "Bo Lind wants to be a senator.\n\nThe failed candidate turned Senate hopeful said the bridge is unsafe.",
            "Bo Lind",
        ),
    ],
)
def test_who_holds_an_office_is_told_by_other_words(text: str, entity: str) -> None:
    """What is called after somebody, who is on the floor, and other words for an office tell who is meant."""
    source = last_source(text)
    assert (source.naming, source.entity) == (Naming.NAMED, entity)


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lind's chief of staff Ana Reyes was in Torv. “It is old,” Lind said, and “my staff has found that it is unsafe.”",
        "Bo Lind was in Torv.\n\nThe Reyes actor said the bridge is unsafe.",
    ],
)
def test_a_description_of_another_stays_unnamed(text: str) -> None:
    """Whose *my staff* is, or who plays another, is nobody named for it."""
    assert last_source(text).naming is not Naming.NAMED


@pytest.mark.parametrize("words", ["A crowd", "The staff", "People briefed on the plan", "The audience"])
def test_words_for_crowds_are_several(words: str) -> None:
    """A crowd and a staff are groups."""
    source = last_source(f"{words} said the bridge is unsafe.")
    assert (source.kind, source.number, source.naming) == (Kind.GROUP, Number.SEVERAL, Naming.UNNAMED)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Sgt. Ron King was in Torv.\n\nKing said the bridge is unsafe.", "Ron King"),
        ("Rep. Peter T. King was in Torv.\n\nKing said the bridge is unsafe.", "Peter T. King"),
        ("Michael Gray runs the port.\n\nThe bridge is unsafe, said Gray, the chairman.", "Michael Gray"),
        ("On Twitter last night, the author Mark Harris said the bridge is unsafe.", "Mark Harris"),
        (
            "The bridge was closed by officials at the Harbour Watch Group, a leading rights group, which warned that it was unsafe.",
            "Harbour Watch Group",
        ),
        ("The senators Ana Reyes and Bo Lind said the bridge is unsafe.", "Ana Reyes and Bo Lind"),
    ],
)
def test_names_are_found_where_words_around_them_mislead(text: str, entity: str) -> None:
    """Surnames that are words, appositions and what stands before a name hide nobody."""
    source = last_source(text)
    assert (source.naming, source.entity) == (Naming.NAMED, entity)


@pytest.mark.parametrize(
    ("source", "entity", "naming"),
    [
        ("Lawyers representing Ana Reyes", "Lawyers", Naming.UNNAMED),
        ("A firm backing Tom Hale", "firm", Naming.UNNAMED),
        ("One pastor supporting Mr. Hale, Bo Lind of Torv,", "Bo Lind", Naming.NAMED),
        ("Ana Reyes, backing Tom Hale,", "Ana Reyes", Naming.NAMED),
        ("The acting mayor Bo Lind", "Bo Lind", Naming.NAMED),
        ("Ana Reyes, president and CEO of Torv Bank", "Ana Reyes", Naming.NAMED),
        ("Police arrested Bo Lind, officials", "officials", Naming.UNNAMED),
    ],
)
def test_the_object_of_a_participle_is_no_speaker(source: str, entity: str, naming: Naming) -> None:
    """Who backs somebody speaks, not whom they back."""
    found = last_source(f"{source} told the council that the port is old.")
    assert (found.entity, found.naming) == (entity, naming)


@pytest.mark.parametrize(
    ("opening", "naming"),
    [
        ("Top lawmakers", Naming.NAMED),
        ("Two lawmakers", Naming.UNNAMED),
        ("Top aides", Naming.UNNAMED),
        ("Top Republican lawmakers", Naming.UNNAMED),
    ],
)
def test_a_group_that_opens_the_story_is_named_by_those_who_speak(opening: str, naming: Naming) -> None:
    """Lawmakers of whom two then speak by name are these two, unless number, office or party forbid it."""
    text = (
        f"{opening} said the bridge is unsafe.\n\n“It is old,” said Rep. Ana Reyes (D-Ohio).\n\n"
        "Sen. Bo Lind (R-Utah) said the port is old."
    )
    source = audit_text(text).parse.attributions[0].source
    assert source is not None
    assert source.naming is naming
