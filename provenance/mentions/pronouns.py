"""Pronouns and relatives as mentions."""

from collections.abc import Sequence

from provenance.mentions.words import POSSESSIVE_MARKS, Word
from provenance.model import Gender, Kind, Mention, Naming, Number

_SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
_SPEAKERS = frozenset({"we", "us", "our", "ours", "ourselves"})
_SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_THING = frozenset({"it", "its", "itself"})
_RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})


def describe_pronoun(words: Sequence[Word]) -> Mention | None:
    """The mention a lone pronoun makes; None for other words."""
    held = [w for w in words if w.text not in POSSESSIVE_MARKS]
    if len(held) != 1:
        return None
    lower = held[0].lower
    if lower in _SPEAKER or lower in _SPEAKERS:
        number = Number.ONE if lower in _SPEAKER else Number.SEVERAL
        return Mention((), Kind.PERSON, Naming.AUTHOR, number, head=lower, pronoun=True)
    if lower in _SEVERAL:
        return Mention((), Kind.GROUP, Naming.UNNAMED, Number.SEVERAL, head=lower, pronoun=True)
    if lower in _MALE or lower in _FEMALE:
        gender = Gender.MALE if lower in _MALE else Gender.FEMALE
        return Mention((), Kind.PERSON, Naming.UNNAMED, Number.ONE, head=lower, gender=gender, pronoun=True)
    if lower in _THING:
        return Mention((), Kind.UNKNOWN, Naming.UNNAMED, Number.ONE, head=lower, pronoun=True)
    if lower in _RELATIVES:
        return Mention((), Kind.UNKNOWN, Naming.UNNAMED, Number.UNSPECIFIED, head=lower, pronoun=True)
    return None
