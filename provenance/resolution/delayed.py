"""Delayed identification: *A former mayor says ...*, and a sentence or two later the name.

News introduces somebody by role and names them when they are quoted next; the name was not there before.
"""

from bisect import bisect_left

from attrs import evolve

from provenance.model import Gender, Kind, Mention, Naming, Number, Source
from provenance.resolution.bearers import full_name_at
from provenance.resolution.cast import names_person
from provenance.resolution.epithets import is_hardly_named
from provenance.resolution.floor import Floor, Speaker
from provenance.resolution.roles import likeness_of
from provenance.tokens.symbols import Symbol

_AHEAD = 7
"""Sentences within which who is named must speak."""
_NEXT = 3
"""Sentences of which one must begin with the name where it does not speak."""


def name_later(index: int, floor: Floor) -> Source | None:
    """The source of the speaker at an index under the name that comes later; None where none fits."""
    speaker = floor.speakers[index]
    if not _is_one_unnamed_person(speaker, floor):
        return None
    name = _speaks_later(index, floor) or _opens_a_sentence(speaker, floor)
    return evolve(speaker.source, entity=name, naming=Naming.NAMED, anonymity=None) if name else None


def _speaks_later(index: int, floor: Floor) -> str | None:
    """The name of the first speaker to come whom the description at an index fits."""
    speaker = floor.speakers[index]
    if not _has_role_to_name(speaker, floor):
        return None
    here = floor.layout.sentence(speaker.unit)
    for later in floor.speakers[index + 1 :]:
        distance = floor.layout.sentence(later.unit) - here
        if distance > _AHEAD:
            return None
        name = later.source.entity or ""
        if distance and " " in name and _fits(speaker, later, floor):
            return name
    return None


def _opens_a_sentence(speaker: Speaker, floor: Floor) -> str | None:
    """The full name with which one of the next sentences begins: *A retired diver claims ... Ada Lind lives by the harbour*."""
    layout, cast = floor.layout, floor.cast
    here = layout.sentence(speaker.unit)
    head, rulebook = speaker.mention.head, floor.describer.rulebook
    if not floor.is_opening(speaker.unit) or not head or rulebook.lists(head, "function-words"):
        return None
    nameless = rulebook.lists(head, "nameless-roles")
    for at in range(bisect_left(cast.units, speaker.unit + 1), len(cast.units)):
        unit, mention = cast.units[at], cast.mentions[at]
        distance = layout.sentence(unit) - here
        if distance > _NEXT:
            return None
        if not distance or unit > layout.sentence_start(unit) + 1 or mention is None or not names_person(mention):
            continue
        name = full_name_at(mention, unit, floor)
        if nameless and not _is_in_headline(name, speaker, floor):
            continue
        if " " in name and _may_be(speaker, name, mention.gender, floor):
            return name
    return None


def _is_in_headline(name: str, speaker: Speaker, floor: Floor) -> bool:
    """Whether only the headline names somebody before a speaker (*A woman who says ...* in the first sentence below it)."""
    return floor.cast.appears_before(name, speaker.unit) and not _told_before(name, speaker, floor)


def _is_one_unnamed_person(speaker: Speaker, floor: Floor) -> bool:
    source = speaker.source
    one = source.naming is Naming.UNNAMED and source.kind is Kind.PERSON and source.number is Number.ONE
    return one and not speaker.mention.pronoun and not floor.layout.quoted(speaker.unit)


def _has_role_to_name(speaker: Speaker, floor: Floor) -> bool:
    mention = speaker.mention
    if not mention.role or (
        is_hardly_named(mention, floor.describer.rulebook) and not _speaks_for_a_body(mention, floor)
    ):
        return False
    return mention.definite is True or floor.is_opening(speaker.unit)


def _speaks_for_a_body(mention: Mention, floor: Floor) -> bool:
    """Whether the role is one that is named later only with the same body (*a spokeswoman for the mayor*)."""
    readings = floor.describer.rulebook.read(str(mention.role))
    return any(r.lexicon == "nameless-roles" and "later" in r.tags for r in readings)


def _fits(speaker: Speaker, later: Speaker, floor: Floor) -> bool:
    """Whether a later speaker appears for the first time after the description and nothing contradicts."""
    source = later.source
    if source.kind is not Kind.PERSON or source.naming is not Naming.NAMED or source.number is not Number.ONE:
        return False
    return not later.mention.pronoun and _may_be(speaker, str(source.entity), later.gender, floor)


def _told_before(name: str, speaker: Speaker, floor: Floor) -> bool:
    """Whether somebody is mentioned before a description or beside it in its sentence.

    A headline does not count, for it tells the story once for itself.
    """
    layout, folded, unit = floor.layout, floor.folded, speaker.unit
    number = layout.sentence(unit)
    end = layout.ends[number] if number < len(layout.ends) else len(folded.symbols)
    behind = folded.unit_at(bisect_left(folded.tokens.starts, speaker.source.spans[-1].end) - 1) + 1
    below = folded.symbols.find(Symbol.BREAK) if number else 0
    if Symbol.STOP in folded.symbols[:below]:
        below = 0
    return floor.cast.appears_within(name, below, unit) or floor.cast.appears_within(name, behind, end)


def _may_be(speaker: Speaker, name: str, gender: Gender, floor: Floor) -> bool:
    """Whether somebody is named only after the description, and neither gender nor role nor body contradicts."""
    if _told_before(name, speaker, floor) or len({speaker.gender, gender} - {Gender.UNKNOWN}) > 1:
        return False
    held = floor.roles_of(name)
    roles = {h.role for h in held if h.role}
    alike = any(h.modifiers & speaker.mention.modifiers for h in held)
    if _speaks_for_a_body(speaker.mention, floor) and not alike:
        return False
    words = floor.describer.rulebook.words
    return not roles or any(likeness_of(speaker.mention, role, words) for role in roles)
