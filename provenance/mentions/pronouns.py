"""Pronouns and relatives as mentions."""

from collections.abc import Sequence

from provenance.mentions.words import POSSESSIVE_MARKS, Word
from provenance.model import Gender, Kind, Mention, Naming, Number

_READINGS = (
    ("pronouns.speaker", Kind.PERSON, Naming.AUTHOR, Number.ONE, Gender.UNKNOWN),
    ("pronouns.speakers", Kind.PERSON, Naming.AUTHOR, Number.SEVERAL, Gender.UNKNOWN),
    ("pronouns.several", Kind.GROUP, Naming.UNNAMED, Number.SEVERAL, Gender.UNKNOWN),
    ("pronouns.male", Kind.PERSON, Naming.UNNAMED, Number.ONE, Gender.MALE),
    ("pronouns.female", Kind.PERSON, Naming.UNNAMED, Number.ONE, Gender.FEMALE),
    ("pronouns.thing", Kind.UNKNOWN, Naming.UNNAMED, Number.ONE, Gender.UNKNOWN),
    ("pronouns.relative", Kind.UNKNOWN, Naming.UNNAMED, Number.UNSPECIFIED, Gender.UNKNOWN),
)
"""What the pronouns on each list stand for."""


def describe_pronoun(words: Sequence[Word]) -> Mention | None:
    """The mention a lone pronoun makes; None for other words."""
    held = [w for w in words if w.text not in POSSESSIVE_MARKS]
    reading = next((r for r in _READINGS if held[0].is_on(r[0])), None) if len(held) == 1 else None
    if reading is None:
        return None
    _, kind, naming, number, gender = reading
    return Mention((), kind, naming, number, head=held[0].lower, gender=gender, pronoun=True)
