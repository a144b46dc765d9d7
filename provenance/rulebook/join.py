"""Several packs as one: a house adds its rules to the shipped ones without touching them."""

from collections.abc import Sequence
from itertools import chain

from attrs import evolve

from provenance.rulebook.schema import Calibration, Pack, Pattern


def join_packs(packs: Sequence[Pack]) -> Pack:
    """Join packs to the first of them; over the same words patterns of added packs come before those of the first."""
    first, added = packs[0], packs[1:]
    if not added:
        return first
    return evolve(
        first,
        lexicons=tuple(chain.from_iterable(pack.lexicons for pack in packs)),
        fragments=tuple(chain.from_iterable(pack.fragments for pack in packs)),
        patterns=_rank_anew([*added, first]),
        audits=tuple(chain.from_iterable(pack.audits for pack in packs)),
        standards=tuple(chain.from_iterable(pack.standards for pack in packs)),
        profiles=tuple(chain.from_iterable(pack.profiles for pack in packs)),
        disputes=tuple(chain.from_iterable(pack.disputes for pack in packs)),
        exceptions=tuple(chain.from_iterable(pack.exceptions for pack in packs)),
        calibration=_join_calibrations(packs),
        extras=tuple(chain.from_iterable(pack.names for pack in added)),
    )


def _join_calibrations(packs: Sequence[Pack]) -> Calibration:
    """Give the first pack's, with the odds that added packs state for their own patterns."""
    odds = {name: value for pack in packs for name, value in pack.calibration.patterns.items()}
    return evolve(packs[0].calibration, patterns=odds)


def _rank_anew(packs: Sequence[Pack]) -> tuple[Pattern, ...]:
    """Give the patterns of all packs, each pack's in its own order of precedence."""
    ordered = [pattern for pack in packs for pattern in sorted(pack.patterns, key=lambda pattern: pattern.rank)]
    return tuple(evolve(pattern, rank=rank) for rank, pattern in enumerate(ordered))
