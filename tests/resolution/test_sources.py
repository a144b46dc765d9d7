"""Who the sources of an article are."""

import pytest

from provenance import audit_text
from provenance.model import Kind, Naming, Number, Source


def last_source(text: str) -> Source:
    """The source of the attribution that stands last."""
    source = audit_text(text).parse.attributions[-1].source
    assert source is not None
    return source


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Ana Reyes won the vote.\n\nReyes said the work would go on.", "Ana Reyes"),
        ("Governor Ana Reyes won the vote.\n\nThe governor said the work would go on.", "Ana Reyes"),
        (
            "Vermont Sen. Ana Reyes met Ohio Sen. Phil Doe.\n\nThe Vermont senator said the work would go on.",
            "Ana Reyes",
        ),
        (
            "Ana Reyes (D-Ohio) met Phil Doe (R-Iowa).\n\nReyes is the nominee.\n\nThe nominee said the work would go on.",
            "Ana Reyes",
        ),
    ],
)
def test_short_forms_and_roles_stand_for_the_full_name(text: str, entity: str) -> None:
    """A surname or a role is the person to whom the article gives it."""
    source = last_source(text)
    assert (source.entity, source.naming) == (entity, Naming.NAMED)


def test_an_office_nobody_is_given_stays_unnamed() -> None:
    """A role without a holder in the article is an unnamed source."""
    assert last_source("The bridge was closed.\n\nThe fire chief said the work would go on.").naming is Naming.UNNAMED


def test_an_apposition_behind_a_description_names_it() -> None:
    """*A lawyer for the union, Ana Reyes,* is a named source."""
    source = last_source("The strike goes on. A lawyer for the union, Ana Reyes, said the talks had failed.")
    assert (source.entity, source.naming) == ("Ana Reyes", Naming.NAMED)


def test_a_description_may_be_named_later() -> None:
    """Who opens an article by role is the person quoted next, if they appear only then."""
    text = "A former mayor says the bridge should close.\n\n“It is unsafe,” Ana Reyes told reporters on Monday."
    first = audit_text(text).parse.attributions[0].source
    assert first is not None
    assert first.entity == "Ana Reyes"


def test_an_unnamed_official_is_never_named_later() -> None:
    """Officials, aides and sources are not taken for the next speaker."""
    text = "A senior official says the bridge should close.\n\n“It is unsafe,” Ana Reyes told reporters on Monday."
    first = audit_text(text).parse.attributions[0].source
    assert first is not None
    assert first.naming is Naming.UNNAMED


def test_pronouns_agree_in_gender() -> None:
    """*She* is the woman even where a man was named last."""
    assert last_source("Mary Reyes met John Doe on Monday.\n\nShe said the talks had failed.").entity == "Mary Reyes"


def test_a_pronoun_prefers_the_subject_of_the_sentence_before() -> None:
    """Of two men the subject of the sentence before is meant."""
    assert last_source("John Doe met Peter Smith on Monday. He said the talks had failed.").entity == "John Doe"


def test_him_after_a_cited_official_is_the_official() -> None:
    """A pronoun may stand for an unnamed official; a named rival is kept as a candidate or not, never chosen."""
    text = "John Doe left the talks. The Herald wrote this, citing an unnamed official. According to him, the talks had failed."
    assert last_source(text).naming is Naming.UNNAMED


def test_the_official_is_whoever_was_described_so_before() -> None:
    """A short description keeps the words of the longer one."""
    text = "A senior Polish defense official said the talks had failed.\n\nThe official said no new date was set."
    source = last_source(text)
    assert source.anonymity is not None
    assert source.anonymity.descriptor == "senior Polish defense official"


def test_initials_are_spelled_out_by_the_article() -> None:
    """Initials stand for the name in the article whose words begin with them."""
    text = "The Harbour Workers Union met on Monday.\n\nThe HWU said the talks had failed."
    assert last_source(text).entity == "Harbour Workers Union"


