"""Statements to groups: those that report one utterance, and those that report one claim."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum

from attrs import frozen

from provenance.comparing.candidates import Pair, pair_by_terms, pair_by_words
from provenance.comparing.clauses import Clause
from provenance.comparing.linkage import link
from provenance.comparing.matching import Weights, count_terms, same_words, score_clauses, trust_speakers
from provenance.comparing.speakers import ALLIED, compare_speakers
from provenance.comparing.statements import Statement
from provenance.model import covers

_LEAST_LIKE = 0.27
_LEAST_AVERAGE = 0.09
_LEAST_WORDS_AVERAGE = 0.17
_NEAR_GROUP = 0.5
_SETTLED = 3
"""A group of so many claims is settled enough to say what it is about."""


@frozen(eq=False)
class _Claim:
    """One clause of a statement, and which of all statements and of its clauses they are."""

    statement: Statement
    clause: Clause
    number: int
    place: int


@frozen
class Grouped:
    """Statements that belong together, by their numbers: `parts` are the clauses of each that do, none if all of it.

    `utterance` has the statements that share their very words with another.
    """

    parts: Mapping[int, frozenset[int]]
    utterance: frozenset[int]


def group_statements(statements: Sequence[Statement]) -> list[Grouped]:
    """Group statements of several articles by what they report, in the order of their first statements."""
    said = _group_words(statements)
    claimed = _group_claims(statements)
    return [one for one in _unite(said, claimed) if len({statements[n].article for n in one.parts}) > 1]


def _group_words(statements: Sequence[Statement]) -> list[frozenset[int]]:
    """Give sets of statements whose words come from one utterance; what stands inside another goes with that."""
    outer = _outermost(statements)
    outers = sorted(set(outer))
    pairs = pair_by_words([statements[number].words for number in outers])
    edges = {(outers[a], outers[b]): 1.0 for a, b in pairs if same_words(statements[outers[a]], statements[outers[b]])}
    inside: dict[int, list[int]] = defaultdict(list)
    for number, around in enumerate(outer):
        inside[around].append(number)
    return [frozenset(n for one in group for n in inside[one]) for group in link(edges, _LEAST_WORDS_AVERAGE)]


def _outermost(statements: Sequence[Statement]) -> list[int]:
    """Give for each statement the one around it that stands in no other."""
    numbers = {(one.article, one.attribution.id): number for number, one in enumerate(statements)}
    found = []
    for number, statement in enumerate(statements):
        at, outer = number, statement.attribution.nested_in
        while outer is not None and (statement.article, outer) in numbers:
            at = numbers[statement.article, outer]
            outer = statements[at].attribution.nested_in
        found.append(at)
    return found


def _group_claims(statements: Sequence[Statement]) -> list[dict[int, frozenset[int]]]:
    """Give groups of claims: for each statement the places of its clauses in the group."""
    claims = [
        _Claim(statement, clause, number, place)
        for number, statement in enumerate(statements)
        for place, clause in enumerate(statement.clauses)
    ]
    weights = count_terms(_told_once(statements))
    edges: dict[Pair, float] = {}
    for a, b in pair_by_terms([claim.clause for claim in claims], weights):
        if claims[a].statement is not claims[b].statement:
            likeness = _compare(claims[a], claims[b], weights)
            if likeness >= _LEAST_LIKE:
                edges[a, b] = likeness
    groups = _add_loose(link(edges, _LEAST_AVERAGE), claims, weights)
    return [_by_statement(claims[one] for one in group) for group in groups]


def _told_once(statements: Iterable[Statement]) -> Iterator[Clause]:
    """Give the claims that tell how common words are: none that an article says twice, and none inside another."""
    told: set[tuple[int, frozenset[str]]] = set()
    for statement in statements:
        for clause in statement.clauses if statement.attribution.nested_in is None else ():
            if (statement.article, clause.keys) not in told:
                told.add((statement.article, clause.keys))
                yield clause


def _compare(one: _Claim, other: _Claim, weights: Weights) -> float:
    """Give how alike two claims are; those of two statements, one inside the other, by the share of their words alone."""
    likeness = score_clauses(one.clause, other.clause, weights)
    ours, theirs = one.statement, other.statement
    if ours.article == theirs.article and _is_inside(ours, theirs):
        return max(likeness, _share(one.clause, other.clause, weights))
    # who the speakers are is asked last: most pairs are not alike enough whoever they are
    return likeness * trust_speakers(ours, theirs) if likeness >= _LEAST_LIKE else 0.0


def _is_inside(one: Statement, other: Statement) -> bool:
    """Whether one of two statements of an article stands in the other."""
    ours, theirs = one.attribution, other.attribution
    return (ours.nested_in == theirs.id and covers(theirs.content, ours.content)) or (
        theirs.nested_in == ours.id and covers(ours.content, theirs.content)
    )


def _share(one: Clause, other: Clause, weights: Weights) -> float:
    larger = max(weights.total(one.keys), weights.total(other.keys))
    return weights.total(one.keys & other.keys) / larger if larger else 0.0


def _add_loose(groups: Sequence[Sequence[int]], claims: Sequence[_Claim], weights: Weights) -> list[list[int]]:
    """Let claims that no settled group holds join the one whose common terms they are made of."""
    cores = [_core([claims[one].clause for one in group], weights) for group in groups]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, core in enumerate(cores):
        for term in core:
            holders[term].append(number)
    settled = {one for group in groups if len(group) >= _SETTLED for one in group}
    joined = [list(group) for group in groups]
    for one, claim in enumerate(claims):
        if one in settled:
            continue
        shared = Counter(number for term in claim.clause.keys for number in holders.get(term, ()))
        near = [number for number, count in shared.items() if count > 1 and one not in groups[number]]
        fits = ((_fit(claim.clause, cores[number], weights), number) for number in near)
        best = max(
            (
                (fit, number)
                for fit, number in fits
                if fit >= _NEAR_GROUP and _may_belong(claim, (claims[member] for member in groups[number]))
            ),
            default=None,
        )
        if best:
            joined[best[1]].append(one)
    return joined


def _may_belong(claim: _Claim, group: Iterable[_Claim]) -> bool:
    """Whether the speaker of a claim can be one of a group's."""
    speakers = claim.statement.speakers
    return any(compare_speakers(speakers, member.statement.speakers) >= ALLIED for member in group)


