"""Which claims a relay reaches, on texts made for it."""

import pytest

from provenance import audit_text
from provenance.model import Attribution


def chains_of(text: str) -> list[str]:
    """The chains of the attributions of a text, in text order, as `A > B`."""
    return [spell(a) for a in audit_text(text).parse.attributions]


def spell(attribution: Attribution) -> str:
    """A chain as `A > B`, what nobody states as `?`."""
    return " > ".join(hop.entity or "?" for hop in attribution.chain)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Ana Reyes told the BBC that the harbour is safe.", "BBC > Ana Reyes"),
        ('"The harbour is safe," Ana Reyes said in a statement on Friday.', "statement > Ana Reyes"),
        ('"The harbour is safe," Ana Reyes tweeted.', "Twitter > Ana Reyes"),
        ("Ana Reyes wrote on Facebook that the harbour is safe.", "Facebook > Ana Reyes"),
        ("In an interview with Reuters, Ana Reyes said that the harbour is safe.", "Reuters > Ana Reyes"),
        ("Ana Reyes said that the harbour is safe, quoted by the BBC.", "BBC > Ana Reyes"),
        ("The harbour is safe, Ana Reyes was quoted as saying by the BBC.", "BBC > Ana Reyes"),
        ("Reuters reported that Ana Reyes said the harbour was safe.", "Reuters > Ana Reyes"),
        ("Reuters, citing Ana Reyes, said that the harbour is safe.", "Reuters > Ana Reyes"),
    ],
)
def test_construction_makes_a_hop(text: str, chain: str) -> None:
    """Every way to say through whom a claim came puts that outlet or medium before the speaker."""
    assert chain in chains_of(text)


def test_credit_reaches_no_further_than_its_sentence() -> None:
    """What somebody adds in the next sentence is first-hand again."""
    text = "Ana Reyes told the BBC that the harbour is safe. She added that the levy will rise."
    assert chains_of(text) == ["BBC > Ana Reyes", "Ana Reyes"]


def test_hop_belongs_to_its_own_speaker() -> None:
    """Of two speakers in one sentence only the one who spoke to the outlet gets the hop."""
    text = "Ana Reyes said that the harbour is safe, but Jon Berg told Reuters that the quay will fall."
    assert chains_of(text) == ["Ana Reyes", "Reuters > Jon Berg"]


def test_written_word_keeps_its_medium() -> None:
    """A speaker who wrote something goes on writing it in the next paragraph."""
    text = (
        'In a letter to the council, Ana Reyes said that the harbour is safe.\n\n"The quay will stand," Reyes wrote.\n\n'
        "The council met on Friday."
    )
    assert chains_of(text) == ["letter > Ana Reyes", "letter > Ana Reyes"]


def test_document_speaks_for_who_issued_it() -> None:
    """A statement that says something is a medium; whoever issued it is the origin."""
    text = "Norway said in a statement that the treaty holds. The treaty is old, the statement said."
    assert chains_of(text) == ["statement > Norway", "statement > Norway"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("According to a report in the Herald, the quay will fall.", "Herald"),
        ("The newspaper Reforma said that the quay will fall.", "Reforma"),
        ("Ana Reyes told Slate magazine that the quay will fall.", "Slate > Ana Reyes"),
        ("A CNN investigation found that the quay will fall.", "CNN"),
        ("A statement released by the ministry said the quay will fall.", "statement > ministry"),
        ("Ana Reyes took to Twitter to say that the quay will fall.", "Twitter > Ana Reyes"),
        ('"The quay will fall," Ana Reyes was quoted as saying by the BBC.', "BBC > Ana Reyes"),
    ],
)
def test_documents_speak_for_who_wrote_them(text: str, chain: str) -> None:
    """What a newsroom's report says is the outlet's claim; what a statement says is its issuer's."""
    assert chains_of(text) == [chain]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        (
            "Ana Reyes wrote in the Guardian that the quay will fall. The harbour is lost, Reyes wrote.",
            ["Guardian > Ana Reyes", "Guardian > Ana Reyes"],
        ),
        (
            "Slate published an essay by Ana Reyes. Reyes warns that the quay will fall.",
            ["Slate > Ana Reyes"],
        ),
        (
            "Slate published an essay by Ana Reyes. Reyes said that the quay will fall.",
            ["Ana Reyes"],
        ),
        (
            'Norway issued a statement. "The treaty holds for us all," it said. The envoy said that he had left.',
            ["statement > Norway", "envoy"],
        ),
        (
            "Ana Reyes told BBC host Jon Berg that the quay will fall. Maria Lind told Berg that it holds.",
            ["BBC > Ana Reyes", "BBC > Maria Lind"],
        ),
    ],
)
def test_later_sentences_take_an_outlet_or_medium_up(text: str, chains: list[str]) -> None:
    """Writing goes on where it was printed, a statement is quoted in the next sentence, a host stands for his outlet."""
    assert [chain for chain in chains_of(text) if " essay" not in chain][-len(chains) :] == chains


def test_hearsay_about_a_speaker_is_a_hop_nobody_states() -> None:
    """Where somebody reportedly said something, who passed it on is not stated."""
    assert chains_of("Ana Reyes reportedly said that the quay will fall.") == ["? > Ana Reyes"]


def test_outlet_that_acts_passes_nothing_on() -> None:
    """An outlet that asks for something, or stands by it, makes no claim; one that reports does."""
    assert chains_of("The Herald stands by its story.") == []
    assert chains_of("The Herald reported that the quay will fall.") == ["The Herald"]


@pytest.mark.parametrize(
    ("text", "entity", "naming"),
    [
        ("A Norwegian newspaper reported that the quay will fall.", "Norwegian newspaper", "unnamed"),
        ("The Norwegian newspaper Aftenposten reported that the quay will fall.", "Aftenposten", "named"),
        ("The news site quay-watch.com reported that the quay will fall.", "quay-watch.com", "named"),
    ],
)
def test_country_does_not_name_an_outlet(text: str, entity: str, naming: str) -> None:
    """An outlet of which only the country is told is unnamed; its own name is kept without what it is."""
    hop = audit_text(text).parse.attributions[0].chain[-1]
    assert (hop.entity, hop.naming.value) == (entity, naming)
