"""Delayed identification: *A former mayor says ...*, and a sentence or two later the name.

News introduces somebody by role and names them when they are quoted next; the name was not there before.
"""

from bisect import bisect_left

from attrs import evolve

from provenance.model import Gender, Kind, Mention, Naming, Number, Source
from provenance.resolution.epithets import is_hardly_named
from provenance.resolution.floor import Floor, Speaker
from provenance.resolution.roles import likeness_of

_OPENING = 4
"""Sentences from the start of an article in which also *a former mayor* is named later."""
_AHEAD = 7
"""Sentences within which the name must come."""


def name_later(index: int, floor: Floor) -> Source | None:
    """The source of the speaker at an index under the name that comes later; None where none fits."""
    speaker = floor.speakers[index]
    if not _can_be_named(speaker, floor):
        return None
    here = floor.layout.sentence(speaker.unit)
    for later in floor.speakers[index + 1 :]:
        distance = floor.layout.sentence(later.unit) - here
        if distance > _AHEAD:
            return None
        name = later.source.entity
        if distance and name and _fits(speaker, later, floor):
            return evolve(speaker.source, entity=name, naming=Naming.NAMED, anonymity=None)
    return None


def _can_be_named(speaker: Speaker, floor: Floor) -> bool:
    mention, source = speaker.mention, speaker.source
    if source.naming is not Naming.UNNAMED or source.kind is not Kind.PERSON or mention.pronoun:
        return False
    if (
        source.number is not Number.ONE
        or not mention.role
        or (is_hardly_named(mention, floor.describer.rulebook) and not _speaks_for_a_body(mention, floor))
        or floor.layout.quoted(speaker.unit)
    ):
        return False
    return mention.definite is True or floor.layout.sentence(speaker.unit) < _OPENING


def _speaks_for_a_body(mention: Mention, floor: Floor) -> bool:
    """Whether the role is one that is named later only with the same body (*a spokeswoman for the mayor*)."""
    readings = floor.describer.rulebook.read(str(mention.role))
    return any(r.lexicon == "nameless-roles" and "later" in r.tags for r in readings)


def _fits(speaker: Speaker, later: Speaker, floor: Floor) -> bool:
    """Whether a later speaker appears for the first time after the description and nothing contradicts."""
    source, name = later.source, str(later.source.entity)
    if source.kind is not Kind.PERSON or source.naming is not Naming.NAMED or source.number is not Number.ONE:
        return False
    if later.mention.pronoun or _appears_before(name, speaker.unit, floor):
        return False
    genders = {speaker.gender, later.gender} - {Gender.UNKNOWN}
    if len(genders) > 1:
        return False
    held = [h for h in floor.role_holders() if h.name == name]
    roles = {h.role for h in held if h.role}
    alike = any(h.modifiers & speaker.mention.modifiers for h in held)
    if _speaks_for_a_body(speaker.mention, floor) and not alike:
        return False
    return not roles or any(likeness_of(speaker.mention, role) for role in roles)


def _appears_before(name: str, unit: int, floor: Floor) -> bool:
    last = name.rsplit(maxsplit=1)[-1]
    before = floor.cast.mentions[: bisect_left(floor.cast.units, unit)]
    return any(m and m.name and m.name.split()[-1] == last for m in before)