def test_the_newspaper_is_no_broadcaster() -> None:
    """*The newspaper* passes over a broadcaster named later."""
    text = "The Guardian looked into it. So did Fox News.\n\nThe newspaper said the talks had failed."
    source = last_source(text)
    assert (source.entity or "").endswith("Guardian")
    assert source.kind is Kind.OUTLET


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Two activists in the valley — Ana Reyes and Bo Lind — said the port was sold.", "Ana Reyes and Bo Lind"),
        ("One activist — Ana Reyes — said the port was sold.", "Ana Reyes"),
        ("One aide — Ana Reyes had left — said the port was sold.", "One aide"),
    ],
)
def test_names_between_dashes_are_those_of_the_people_before_them(text: str, entity: str) -> None:
    """Dashes stand around an apposition as commas do; a clause between them names nobody."""
    assert last_source(text).entity in (entity, f"unnamed {entity}")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reyes spoke in Lind on Monday.\n\nThe retired surgeon said the bridge was safe.",
        "Ana Reyes spoke in Lind on Monday.\n\nThe billionaire said the bridge was safe.",
        "Ana Reyes spoke in Lind on Monday.\n\nThe former mayor said the bridge was safe.",
    ],
)
def test_an_epithet_is_whoever_is_on_the_floor(text: str) -> None:
    """A definite description that says something new is the person spoken of before."""
    source = last_source(text)
    assert (source.entity, source.naming) == ("Ana Reyes", Naming.NAMED)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reyes spoke of a judge in Lind on Monday.\n\nThe judge said the bridge was safe.",
        "Ana Reyes spoke in Lind on Monday.\n\nThe official said the bridge was safe.",
        "Ana Reyes, the mayor, spoke in Lind on Monday.\n\nThe governor said the bridge was safe.",
        "Ana Reyes spoke in Lind on Monday.\n\nThe Reyes ally said the bridge was safe.",
    ],
)
def test_an_epithet_of_somebody_else_stays_unnamed(text: str) -> None:
    """Somebody introduced without a name, holding another office, or described by that name is not who is on the floor."""
    assert last_source(text).naming is Naming.UNNAMED


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        (
            "Many tax experts, including Ana Reyes and the Harbour Bank, said that it was wrong.",
            "Ana Reyes, Harbour Bank and other tax experts",
        ),
        ("Others, like Rep. Ana Reyes, said that it was wrong.", "Ana Reyes and others"),
        ("Critics, such as Ana Reyes, said that it was wrong.", "Ana Reyes and other critics"),
    ],
)
def test_a_group_is_named_as_soon_as_one_of_it_is(text: str, entity: str) -> None:
    """Who is named behind *including*, *like* or *such as* names the group."""
    source = last_source(text)
    assert (source.entity, source.naming) == (entity, Naming.NAMED)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Sens. Ana Reyes (D-Ohio) and Rob Roy (R-Iowa) both suggested that it was wrong.", "Ana Reyes and Rob Roy"),
        ("Ana Reyes, a former mayor of Lind, poked at him, tweeting, “It rains all day.”", "Ana Reyes"),
        ("They talked to Ana Reyes, now the majority leader, who said that it was wrong.", "Ana Reyes"),
    ],
)
def test_what_stands_for_the_names_before_it_is_them(text: str, entity: str) -> None:
    """*Both* behind names, an apposition, and *who* behind one are the persons named before."""
    source = last_source(text)
    assert (source.entity, source.naming) == (entity, Naming.NAMED)