def _core(clauses: Sequence[Clause], weights: Weights) -> dict[str, float]:
    """Give the terms of a group, each with its weight times how much of the group has it; none for a small group."""
    if len(clauses) < _SETTLED:
        return {}
    counts = Counter(term for clause in clauses for term in clause.keys)
    return {term: weights.of(term) * min(1.0, 2 * count / len(clauses)) for term, count in counts.items() if count > 1}


def _fit(clause: Clause, core: Mapping[str, float], weights: Weights) -> float:
    """Give how much of a clause is in the core of a group, and of the core in the clause."""
    if max((weights.of(term) for term in clause.keys & core.keys()), default=0.0) < weights.rare:
        return 0.0
    found = fsum(core.get(term, 0.0) for term in clause.keys | clause.context)
    own = weights.total(clause.keys)
    return (min(1.0, found / own) + min(1.0, found / fsum(core.values()))) / 2 if own and core else 0.0


def _by_statement(group: Iterable[_Claim]) -> dict[int, frozenset[int]]:
    held: dict[int, set[int]] = defaultdict(set)
    for claim in group:
        held[claim.number].add(claim.place)
    return {number: frozenset(parts) for number, parts in sorted(held.items())}


def _unite(said: list[frozenset[int]], claimed: list[dict[int, frozenset[int]]]) -> list[Grouped]:
    """Put groups of words and groups of claims together where most of the smaller is in the other."""
    found = [(dict.fromkeys(words, frozenset[int]()), words) for words in said]
    of_statement: dict[int, list[int]] = defaultdict(list)
    for number, (_, words) in enumerate(found):
        for statement in words:
            of_statement[statement].append(number)
    for parts in claimed:
        if len(parts) < 2:  # noqa: PLR2004  one statement is no group
            continue
        shared = Counter(number for statement in parts for number in of_statement.get(statement, ()))
        near = [number for number, count in shared.items() if 2 * count > min(len(parts), len(found[number][1]))]
        if near:
            held = found[near[0]][0]
            held.update({statement: held.get(statement, places) for statement, places in parts.items()})
        else:
            found.append((dict(parts), frozenset()))
    return [Grouped(parts, words) for parts, words in sorted(found, key=lambda one: min(one[0]))]
