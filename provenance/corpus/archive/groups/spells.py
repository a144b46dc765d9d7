"""Groups of an archive cut where nobody reported the statement for long: what is said of a subject later is another statement."""

from collections.abc import Iterator, Sequence

from provenance.comparing.grouping import Grouped
from provenance.comparing.statements import Statement

_GAP = 14
"""Days without a report after which only the very words show that it is still the same statement."""
_LONG = 8
"""Words of a quotation that nobody says twice by chance."""


def split_spells(
    groups: Sequence[Grouped], statements: Sequence[Statement], days: Sequence[int | None]
) -> Iterator[Grouped]:
    """Give the groups, cut where reports are far apart in time; `days` are those of the articles.

    Spells in which the same words are quoted at length stay together. What is left of one article alone is no group.
    """
    for group in groups:
        for numbers in _spells_of(group, statements, days):
            if len({statements[number].article for number in numbers}) > 1:
                parts = {number: places for number, places in group.parts.items() if number in numbers}
                yield Grouped(parts, group.utterance & numbers)


def _spells_of(group: Grouped, statements: Sequence[Statement], days: Sequence[int | None]) -> Iterator[frozenset[int]]:
    """Give the statements of each spell; what has no date is of the first."""
    dated = sorted((days[statements[number].article] or 0, number) for number in group.parts)
    spells: list[set[int]] = []
    before = 0
    for day, number in dated:
        if not spells or (before and day - before > _GAP):
            spells.append(set())
        spells[-1].add(number)
        before = day
    long = {number for number in group.utterance if len(statements[number].words) >= _LONG}
    quoting = frozenset(number for spell in spells if spell & long for number in spell)
    if quoting:
        yield quoting
    yield from (frozenset(spell) for spell in spells if not spell & long)
