"""What a source's words say of who it is."""

import pytest

from provenance.mentions.describe import describe_source
from provenance.mentions.fold import fold_groups
from provenance.model import Gender, Kind, Mention, Naming, Number
from provenance.pipeline import default_rulebook
from provenance.tokens import read_tokens


def describe(words: str) -> Mention:
    """Describe words that stand alone."""
    rulebook = default_rulebook()
    tokens = read_tokens(words, rulebook.classifier)
    return describe_source(
        fold_groups("".join(tokens.classes), tokens, rulebook.nouns), 0, len(tokens.surfaces), rulebook
    )


def test_a_possessive_mark_at_the_end_is_no_part_of_the_name() -> None:
    """The name of *Ana Reyes's* is *Ana Reyes*."""
    assert describe("Ana Reyes's").name == "Ana Reyes"


def test_a_surname_after_a_title_may_be_any_word() -> None:
    """After *Mr.* a word is a surname even where it is an office elsewhere."""
    assert describe("Mr. King").name == "King"
    assert describe("Mr. King").gender is Gender.MALE


def test_a_role_before_a_name_is_kept_in_one_form() -> None:
    """*Sen.* and *Senator* are the same role, narrowed by the same place."""
    short, long = describe("Vermont Sen. Ana Reyes"), describe("Vermont Senator Ana Reyes")
    assert (short.role, short.modifiers) == (long.role, long.modifiers) == ("senator", frozenset({"place:vermont"}))


def test_party_members_as_a_whole_are_a_named_group() -> None:
    """*Democrats* is a named group, *some Democrats* an unnamed one."""
    assert (describe("Democrats").kind, describe("Democrats").naming) == (Kind.GROUP, Naming.NAMED)
    assert (describe("some Democrats").kind, describe("some Democrats").naming) == (Kind.GROUP, Naming.UNNAMED)


def test_the_head_of_a_quantity_stands_behind_of() -> None:
    """*a group of doctors* are several doctors, *one of the senators* is one person without a name."""
    assert describe("a group of doctors").number is Number.SEVERAL
    assert describe("a group of doctors").kind is Kind.GROUP
    one = describe("one of the senators")
    assert (one.kind, one.number, one.naming) == (Kind.PERSON, Number.ONE, Naming.UNNAMED)


def test_one_before_a_noun_is_one_speaker() -> None:
    """*one official* is a person, not a group."""
    assert (describe("one official").kind, describe("one official").number) == (Kind.PERSON, Number.ONE)


def test_a_poll_is_a_document() -> None:
    """Polls, studies and reports are documents, never people."""
    assert describe("the Harbour Institute poll").kind is Kind.DOCUMENT
    assert describe("recent studies").kind is Kind.DOCUMENT


def test_an_unlisted_name_with_the_ending_of_a_newspaper_is_an_outlet() -> None:
    """A name nobody lists is an outlet by its last word."""
    assert describe("the Tarnow Gazette").kind is Kind.OUTLET


def test_unlisted_initials_are_an_organisation() -> None:
    """Initials that no list has are the name of an organisation."""
    assert (describe("ZXQV").kind, describe("ZXQV").naming) == (Kind.ORGANISATION, Naming.NAMED)


def test_a_spokesperson_speaks_for_an_employer() -> None:
    """The employer stands before the word or behind *for*."""
    assert describe("a Harbour Bank spokeswoman").on_behalf_of == "Harbour Bank"
    assert describe("a spokesman for the ministry").on_behalf_of == "ministry"


def test_several_names_are_several_speakers() -> None:
    """Coordinated names are one named source of several."""
    pair = describe("Ana Reyes and Phil Doe")
    assert (pair.naming, pair.number, pair.members) == (Naming.NAMED, Number.SEVERAL, ("Ana Reyes", "Phil Doe"))


def test_joined_describing_words_are_one_group() -> None:
    """*medical and security officials* is one group of officials."""
    officials = describe("medical and security officials")
    assert (officials.kind, officials.members) == (Kind.GROUP, ())


