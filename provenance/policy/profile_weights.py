"""What every audit weighs in every house profile."""

from collections.abc import Mapping

from provenance.policy.rulings import Grounds, rule_on
from provenance.rulebook.schema import Pack


def weigh_profiles(pack: Pack) -> Mapping[str, Mapping[str, str]]:
    """Return profile -> audit -> severity or `off`, all by id."""
    return {
        profile.id: {card.id: rule_on(card, Grounds(profile)).weight.value for card in pack.audits}
        for profile in pack.profiles
    }
