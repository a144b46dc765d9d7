"""The house profiles that are shipped."""

import pytest

from provenance.model import Confidence
from provenance.policy.policy import DEFAULT_PROFILE, Policy, Wishes, resolve_policy
from provenance.policy.settings_file import SettingsFile
from provenance.rulebook.load import load_pack
from provenance.rulebook.locate import default_rules
from provenance.rulebook.schema import Status, Weight

PACK = load_pack(default_rules())
STANDARDS = {standard.id: standard for standard in PACK.standards}
HOUSES = ("ap", "bbc", "bloomberg", "guardian", "npr", "nyt", "reuters", "ua-imi")


def policy_of(profile: str) -> Policy:
    """Give the policy of a profile alone."""
    return resolve_policy(Wishes(profile=profile), SettingsFile(), PACK)


def test_all_profiles_are_there() -> None:
    """The desk, the review, everything, and the houses that the documentation promises are shipped."""
    assert {profile.id for profile in PACK.profiles} == {"desk", "review", "everything", *HOUSES}


def test_the_desk_holds_what_is_nearly_always_right() -> None:
    """Without a wish the desk's profile holds, and of all audits the sure and stable ones speak."""
    policy = resolve_policy(Wishes(), SettingsFile(), PACK)
    assert policy.profile.id == DEFAULT_PROFILE == "desk"
    assert {(card.confidence, card.status) for card in policy.cards} == {(Confidence.HIGH, Status.STABLE)}


def test_profiles_widen() -> None:
    """What the desk hears the review hears too, and everything holds every audit there is."""
    desk, review, everything = (
        {card.id for card in policy_of(name).cards} for name in ("desk", "review", "everything")
    )
    assert desk < review <= everything == {card.id for card in PACK.audits}


@pytest.mark.parametrize("house", HOUSES)
def test_each_house_differs_from_the_desk_for_a_reason_that_was_read(house: str) -> None:
    """Every difference of a house cites a standard of its own or of its country that somebody verified."""
    (profile,) = (profile for profile in PACK.profiles if profile.id == house)
    assert profile.rules
    for rule in profile.rules:
        assert rule.standards
        assert all(STANDARDS[name].verified for name in rule.standards)


@pytest.mark.parametrize("house", HOUSES)
def test_a_house_gets_what_it_asks_for(house: str) -> None:
    """An audit that a house names speaks as loud as it says, also one that is a preview or not sure."""
    policy = policy_of(house)
    spoken = {card.id: card.severity.value for card in policy.cards}
    for rule in policy.profile.rules:
        assert spoken.get(rule.audit, Weight.OFF) == rule.weight


def test_houses_differ_from_each_other() -> None:
    """No two houses make the same of all audits."""
    made = {tuple((ruling.card.id, ruling.weight) for ruling in policy_of(house).rulings) for house in HOUSES}
    assert len(made) == len(HOUSES)


def test_houses_differ_where_their_standards_do() -> None:
    """One house wants the reason for anonymity told, another thinks a rote reason worse than none."""
    weights = {house: {r.card.id: r.weight for r in policy_of(house).rulings} for house in ("ap", "nyt")}
    assert weights["ap"]["anon-no-reason"] is Weight.WARNING
    assert weights["nyt"]["anon-no-reason"] is Weight.OFF
