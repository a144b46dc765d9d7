"""Which claims somebody named speaks of too: not the same words, but much of what they tell."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from attrs import field, frozen

from provenance.records.sameness import Meaning

_FEWEST = 3
"""Stems that two claims about the same thing have in common at least."""
_SHARE = 0.3
"""Share of a claim's stems that a named source's claim must hold as well."""
_FEW = 8
"""A stem that more claims of named sources hold is what the article is about, and tells little."""


@frozen(eq=False)
class NearFinder:
    """Tells whether one of some claims, those of named sources, speaks of what a claim says; the work grows with the article."""

    meanings: Sequence[Meaning]
    _holders: dict[str, list[int]] = field(init=False)

    @_holders.default
    def _hold(self) -> dict[str, list[int]]:
        holders: dict[str, list[int]] = defaultdict(list)
        for index, meaning in enumerate(self.meanings):
            for stem in meaning.stems:
                holders[stem].append(index)
        return {stem: held for stem, held in holders.items() if len(held) <= _FEW}

    def is_near(self, meaning: Meaning) -> bool:
        """Whether one of the claims shares enough telling stems, or a figure and one more, with a meaning."""
        shared = Counter(i for stem in meaning.stems for i in self._holders.get(stem, ()))
        figures = set(self._holders_of(stem for stem in meaning.stems if stem.isdigit()))
        enough = max(_FEWEST, _SHARE * len(meaning.stems))
        return any(count >= enough or (count > 1 and index in figures) for index, count in shared.items())

    def _holders_of(self, stems: Iterable[str]) -> Iterable[int]:
        return (index for stem in stems for index in self._holders.get(stem, ()))
