"""What stands for a group right before it: relatives, ages, appositions, *all* behind the names."""

from provenance.model import Kind, Mention, Naming, Number
from provenance.resolution.floor import Floor
from provenance.tokens.symbols import GROUPS, Symbol

_STEP = 2
"""A group and the preposition or comma before it."""
_DASHES = frozenset({"-", "--", "–", "—"})
_THINGS = frozenset(Symbol[name] for name in ("THING", "DOCUMENT", "REPORT", "WORDS", "PLACE"))
_BETWEEN = frozenset({"(", ")", "and", ",", "."})
_LONGEST = 40
"""Units of a list of names."""


def antecedent_units(mention: Mention, units: tuple[int, int], floor: Floor) -> tuple[int, int] | None:
    """The units of what a source's words stand for, if that is right before them."""
    return (
        relative_units(mention, units, floor)
        or aged_person(units, floor)
        or _apposed_to(mention, units, floor)
        or _turned(mention, units, floor)
        or _listed_before(units, floor)
        or _controlled(mention, units, floor)
    )


def relative_units(mention: Mention, units: tuple[int, int], floor: Floor) -> tuple[int, int] | None:
    """The units of what *who* or *which* stands for: the group before it, with the phrases between."""
    if not mention.pronoun or mention.head not in floor.describer.rulebook.words["pronouns.relative"]:
        return None
    symbols, end = floor.folded.symbols, units[0]
    if end and (symbols[end - 1] in floor.commas or floor.surface(end - 1) in _DASHES):
        end -= 1
    start = end - 1
    if start < 0 or symbols[start] not in GROUPS:
        return None
    while start >= _STEP and symbols[start - 1] in floor.prepositions and symbols[start - 2] in GROUPS:
        if floor.describer.rulebook.lists(floor.surface(start - 1), "member-openers"):
            break  # candidates like Ana Reyes, who said
        if mention.head == "which" and _are_people(start - 2, floor):
            break  # members of the government, which said
        if mention.head == "who" and symbols[start] == Symbol.PERSON and symbols[start - 2] in _THINGS:
            break  # an answer from the mayor, who said
        start -= 2
    if mention.head == "which" and (body := _body_apposed(start, floor)) is not None:
        return body
    comma = start - 2 if start and floor.is_on(start - 1, "reference-words.since") else start - 1
    if comma > 0 and symbols[comma] in floor.commas and symbols[start] == symbols[comma - 1] == Symbol.PERSON:
        return comma - 1, comma
    return start, end


def _body_apposed(start: int, floor: Floor) -> tuple[int, int] | None:
    """The named body before a comma of which what follows says only what it is (*the Harbour Union, a small body, which*)."""
    symbols = floor.folded.symbols
    apposed = start >= _STEP and symbols[start - 1] in floor.commas and symbols[start - 2] == Symbol.BODY
    if (
        not apposed
        or not floor.is_on(start, "reference-words.apposed-body")
        or symbols[start] not in (Symbol.BODY, Symbol.THING)
    ):
        return None
    return start - 2, start - 1


def _are_people(unit: int, floor: Floor) -> bool:
    """Whether a group is people without a name, for whom *which* cannot stand."""
    return floor.folded.symbols[unit] == Symbol.PERSON and floor.mention_at(unit, unit + 1).naming is Naming.UNNAMED


def aged_person(units: tuple[int, int], floor: Floor) -> tuple[int, int] | None:
    """The person whose age stands between commas where a pattern took the age for the source (*Ana Reyes, 59, said*)."""
    at, symbols = units[0], floor.folded.symbols
    if units[1] - at != 1 or at < _STEP or not floor.surface(at).isdigit():
        return None
    return (at - 2, at - 1) if symbols[at - 1] in floor.commas and symbols[at - 2] == Symbol.PERSON else None


def _apposed_to(mention: Mention, units: tuple[int, int], floor: Floor) -> tuple[int, int] | None:
    """The person named before the comma where a pattern took the apposition (*Ana Reyes, a former mayor, said*)."""
    at, symbols = units[0], floor.folded.symbols
    if mention.naming is not Naming.UNNAMED or mention.pronoun:
        return None
    if at < _STEP or symbols[at - 1] not in floor.commas or symbols[at - 2] != Symbol.PERSON:
        return None
    if _is_title_behind(at, floor):
        return at - 2, at - 1
    if mention.definite is not False or mention.kind is not Kind.PERSON:
        return None
    if symbols[units[1] : units[1] + 1] not in floor.commas or symbols[units[1] + 1 : units[1] + 2] == Symbol.PERSON:
        return None
    named = floor.mention_at(at - 2, at - 1)
    return (at - 2, at - 1) if named.naming is Naming.NAMED and named.kind is Kind.PERSON else None


def _is_title_behind(at: int, floor: Floor) -> bool:
    """Whether an office without article stands behind the name that opens a sentence (*Ana Reyes, president of the bank said*)."""
    if at - 2 != floor.layout.sentence_start(at) or floor.folded.symbols[at] != Symbol.PERSON:
        return False
    named, title = floor.mention_at(at - 2, at - 1), floor.mention_at(at, at + 1)
    if named.naming is not Naming.NAMED or named.kind is not Kind.PERSON or title.naming is not Naming.UNNAMED:
        return False
    return title.number is Number.ONE and title.definite is None and title.role is not None


def _turned(mention: Mention, units: tuple[int, int], floor: Floor) -> tuple[int, int] | None:
    """What somebody was, where a pattern took what they became (*the failed candidate turned senator said*)."""
    at, symbols = units[0], floor.folded.symbols
    person = mention.kind is Kind.PERSON and at >= _STEP and symbols[at - 2] == Symbol.PERSON
    return (at - 2, at - 1) if person and floor.is_on(at - 1, "reference-words.turned") else None


def _controlled(mention: Mention, units: tuple[int, int], floor: Floor) -> tuple[int, int] | None:
    """Who is moved to do something, where *its* stands in what they are to do (*convince the union to drop its demand*)."""
    at, symbols = units[0], floor.folded.symbols
    if (
        not floor.is_on(at, "pronouns.owning")
        or not mention.pronoun
        or at < len(("convince", "the union", "to", "drop"))
    ):
        return None
    if floor.surface(at - 2) != "to" or symbols[at - 4] not in floor.describer.rulebook.sets["OBJECT_CONTROL"]:
        return None
    person = symbols[at - 3] == Symbol.PERSON
    agrees = symbols[at - 3] in GROUPS and (
        floor.is_on(at, "pronouns.owning-several") or person == floor.is_on(at, "pronouns.owning-person")
    )
    return (at - 3, at - 2) if agrees else None


def _listed_before(units: tuple[int, int], floor: Floor) -> tuple[int, int] | None:
    """The persons listed before *all* or *both* (*Ana Reyes, Paul Doe and Rob Roy all said*)."""
    symbols, start = floor.folded.symbols, units[0]
    if units[1] - start != 1 or not floor.is_on(start, "reference-words.floating") or floor.folded.words(*units)[1:]:
        return None
    persons, joined = 0, False
    while start > max(0, units[0] - _LONGEST):
        word = floor.surface(start - 1)
        if symbols[start - 1] != Symbol.PERSON and word not in _BETWEEN:
            break
        joined = joined or word == "and"
        persons += symbols[start - 1] == Symbol.PERSON
        start -= 1
    return (start, units[0]) if joined and persons >= _STEP else None