def test_two_offices_under_one_article_are_one_person() -> None:
    """*The former mayor and senator* is one person."""
    assert describe("the former mayor and senator").number is Number.ONE


def test_specificity_counts_what_is_told() -> None:
    """A bare source tells nothing, a described official one point for each thing told."""
    bare, told = describe("a source").anonymity, describe("two Russian defense ministry officials").anonymity
    assert bare is not None
    assert told is not None
    assert (bare.specificity, told.specificity) == (0, 4)


def test_whom_somebody_serves_counts_as_for_whom_they_speak() -> None:
    """*An aide to the mayor*, *her advisers* and *one Reyes confidant* tell as much as *a ministry official*."""
    told = [
        describe(words).anonymity
        for words in ("an aide to Mayor Ana Reyes", "her senior advisers", "one Reyes confidant", "Bo Lind's aides")
    ]
    assert [one and dict(one.points).get("organisation") for one in told] == [
        "Mayor Ana Reyes",
        "her",
        "Reyes",
        "Bo Lind",
    ]


def test_the_title_of_an_owner_is_no_role_of_who_belongs_to_them() -> None:
    """Those who belong to a man with a title are aides and no misters."""
    aides = describe("Mr. Lind's aides").anonymity
    assert aides is not None
    assert dict(aides.points)["role"] == "aides"


@pytest.mark.parametrize("words", ["9 million workers", "1,200 officials"])
def test_who_are_too_many_to_be_asked_are_a_population(words: str) -> None:
    """A statistic counts people; it does not say how many sources there are."""
    record = describe(words).anonymity
    assert record is not None
    assert record.claimed is None
    assert "insider" not in record.sorts


def test_how_they_know_is_the_basis() -> None:
    """*familiar with the talks* is a basis and no part of the descriptor."""
    record = describe("an aide familiar with the talks").anonymity
    assert record is not None
    assert (record.descriptor, record.basis) == ("aide", "familiar with the talks")


def test_where_a_document_was_made_or_who_saw_it_does_not_identify_it() -> None:
    """*Polls in Ohio* and *records seen by CNN* are unnamed, *a report released by CNN* is named."""
    assert describe("polls in Ohio").naming is Naming.UNNAMED
    assert describe("records seen by CNN").naming is Naming.UNNAMED
    assert describe("a report released by CNN").naming is Naming.NAMED


def test_governments_of_a_part_of_the_world_are_nobody_in_particular() -> None:
    """*Western governments* are unnamed, *the Russian government* is named."""
    assert describe("Western governments").naming is Naming.UNNAMED
    assert describe("the Russian government").naming is Naming.NAMED


def test_what_the_state_publishes_is_a_named_document() -> None:
    """*federal statistics* and *court records* can be looked up, *records* and *a court record* cannot."""
    assert describe("federal statistics").naming is describe("court records").naming is Naming.NAMED
    assert describe("records").naming is describe("a court record").naming is Naming.UNNAMED


def test_a_body_is_named_with_its_purpose() -> None:
    """The name of a body may hold *to* and what it is for."""
    assert describe("the Committee to Save Fishermen").name == "Committee to Save Fishermen"
    assert describe("Alliance to Reclaim Our Harbours").name == "Alliance to Reclaim Our Harbours"


def test_a_small_word_with_a_capital_behind_a_given_name_is_a_surname() -> None:
    """*May* and *More* are surnames there."""
    assert [describe(name).name for name in ("Theresa Lind", "Helena May", "Anna More")] == [
        "Theresa Lind",
        "Helena May",
        "Anna More",
    ]


def test_a_poll_of_two_houses_carries_both_names() -> None:
    """*CNN/ORC poll* is one name."""
    assert describe("a CNN/ORC poll").name == "CNN/ORC poll"


def test_a_number_may_be_rough() -> None:
    """*About a dozen officials* are officials, several of them, without names."""
    rough = describe("about a dozen officials")
    assert (rough.kind, rough.number, rough.naming) == (Kind.GROUP, Number.SEVERAL, Naming.UNNAMED)
