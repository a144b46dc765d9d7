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
    reading = _READINGS.get(held[0].lower) if len(held) == 1 else None
    if reading is None:
        return None
    kind, naming, number, gender = reading
    return Mention((), kind, naming, number, head=held[0].lower, gender=gender, pronoun=True)


def _readings() -> dict[str, tuple[Kind, Naming, Number, Gender]]:
    one, several, anybody = Number.ONE, Number.SEVERAL, Gender.UNKNOWN
    sorts = (
        (_SPEAKER, (Kind.PERSON, Naming.AUTHOR, one, anybody)),
        (_SPEAKERS, (Kind.PERSON, Naming.AUTHOR, several, anybody)),
        (_SEVERAL, (Kind.GROUP, Naming.UNNAMED, several, anybody)),
        (_MALE, (Kind.PERSON, Naming.UNNAMED, one, Gender.MALE)),
        (_FEMALE, (Kind.PERSON, Naming.UNNAMED, one, Gender.FEMALE)),
        (_THING, (Kind.UNKNOWN, Naming.UNNAMED, one, anybody)),
        (_RELATIVES, (Kind.UNKNOWN, Naming.UNNAMED, Number.UNSPECIFIED, anybody)),
    )
    return {word: reading for words, reading in sorts for word in words}


_READINGS = _readings()
