"""Which audits speak, how loud, and who decided that: the command line, the settings, the profile or the card."""

from collections.abc import Mapping

from attrs import evolve, field, frozen

from provenance.model import Severity
from provenance.rulebook.schema import AuditCard, AuditExcept, Profile, ProfileRule, Weight

CARD = "card"


@frozen(eq=False, repr=False)
class Ruling:
    """What holds for one audit, and where that was decided."""

    card: AuditCard
    weight: Weight
    origin: str


@frozen(eq=False, repr=False)
class Grounds:
    """What an audit is ruled on by: the profile, the severities and the selection of the house, with where each stands; ids throughout.

    `select` None means no selection.
    """

    profile: Profile
    severity: Mapping[str, tuple[Weight, str]] = field(factory=dict)
    select: frozenset[str] | None = None
    select_origin: str = ""


def rule_on(card: AuditCard, grounds: Grounds) -> Ruling:
    """Decide on one audit: a selection first, then the settings' severity, then the profile, then the card.

    An audit that somebody selects or gives a severity speaks, whatever the profile thinks of its confidence.
    """
    chosen = _rule_by_house(card, grounds)
    if grounds.select is None:
        return chosen
    if card.id not in grounds.select:
        return Ruling(card, Weight.OFF, f"{grounds.select_origin} leaves it out")
    return chosen if chosen.weight is not Weight.OFF else Ruling(card, Weight(card.severity), grounds.select_origin)


def grade_card(ruling: Ruling) -> AuditCard:
    """Give the card with the severity of the ruling; none of its softer findings may weigh more than that."""
    severity = ruling.weight.severity
    if severity is None or severity is ruling.card.severity:
        return ruling.card
    softens = tuple(evolve(soften, severity=_milder(soften.severity, severity)) for soften in ruling.card.softens)
    return evolve(ruling.card, severity=severity, softens=softens)


def _rule_by_house(card: AuditCard, grounds: Grounds) -> Ruling:
    if card.id in grounds.severity:
        weight, origin = grounds.severity[card.id]
        return Ruling(card, weight, origin)
    profile = grounds.profile
    named = next((rule for rule in profile.rules if rule.audit == card.id), None)
    if named is not None:
        return Ruling(card, named.weight, _reason_of(named, profile))
    if card.status not in profile.status:
        return Ruling(card, Weight.OFF, f"profile {profile.id}: its status is {card.status}")
    if card.confidence not in profile.confidence:
        return Ruling(card, Weight.OFF, f"profile {profile.id}: its confidence is {card.confidence}")
    return Ruling(_without_unsure(card, profile), Weight(card.severity), CARD)


def _without_unsure(card: AuditCard, profile: Profile) -> AuditCard:
    """The card without the circumstances in which its findings are less sure than the profile wants."""
    unsure = [one for one in card.softens if one.confidence is not None and one.confidence not in profile.confidence]
    if not unsure:
        return card
    excepts = (AuditExcept(one.id, one.reason, one.when, one.place) for one in unsure)
    return evolve(
        card,
        excepts=(*card.excepts, *excepts),
        softens=tuple(one for one in card.softens if one not in unsure),
    )


def _reason_of(rule: ProfileRule, profile: Profile) -> str:
    return f"profile {profile.id}: {rule.reason} ({', '.join(rule.standards)})"


def _milder(one: Severity, other: Severity) -> Severity:
    return min(one, other, key=lambda level: level.rank)
