"""Which statements are worth comparing: the candidate step, an index of rare runs of words and pairs of terms.

Pure: it sees the statements of one window of time and gives pairs of numbers, so that windows can be worked on apart.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from provenance.comparing.clauses import Clause
from provenance.comparing.matching import Weights

_RUN = 4
"""Words in a row that two cuts of one quotation share."""
_MOST_WITH_RUN, _MOST_WITH_TERMS = 60, 30
"""A run of words, or a pair of terms, that more of them hold tells nothing."""
_TERMS, _IMPLIED = 10, 3
"""How many of its rarest terms, own and of its context, a claim is looked up by."""

Pair = tuple[int, int]


def pair_by_words(contents: Sequence[tuple[str, ...]]) -> list[Pair]:
    """Give pairs of contents that share some words in a row."""
    runs = ((content[at : at + _RUN] for at in range(len(content) - _RUN + 1)) for content in contents)
    return _pairs(runs, _MOST_WITH_RUN)


def pair_by_terms(clauses: Sequence[Clause], weights: Weights) -> list[Pair]:
    """Give pairs of claims that share two of their rarest terms."""
    held = Counter(term for clause in clauses for term in clause.keys | clause.context)
    return _pairs((_term_pairs(clause, weights, held) for clause in clauses), _MOST_WITH_TERMS)


def _term_pairs(clause: Clause, weights: Weights, held: Mapping[str, int]) -> Iterator[tuple[str, ...]]:
    """Yield pairs of terms of a claim; those that no other claim holds would fill the index and find nothing."""
    rarest = [term for term in _rarest(clause.keys, weights)[:_TERMS] if held[term] > 1]
    yield from combinations(sorted(rarest), 2)
    context = [term for term in _rarest(clause.context - clause.keys, weights)[:_IMPLIED] if held[term] > 1]
    for own, implied in product(rarest, context):
        yield (own, implied) if own < implied else (implied, own)


def _rarest(terms: frozenset[str], weights: Weights) -> list[str]:
    return sorted(terms, key=lambda term: (-weights.of(term), term))


def _pairs(keys_of_each: Iterable[Iterable[tuple[str, ...]]], most: int) -> list[Pair]:
    first: dict[tuple[str, ...], int] = {}
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, keys in enumerate(keys_of_each):
        for key in keys:
            before = first.setdefault(key, number)  # most keys have one holder, which needs no list
            if before != number:
                held = holders.setdefault(key, [before])
                if held[-1] != number:
                    held.append(number)
    found: set[Pair] = set()
    for held in holders.values():
        if len(held) <= most:
            found.update(combinations(held, 2))
    return sorted(found)
