"""What a profile makes of findings that are less sure than their card."""

from provenance.policy.rulings import Grounds, rule_on
from provenance.rulebook.schema import AuditCard, Profile
from tests.factories import CARDS, PACK

PROFILES: dict[str, Profile] = {profile.id: profile for profile in PACK.profiles}


def graded(profile: str) -> AuditCard:
    """Give the card of a gate rule under a profile."""
    return rule_on(CARDS["anon-only-claim"], Grounds(PROFILES[profile])).card


def test_a_desk_does_not_see_what_is_less_sure() -> None:
    """A circumstance that lowers the confidence below the profile's keeps the audit silent."""
    unsure = {soften.id for soften in CARDS["anon-only-claim"].softens}

    assert unsure <= {exception.id for exception in graded("desk").excepts}
    assert graded("desk").softens == ()


def test_a_wider_profile_does() -> None:
    """A profile that wants every confidence takes the card as it is."""
    assert graded("everything") == CARDS["anon-only-claim"]