def test_an_age_belongs_to_the_description() -> None:
    """*The 34-year-old man* is one description of one person."""
    source = last_source("The bridge was closed.\n\nThe 34-year-old man said that it was wrong.")
    assert (source.entity, source.number) == ("34-year-old man", Number.ONE)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The Senate Judiciary Committee met.\n\nThe panel said that it was wrong.", "Senate Judiciary Committee"),
        ("The Ferry Federation met in Lind.\n\nThe union said that it was wrong.", "Ferry Federation"),
        ("The Reyes campaign opened.\n\nThe Reyes team said that it was wrong.", "Reyes campaign"),
        ("The Reyesford campaign opened.\n\nThe Reyes team said that it was wrong.", "Reyes team"),
    ],
)
def test_a_short_word_stands_for_a_body_that_can_be_called_so(text: str, entity: str) -> None:
    """*The panel* is a committee, *the union* the workers, *the Reyes team* the Reyes campaign."""
    assert last_source(text).entity == entity


def test_a_short_word_is_no_body_of_another_sort() -> None:
    """*The company* is no armed group and no university named before it."""
    text = "Lind University and the Bridge Committee met.\n\nThe company said that it was wrong."
    assert last_source(text).entity == "company"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Ferries are liked, according to a CNN survey of voters.", "CNN survey of voters"),
        ("Ferries are liked, according to a CNN/Reuters poll.", "CNN/Reuters poll"),
    ],
)
def test_the_poll_of_an_outlet_is_a_document(text: str, entity: str) -> None:
    """A survey by an outlet is the source, not the outlet."""
    source = last_source(text)
    assert (source.entity, source.kind) == (entity, Kind.DOCUMENT)


def test_a_spokeswoman_is_named_later_only_for_the_same_body() -> None:
    """*A spokeswoman for the mayor* is not the next spokesman of somebody else."""
    text = "A spokeswoman for Ana Reyes says it rains.\n\n“It pours,” said Rob Roy, a spokesman for Paul Doe."
    first = audit_text(text).parse.attributions[0].source
    assert first is not None
    assert first.naming is Naming.UNNAMED


def test_who_opens_the_article_without_a_name_is_named_by_the_next_sentence() -> None:
    """*A retired diver* is whom the next sentence begins with, unless the article named that person before."""
    told = "A retired diver claims he found the bell of the lost ferry."
    assert last_source(f"{told} Paul Lind lives by the harbour.").entity == "Paul Lind"
    known = f"Paul Lind owns the ferry. {told} Paul Lind lives by the harbour."
    assert last_source(known).naming is Naming.UNNAMED


def test_he_in_a_quotation_is_not_its_speaker() -> None:
    """Who is quoted calls himself *I*: *he* in his words is the man he speaks of."""
    text = 'Mr. Jon Berg met the mayor, Mr. Paul Lind, on Monday. "Mr. Lind left early, and he said that the quay will fall," Mr. Berg told the BBC.'
    nested = [a for a in audit_text(text).parse.attributions if a.nested_in]
    assert [a.source.entity for a in nested if a.source] == ["Paul Lind"]


@pytest.mark.parametrize(
    "text",
    [
        "The suspect, identified by the police as Paul Lind, was held. The suspect said that he was innocent.",
        "The suspect was identified as Paul Lind. The Norland suspect said that he was innocent.",
        "A clerk, who was identified as Paul Lind, said that the files were lost.",
        "A member of the council watching from the hall, Paul Lind, said that the files were lost.",
        "GAZA, May 3 (AFP) -- A Norland minister said that the dams were open.\n\nPaul Lind, minister of housing, left.",
        "Paul Lind finds a bell\n\nA man who claims to own the ferry says it is his.\n\nPaul Lind lives by the harbour.",
    ],
)
def test_who_is_identified_is_known_by_that_name(text: str) -> None:
    """Words that identify somebody, and a name that opens the story below the headline, name the description."""
    assert last_source(text).entity == "Paul Lind"


@pytest.mark.parametrize(
    "text",
    [
        "The suspect, whom Paul Lind saw, was held. The suspect said that he was innocent.",
        "A clerk was named as a witness. Paul Lind left. The clerk said that the files were lost.",
        "A member of the council watching from the hall said that Paul Lind lost the files.",
        "A senior health official said that Paul Lind was ill. Paul Lind said that he was well. An aide said it rained.",
        "A woman says the bell is hers.\n\nPaul Lind lives by the harbour.",
    ],
)
def test_who_is_not_identified_stays_unnamed(text: str) -> None:
    """A name beside a description, in its sentence or in another role, is not that person's."""
    assert last_source(text).naming is Naming.UNNAMED
    assert first_source(text).naming is Naming.UNNAMED


