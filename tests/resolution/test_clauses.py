"""Whose claim it is where several clauses, names and pronouns stand in one sentence."""

import pytest

from provenance import audit_text
from provenance.model import Naming, Source


def last_source(text: str) -> Source:
    """The source of the attribution that stands last."""
    source = audit_text(text).parse.attributions[-1].source
    assert source is not None
    return source


@pytest.mark.parametrize(
    "text",
    [
        "The port is shut. According to a senior official, Reyes sold the ferry to the owner. Ana Reyes is the mayor.",
        "According to an aide, Ana Reyes will resign on Monday.",
    ],
)
def test_the_subject_behind_a_comma_is_no_apposition(text: str) -> None:
    """A name behind a comma names a description only where its apposition ends again."""
    source = audit_text(text).parse.attributions[0].source
    assert source is not None
    assert source.naming is Naming.UNNAMED


def test_its_is_whose_action_a_sentence_asks_for() -> None:
    """In *convince the union to drop its demand* the demand is the union's."""
    text = "The council met. The council may try to convince the Dock Union to drop its demand that the pier be closed."
    assert last_source(text).entity == "Dock Union"


def test_who_is_called_it_is_not_they_in_its_own_claim() -> None:
    """In *it claims they refused* they are others."""
    text = "Poland has asked that Western governments pay for the dam, but it says they refused to send money."
    source = last_source(text)
    assert (source.entity, source.naming) == ("Western governments", Naming.UNNAMED)


def test_a_network_is_the_broadcaster_last_named() -> None:
    """*The network* is a listed broadcaster where no body is called so."""
    assert last_source("CNN hired a clerk in June. The network said it was glad.").entity == "CNN"


def test_a_second_verb_belongs_to_no_verb_with_a_modal() -> None:
    """What somebody would announce inside a claim does not make them the speaker of the next verb."""
    text = (
        "Ana Reyes said on Monday that the owner would announce a sale of the ferry and warned that it would come soon."
    )
    assert last_source(text).entity == "Ana Reyes"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        (
            "Facing protests from clerks and sailors, Ana Reyes issued a letter, describing the captain as a hero.",
            "Ana Reyes",
        ),
        (
            "At a rally in Portsmouth, Maine, on Tuesday, Ana Reyes backed Tom Hale, saying he would make a good mayor.",
            "Ana Reyes",
        ),
        ("Ana Reyes met a clerk who said he was tired, saying that she would help.", "Ana Reyes"),
        (
            "Asked if there was any fraud in the vote, Tom Hale, the clerk, suggested that the count was right.",
            "Tom Hale",
        ),
        ("Ana Reyes said China, Chad, and France could pay, stressing that Spain would not.", "Ana Reyes"),
    ],
)
def test_a_participle_belongs_to_the_subject_of_its_main_clause(text: str, entity: str) -> None:
    """Neither what opens the sentence nor a relative clause nor a list gives a participle its speaker."""
    assert last_source(text).entity == entity


def test_who_stands_for_the_person_right_before_it() -> None:
    """In *an answer from the mayor, who said* the mayor said it."""
    text = "Mayor Ana Reyes won.\n\nThe visit drew an answer from Mayor Ana Reyes, who said that the hall was hers."
    assert last_source(text).entity == "Ana Reyes"


def test_an_outlet_known_by_its_initials_keeps_them() -> None:
    """*CNN* stays CNN where the article spells it out; other initials are spelled out."""
    text = "Cable News Network is old. CNN said it would sell. The Harbour Union of Torv met. HUT said it would not."
    sources = [attribution.source for attribution in audit_text(text).parse.attributions]
    assert [source.entity for source in sources if source] == ["CNN", "Harbour Union of Torv"]


def test_who_tells_the_story_is_not_she() -> None:
    """The author of a text in the first person is no antecedent of *she*."""
    text = "My mother was angry when I laughed and said that nobody was there. She said it would rain."
    source = last_source(text)
    assert source.naming is not Naming.AUTHOR
