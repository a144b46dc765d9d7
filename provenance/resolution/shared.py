"""Offices told once for several persons: *Sens. Ana Reyes and Bo Lind*, *Ana Reyes and Bo Lind, professors of law*."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from attrs import frozen

from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.model import Mention, Naming, Number
from provenance.resolution.cast import Cast, names_person
from provenance.rulebook import Rulebook
from provenance.tokens.symbols import Symbol

_PARTY = re.compile(r"(?:[DRIL]|Dem|Rep)[-–].+")
_FEWEST = 2
_JOINTS = frozenset({",", "and", "&"})


@frozen(eq=False, repr=False)
class Shared:
    """A person in a list to whom an office is given that the list shares."""

    unit: int
    name: str
    role: str
    modifiers: frozenset[str]


def find_shared(folded: Folded, cast: Cast, describer: Describer, chain_end: Callable[[int], int]) -> Iterator[Shared]:
    """The persons of every list, with the office told in front of it or behind it for all of them."""
    at = 0
    while at < len(cast.units):
        run = _run_from(at, folded, cast)
        at = max(at + 1, bisect_left(cast.units, run[-1] + 1)) if run else at + 1
        if len(run) < _FEWEST:
            continue
        told = _told_before(run[0], folded, describer) or _told_behind(run[-1], folded, describer, chain_end)
        first = cast.mentions[bisect_left(cast.units, run[0])]
        if told is None and first is not None and first.role and _opens_plural(run[0], folded, describer.rulebook):
            told = first
        if told is None or not told.role:
            continue
        for unit in run:
            known = cast.mentions[bisect_left(cast.units, unit)]
            if known is not None and known.name and not known.role:
                name = cast.full_name(known.name, known.gender)
                marks = frozenset(m for m in told.modifiers if not m.startswith("place:"))  # whose they may be
                yield Shared(unit, name, _one_of(told.role, describer.rulebook), marks)


def _run_from(index: int, folded: Folded, cast: Cast) -> list[int]:
    """The units of the persons listed by name from one of the cast on, as far as *and* joins the last of them."""
    run: list[int] = []
    joined = 0
    while index < len(cast.units):
        known = cast.mentions[index]
        if known is None or not names_person(known) or (run and not _joins(run[-1], cast.units[index], folded)):
            break
        if not _PARTY.match(str(known.name)):
            if run and "and" in folded.words(run[-1] + 1, cast.units[index]):
                joined = len(run) + 1
            run.append(cast.units[index])
        index += 1
    return run[:joined]


def _joins(before: int, unit: int, folded: Folded) -> bool:
    """Whether only commas, *and* and marks of a party stand between two units."""
    words = folded.words(before + 1, unit)
    return bool(words) and all(w in _JOINTS or w in ("(", ")") or _PARTY.match(w) for w in words)


def _told_before(unit: int, folded: Folded, describer: Describer) -> Mention | None:
    """The group right before a name that tells what all of the list are (*the lawyers Ana Reyes and Bo Lind*)."""
    if not unit or folded.symbols[unit - 1] != Symbol.PERSON:
        return None
    return _several(describer.read(folded, folded.first[unit - 1], folded.first[unit]))


def _told_behind(unit: int, folded: Folded, describer: Describer, chain_end: Callable[[int], int]) -> Mention | None:
    """The apposition behind the last name that tells what all of the list are."""
    symbols, surfaces, first = folded.symbols, folded.tokens.surfaces, folded.first
    if unit + 2 >= len(symbols) or surfaces[first[unit + 1]] != "," or symbols[unit + 2] != Symbol.PERSON:
        return None
    return _several(describer.read(folded, first[unit + 2], first[chain_end(unit + 2)]))


def _several(mention: Mention) -> Mention | None:
    unnamed = mention.naming is Naming.UNNAMED and mention.number is Number.SEVERAL
    return mention if unnamed and mention.role else None


def _opens_plural(unit: int, folded: Folded, rulebook: Rulebook) -> bool:
    """Whether the title before a name is one for several (*Sens.*, *Governors*)."""
    start, end = folded.first[unit], folded.first[unit + 1]
    return any("several" in r.tags for s in folded.tokens.surfaces[start:end] for r in rulebook.read(s))


def _one_of(role: str, rulebook: Rulebook) -> str:
    """The office under which it is compared, of a role that the words tell of several."""
    family = rulebook.reading(role, "role-families")
    return str(family.entry.fields.get("same", role)) if family else role
