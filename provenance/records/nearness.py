"""Which claims somebody named speaks of too: not the same words, but much of what they tell."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum, log

from attrs import field, frozen

from provenance.records.sameness import Meaning

_FEWEST = 3
"""Stems that two claims about the same thing have in common at least, however common the stems."""
_SHARE = 0.3
"""Share of a claim's stems that a named source's claim must hold as well."""
_FEWEST_TELLING, _WEIGHT = 2, 0.2
"""The same where rare stems weigh more: so many stems, and this share of what all stems of the claim weigh."""
_FEW = 8
"""A stem that more claims of named sources hold is what the article is about, and tells little."""


@frozen(eq=False, repr=False)
class NearFinder:
    """Tells whether one of some claims, those of named sources, speaks of what a claim says; the work grows with the article.

    `claims` are all claims of the article: a stem that few of them hold tells more than what the article is about.
    """

    meanings: Sequence[Meaning]
    claims: Sequence[Meaning]
    _holders: Mapping[str, list[int]] = field(init=False)
    _weights: Mapping[str, float] = field(init=False)

    @_holders.default
    def _hold(self) -> Mapping[str, list[int]]:
        holders: dict[str, list[int]] = defaultdict(list)
        for index, meaning in enumerate(self.meanings):
            for stem in meaning.stems:
                holders[stem].append(index)
        return {stem: held for stem, held in holders.items() if len(held) <= _FEW}

    @_weights.default
    def _weigh(self) -> Mapping[str, float]:
        held = Counter(stem for meaning in self.claims for stem in meaning.stems)
        return {stem: log((len(self.claims) + 1) / count) for stem, count in held.items()}

    def is_near(self, meaning: Meaning) -> bool:
        """Whether one of the claims shares enough stems, enough telling ones, or a figure and one more, with a meaning."""
        shared = Counter(i for stem in meaning.stems for i in self._holders.get(stem, ()))
        figures = set(self._holders_of(stem for stem in meaning.stems if stem.isdigit()))
        enough = max(_FEWEST, _SHARE * len(meaning.stems))
        if any(count >= enough or (count > 1 and index in figures) for index, count in shared.items()):
            return True
        wanted = _WEIGHT * self._weight_of(meaning.stems)
        return any(
            len(both) >= _FEWEST_TELLING and self._weight_of(both) >= wanted
            for both in (meaning.stems & self.meanings[index].stems for index in shared)
        )

    def _weight_of(self, stems: Iterable[str]) -> float:
        unheard = log(len(self.claims) + 1)
        return fsum(self._weights.get(stem, unheard) for stem in stems)  # in whatever order the set has them

    def _holders_of(self, stems: Iterable[str]) -> Iterator[int]:
        return (index for stem in stems for index in self._holders.get(stem, ()))