def first_source(text: str) -> Source:
    """The source of the attribution that stands first."""
    source = audit_text(text).parse.attributions[0].source
    assert source is not None
    return source


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Paul Lind - who says he is ill - left the town.", "Paul Lind"),
        ('Ana Lind spoke of her life. "I felt like a true queen," she said.', "Ana Lind"),
        ("The guards wrote leaflets in 2015. They said that the boat had left.", "guards"),
        ("The voters were given many reasons. They say the pier will fall.", "voters"),
    ],
)
def test_pronouns_pass_over_what_cannot_speak(text: str, entity: str) -> None:
    """*They* are no reasons and no years, *she* is nobody whom her own words compare her with, *who* looks over a dash."""
    assert last_source(text).entity == entity


def test_no_doubt_is_nobodys_claim() -> None:
    """*No doubt that* and *worth noting that* have no source."""
    text = "There is no doubt that the boat left. It is worth noting that the pier fell."
    assert audit_text(text).parse.attributions == ()


def test_initials_that_spell_a_small_word_are_a_body() -> None:
    """*The WHO* is no relative pronoun."""
    assert last_source("The WHO said that the fever spread.").entity == "WHO"


def test_data_of_nobody_is_unnamed() -> None:
    """*The latest data* tells no owner, *the data of the Harbour Office* does."""
    assert last_source("According to the latest data, ten boats sank.").naming is Naming.UNNAMED
    assert last_source("According to the Harbour Office data, ten boats sank.").naming is Naming.NAMED


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The FBI searched the port. The agency said it found nothing.", "FBI"),
        ("The National Audit Office read the plan. The agency said it was sound.", "National Audit Office"),
        ("The bridge in Ohio was closed. The state said the work would go on.", "Ohio"),
        ("Police in Norway and Ohio met. The country said the work would go on.", "Norway"),
    ],
)
def test_bodies_and_places_described_are_those_named_last(text: str, entity: str) -> None:
    """*The agency* and *the state* mean the body and the place of that sort that was named last."""
    assert last_source(text).entity == entity


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Olga Lind met Holly Paz. Both women said the work would go on.", "Olga Lind and Holly Paz"),
        (
            "Paul Doe debated with Ana Reyes. Ivo Lund watched. Both women were there. The two candidates said it was late.",
            "Ana Reyes and Ivo Lund",
        ),
        ("Paul Doe leads the polls. His campaign said the work would go on.", "Paul Doe campaign"),
        ("Paul Rowes leads. Rowes' campaign has won. His campaign said the work would go on.", "Rowes' campaign"),
        ("Paul Doe leads the polls. The Doe campaign has won. His campaign said the work would go on.", "Doe campaign"),
    ],
)
def test_pairs_and_campaigns_are_told_by_the_names_before(text: str, entity: str) -> None:
    """*Both women* are the two named last, *his campaign* is that of whom *he* would mean."""
    assert last_source(text).entity == entity


@pytest.mark.parametrize("opening", ["The women", "Two women", "Some candidates", "Both sides"])
def test_groups_that_no_two_names_fill_stay_unnamed(opening: str) -> None:
    """Without *both* or *the two*, and for words that tell neither gender nor standing, nobody is named."""
    text = f"Olga Lind met Holly Paz. {opening} said the work would go on."
    assert last_source(text).naming is Naming.UNNAMED


def test_an_object_before_and_is_no_source() -> None:
    """*A photo and Reyes said*: the person behind *and* speaks alone."""
    text = 'Ana Reyes came late. A clerk wanted a photo and Reyes said, "It is cold here tonight."'
    assert last_source(text).entity == "Ana Reyes"
