"""V01: opinions ascribed to crowds."""

from provenance.model import Kind, Naming, Number
from tests.factories import REYES, Said, hits, hop

RULE = "weasel"
EXPERTS = (hop("unnamed experts", Kind.GROUP, Naming.UNNAMED),)
TEXT = "{s1:Experts} say {c1:the law is unworkable}."


def experts(**changes: object) -> Said:
    """Make the attribution of a claim to experts."""
    settings: dict[str, object] = {"number": Number.SEVERAL, "specificity": 0, **changes}
    return Said("1", EXPERTS, **settings)  # type: ignore[arg-type]


def test_a_crowd_is_flagged_at_its_words() -> None:
    """The finding rests on the words for the crowd."""
    assert hits(RULE, TEXT, experts()) == ["Experts"]


def test_a_described_or_single_expert_passes() -> None:
    """A body, a number or a single expert is more than a crowd."""
    assert hits(RULE, TEXT, experts(specificity=2)) == []
    assert hits(RULE, TEXT, experts(number=Number.ONE)) == []


def test_officials_are_no_crowd_of_opinion() -> None:
    """Other rules deal with unnamed people who hold a post."""
    assert hits(RULE, TEXT, experts(descriptor="officials")) == []


def test_a_topic_sentence_before_named_words_passes() -> None:
    """A named person who speaks within two sentences is whom the crowd stands for; later is too late."""
    reyes = Said("2", (REYES,))
    assert hits(RULE, TEXT + " It is old. {c2:It fails}, {s2:Ana Reyes} said.", experts(), reyes) == []
    late = TEXT + " It is old. It is long. {c2:It fails}, {s2:Ana Reyes} said."
    assert hits(RULE, late, experts(), reyes) == ["Experts"]


def test_crowds_inside_somebodys_words_pass() -> None:
    """What a speaker ascribes to experts is part of the quotation."""
    text = "{s2:Ana Reyes} said {c2:that {s1:experts} find {c1:the law unworkable}}."
    assert hits(RULE, text, Said("2", (REYES,)), experts(nested_in="a2")) == []
