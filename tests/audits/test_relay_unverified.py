"""C03: second-hand claims that nobody says were verified."""

import pytest

from provenance.model import Chain, Kind, Role
from tests.factories import NOBODY, OFFICIAL, REYES, Said, hits, hop, outlet

RULE = "relay-unverified"
CLAIM = "The raid took place"
TEXT = f"{{c1:{CLAIM}}}, {{s1:Ana Reyes}} told {{r1:Reuters}}."
PUBLISHER = outlet("UNN", Role.PUBLISHER)


@pytest.mark.parametrize(
    "chain",
    [
        (outlet("Reuters"), REYES),
        (outlet("Reuters", Role.ORIGIN),),
        (PUBLISHER, outlet("Reuters", Role.ORIGIN)),
        (hop("Ana Reyes", role=Role.RELAY), hop("Peter Brandt")),
    ],
)
def test_what_somebody_passes_on_is_second_hand(chain: Chain) -> None:
    """A relay, another outlet's own report and a person's report of another are second-hand."""
    assert hits(RULE, TEXT, Said("1", chain)) == [CLAIM]


@pytest.mark.parametrize("chain", [(REYES,), (OFFICIAL,), (PUBLISHER, REYES), (NOBODY,)])
def test_what_the_article_heard_itself_is_first_hand(chain: Chain) -> None:
    """An origin alone is first-hand, and the publisher's self-credit makes no relay."""
    assert hits(RULE, TEXT, Said("1", chain)) == []


def test_the_publishers_own_report_is_first_hand() -> None:
    """An outlet that cites its own report relays nothing, whether its name is metadata or a self-credit."""
    own = Said("1", (outlet("UNN", Role.ORIGIN),))
    assert hits(RULE, TEXT, own, publisher="UNN") == []
    assert hits(RULE, TEXT + " {c2:It rained}, {s2:Ana Reyes} said.", own, Said("2", (PUBLISHER, REYES))) == []


@pytest.mark.parametrize("signal", ["unverified", "confirmed"])
def test_a_word_about_verification_is_enough(signal: str) -> None:
    """The attribution's own signal counts, and so does one in the sentence after the claim."""
    chain = (outlet("Reuters"), REYES)
    assert hits(RULE, TEXT, Said("1", chain, signals=frozenset({signal}))) == []
    assert hits(RULE, f"{TEXT} It could {{signal_{signal}:not be verified}}.", Said("1", chain)) == []


def test_a_word_about_verification_far_away_does_not_count() -> None:
    """A signal two sentences on is about something else."""
    text = f"{TEXT} It rained. The flood could {{signal_unverified:not be verified}}."
    assert hits(RULE, text, Said("1", (outlet("Reuters"), REYES))) == [CLAIM]


def test_deep_chains_are_left_to_their_own_rule() -> None:
    """Three links are reported once, as deep."""
    assert hits(RULE, TEXT, Said("1", (PUBLISHER, outlet("Reuters"), REYES))) == []


def test_a_minister_does_not_relay_his_government() -> None:
    """A named person who states a government's position is no relay."""
    position = (hop("Ana Reyes", role=Role.RELAY), hop("Norway", Kind.GOVERNMENT))
    assert hits(RULE, TEXT, Said("1", position)) == []
