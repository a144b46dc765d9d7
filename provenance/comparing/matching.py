"""How alike two statements are: the scoring step. Pure: it sees two statements and the weights of terms, nothing else."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import fsum, log

from attrs import field, frozen
from rapidfuzz.distance import LCSseq

from provenance.comparing.clauses import Clause
from provenance.comparing.meanings import BODY, NAME, NUMBER
from provenance.comparing.speakers import ALLIED, OPEN, OTHER, SAME, compare_speakers
from provenance.comparing.statements import Statement
from provenance.model import Form

_TELLING = 1.3
"""Names and numbers tell more than other words as rare."""
_DAMPING = 1.5
"""How much shared weight makes half a match, whatever the share."""
_OF_SHORTER = 0.4
"""How far it counts what share of the shorter claim is in the longer; the rest is for the share of the longer."""
_CONTEXT = 0.7
"""What a term is worth that one of the two has only in its context."""
_TRUST = {SAME: 1.0, ALLIED: 0.85, OPEN: 0.5, OTHER: 0.35}
"""How far likeness counts, by who the speakers are to each other."""
_SURE_RUN, _RUN = 16.0, 8.0
"""Words in a row that show one quotation behind two: worth so much, or less if the shorter is nearly all in the longer."""
_SHARE = 0.8
"""So much of the shorter is nearly all of it."""
_RUN_OF_SHORTER = 0.7
"""Words scattered over a long text are found in any; in a row must stand most of what the shorter tells."""
_UNQUOTED = 0.6
"""What words in a row are worth that neither of the two quotes."""
_FEWEST = 2
"""One shared term is a subject, not a claim."""
_PRIOR = 30
"""Claims about other things, as if they had been counted too: in two articles nothing would be rare."""
_BOTH_QUOTED = 0.6
"""How far likeness counts where both quote: of one claim the very words would be the same."""


@frozen(eq=False)
class Weights:
    """What a shared term is worth: rare ones more. `clauses` is how many claims were counted."""

    counts: Mapping[str, int]
    clauses: int
    memo: dict[str, float] = field(factory=dict)
    totals: dict[frozenset[str], float] = field(factory=dict)

    @property
    def rare(self) -> float:
        """The weight of a term that the square root of all claims hold: claims that are one share a rarer one."""
        return log(1 + self.clauses**0.5)

    def of(self, term: str) -> float:
        """The weight of one term."""
        found = self.memo.get(term)
        if found is None:
            found = log(1 + self.clauses / self.counts.get(term, 1))
            found *= _TELLING if term.startswith((NAME, NUMBER, BODY)) else 1.0
            self.memo[term] = found
        return found

    def total(self, terms: Iterable[str]) -> float:
        """The weight of several terms; summed exactly, for a set has its terms in another order in every run."""
        return fsum(map(self.of, terms))

    def total_of(self, terms: frozenset[str]) -> float:
        """The weight of a claim's terms, which is asked for again and again."""
        found = self.totals.get(terms)
        if found is None:
            found = self.totals[terms] = self.total(terms)
        return found


def count_terms(clauses: Iterable[Clause]) -> Weights:
    """Count in how many claims each term stands."""
    counts: Counter[str] = Counter()
    number = 0
    for clause in clauses:
        counts.update(clause.keys)
        number += 1
    return Weights(counts, number + _PRIOR)


def score_clauses(one: Clause, other: Clause, weights: Weights) -> float:
    """Give 0 to 1: how likely it is that two claims are one, by what they have in common."""
    ours, theirs = one.keys, other.keys
    common = ours & theirs
    if len(common) < _FEWEST or max(map(weights.of, common)) < weights.rare:
        return 0.0
    implied = ((one.context & theirs) | (other.context & ours)) - common
    shared = weights.total(common) + _CONTEXT * weights.total(implied)
    smaller, larger = sorted((weights.total_of(ours), weights.total_of(theirs)))
    part = _OF_SHORTER * min(1.0, shared / smaller) + (1 - _OF_SHORTER) * shared / larger
    return min(1.0, part) * shared / (shared + _DAMPING)


def trust_speakers(one: Statement, other: Statement) -> float:
    """Give how far the likeness of the claims of two statements counts, by who the speakers are and whether both quote."""
    quoted = one.attribution.form is other.attribution.form is Form.DIRECT
    return _TRUST[compare_speakers(one.speakers, other.speakers)] * (_BOTH_QUOTED if quoted else 1.0)


def same_words(one: Statement, other: Statement) -> bool:
    """Whether two statements share so many words in a row that one quotation must stand behind both."""
    run = _best_run(one, other)
    unquoted = one.attribution.form is other.attribution.form is Form.INDIRECT
    best = run * _UNQUOTED if unquoted else run
    if best >= _SURE_RUN:
        return True
    shorter, longer = sorted((one, other), key=lambda statement: len(statement.words))
    if best < _RUN or run < _RUN_OF_SHORTER * sum(shorter.worths):
        return False
    return LCSseq.similarity(shorter.words, longer.words) >= _SHARE * len(shorter.words)


def _best_run(one: Statement, other: Statement) -> float:
    """What the most telling words that both have in a row are worth."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(other.words):
        places.setdefault(word, []).append(at)
    best, before = 0.0, dict[int, float]()
    for word, worth in zip(one.words, one.worths, strict=True):
        now = {at: before.get(at - 1, 0.0) + worth for at in places.get(word, ())}
        best = max(best, *now.values()) if now else best
        before = now
    return best
