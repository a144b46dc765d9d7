"""The words of findings."""

from provenance.audits.messages import fill_message
from provenance.audits.remedies import fill_remedy
from provenance.audits.subject import Context, Hit
from provenance.model import Number, Role
from provenance.pipeline import audit_text
from provenance.rulebook.remedies import generalise
from tests.factories import CARDS, LISTS, NOBODY, OFFICIAL, Said, make_parse, outlet


def test_a_chain_shows_the_unnamed_with_a_star() -> None:
    """The reader stands on the left, the origin on the right."""
    said = Said("1", (outlet("UNN", Role.PUBLISHER), outlet("Reuters"), OFFICIAL))
    subject = Context(make_parse("{c1:It is over}, {s1:an EU official} said.", said), LISTS).claims[0]
    filled = fill_message("{chain} | {relay} | {origin} | {links}", Hit(subject, subject.claim))
    assert filled == "UNN < Reuters < EU official* | Reuters | EU official | 3"


def test_a_source_that_is_not_stated_is_a_question_mark() -> None:
    """Nobody has no name."""
    subject = Context(make_parse("{c1:It} {q1:reportedly} {c1:broke}.", Said("1", (NOBODY,))), LISTS).claims[0]
    assert fill_message("{chain}: {claim}, {cue}", Hit(subject, subject.claim)) == "?: It … broke, reportedly"


def test_an_audit_may_fill_places_of_its_own() -> None:
    """Words that the audit brings along win."""
    subject = Context(make_parse("{c1:It is over}, {s1:an aide} said.", Said("1")), LISTS).claims[0]
    assert fill_message("{single} {claim}", Hit(subject, subject.claim, words={"single": "x"})) == "x It is over"


def test_several_sources_are_and_one_source_is() -> None:
    """The verb of a message agrees with the words for the source."""
    one, many = Said("1"), Said("1", number=Number.SEVERAL, descriptor="officials")
    filled = [
        fill_message("{is}", Hit(subject, subject.claim))
        for said in (one, many)
        for subject in Context(make_parse("{c1:It is over}, {s1:they} said.", said), LISTS).claims
    ]
    assert filled == ["is", "are"]


def test_who_serves_somebody_is_not_asked_for_whom() -> None:
    """*An aide to the mayor Ana Reyes* tells whose side it is; the remedy asks for what is left."""
    findings = audit_text("An aide to the mayor Ana Reyes told a local station that the budget was late.").findings
    (vague,) = (one for one in findings if one.code == "A03")
    assert "2 of 5 points (role, whose side)" in vague.message
    assert "say how they know it and why they are not named" in vague.remedy


def test_nobody_asks_which_cabinet() -> None:
    """There are many ministries, and one cabinet."""
    remedies = {
        body: [one.remedy for one in audit_text(f"A {body} source said the depot would be sold.").findings]
        for body in ("cabinet", "ministry")
    }
    assert not any("which cabinet" in remedy for remedy in remedies["cabinet"])
    assert any("which ministry" in remedy for remedy in remedies["ministry"])


def test_a_body_is_asked_for_its_name_only_where_many_are_called_so() -> None:
    """*A campaign source* leaves open which campaign; *the Reyes campaign* and *finance ministry* do not."""
    asked = {
        words: any("say which" in one.remedy for one in audit_text(f"{words} said the depot would be sold.").findings)
        for words in ("A campaign source", "Officials at the Reyes campaign", "A finance ministry official")
    }
    assert list(asked.values()) == [True, False, False]


def test_whom_a_pronoun_may_mean_is_told_in_english() -> None:
    """A candidate that is no name has an article."""
    subject = Context(
        make_parse("{c1:It is over}, {s1:he} said.", Said("1", candidates=("nominee", "Bo Lind"))), LISTS
    ).claims[0]
    assert fill_message("{candidates}", Hit(subject, subject.claim)) == "the nominee or Bo Lind"


def test_a_crowd_is_asked_for_a_name_and_no_editor_for_an_approval() -> None:
    """Nobody approves *analysts say*: the remedy asks who they are, and of which body only where the article does not say so."""
    remedies = [
        one.remedy
        for text in ("Analysts said the port had been sold.", "Lloyds Bank analysts said the port had been sold.")
        for one in audit_text(text).findings
        if one.code == "A01"
    ]
    assert remedies == [
        "Say who 'Analysts' are: name one of them, or say how many they are and of which body.",
        "Say who 'Lloyds Bank analysts' are: name one of them.",
    ]


def test_every_remedy_is_english_without_the_words_of_an_article() -> None:
    """What stands for the source in general fits the verb behind it."""
    remedies = [
        one for card in CARDS.values() for one in (card.remedy, *(soften.remedy for soften in card.softens)) if one
    ]
    general = [generalise(remedy) for remedy in remedies]
    assert not [one for one in general if "{" in one or "the source are" in one or "one of the source" in one]


def test_a_remedy_without_words_is_said_in_general() -> None:
    """Where the article does not tell the outlet, the remedy speaks of *the outlet*."""
    subject = Context(make_parse("{c1:It} {q1:reportedly} {c1:broke}.", Said("1", (NOBODY,))), LISTS).claims[0]
    assert fill_remedy("Link {relay}.", Hit(subject, subject.claim)) == "Link the outlet."
