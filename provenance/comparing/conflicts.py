"""Accounts of one statement, or of one party's position, that cannot both be right."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from provenance.comparing.clauses import Clause
from provenance.comparing.facts import Facts
from provenance.comparing.matching import same_words
from provenance.comparing.quotes import quotes_drift
from provenance.comparing.speakers import ALLIED, SAME, compare_speakers
from provenance.model import Conflict, Group, Member, text_of

Told = tuple[Member, Facts]
_PLACE = "place"
_LISTED = 3
_SHARED = 0.75


def find_conflicts(groups: Sequence[tuple[Group, Sequence[Facts]]], loose: Sequence[Told]) -> Iterator[Conflict]:
    """Give the conflicts within groups, one a kind and group, then those about conditions, wherever they stand."""
    for group, facts in groups:
        told = _outermost(list(zip(group.members, facts, strict=True)))
        for kind, differ in _KINDS.items():
            pairs = [pair for pair in combinations(told, 2) if _may_differ(*pair) and differ(pair[0][1], pair[1][1])]
            if pairs:
                yield _conflict(kind, [one for pair in pairs for one in pair], group.id)
    yield from _find_conditions([told for told in loose if told[0].attribution.nested_in is None])


def _outermost(told: list[Told]) -> list[Told]:
    """Leave out what stands inside another member: the same words, told once."""
    ids = {(member.article, member.attribution.id) for member, _ in told}
    return [one for one in told if (one[0].article, one[0].attribution.nested_in) not in ids]


def _may_differ(one: Told, other: Told) -> bool:
    """Whether two members are different articles' accounts of what one speaker said."""
    speakers = compare_speakers(one[1].statement.speakers, other[1].statement.speakers)
    return one[0].article != other[0].article and speakers >= ALLIED


def _conflict(kind: str, told: Sequence[Told], group: str | None) -> Conflict:
    members = list(dict.fromkeys(member for member, _ in told))
    texts = {member: facts.statement.text for member, facts in told}
    frames = {member: facts.frame for member, facts in told}
    sides = tuple(frames[one] if kind == _PLACE else text_of(one.part, texts[one]) for one in members)
    return Conflict(kind, tuple(members), sides, group)


def _quotation_differs(one: Facts, other: Facts) -> bool:
    return compare_speakers(one.statement.speakers, other.statement.speakers) == SAME and quotes_drift(
        one.statement, other.statement, one.meanings
    )


def _place_differs(one: Facts, other: Facts) -> bool:
    return bool(one.places and other.places) and not one.places & other.places


def _number_differs(one: Facts, other: Facts) -> bool:
    shared = one.counts.keys() & other.counts.keys()
    return any(not one.counts[thing] & other.counts[thing] for thing in shared)


def _list_differs(one: Facts, other: Facts) -> bool:
    """Tell whether both list countries and neither list holds the other."""
    if min(len(one.countries), len(other.countries)) < _LISTED:
        return False
    return bool(one.countries - other.countries) and bool(other.countries - one.countries)


def _negation_differs(one: Facts, other: Facts) -> bool:
    """Tell whether two accounts hold a claim that is alike but for a negation; of one quotation the words are compared."""
    if same_words(one.statement, other.statement):
        return False
    return any(
        _are_alike(a, b) and one.is_negated(a) != other.is_negated(b)
        for a in one.statement.clauses
        for b in other.statement.clauses
    )


def _are_alike(one: Clause, other: Clause) -> bool:
    shared = len(one.keys & other.keys)
    return shared >= _LISTED and shared >= _SHARED * max(len(one.keys), len(other.keys))


_KINDS: dict[str, Callable[[Facts, Facts], bool]] = {
    "quotation": _quotation_differs,
    _PLACE: _place_differs,
    "number": _number_differs,
    "list": _list_differs,
    "negation": _negation_differs,
}
"""What accounts of one statement may differ in, and whether they do."""


def _find_conditions(loose: Sequence[Told]) -> Iterator[Conflict]:
    """Give pairs of which one says that a party wants something without conditions, the other that something comes first."""
    free = [told for told in loose if told[1].is_free]
    wanted = {key for _, facts in free for key in _parties(facts)}
    others: dict[str, list[Told]] = defaultdict(list)
    for other in loose:
        keys = wanted & _parties(other[1])
        if keys and other[1].is_conditional and not other[1].is_free:
            for key in keys:
                others[key].append(other)
    for one in free:
        near = dict.fromkeys(other for key in sorted(_parties(one[1])) for other in others[key])
        for other in near:
            if _may_differ(one, other) and frozenset(_all_keys(one[1])) & frozenset(_all_keys(other[1])):
                yield _conflict("condition", [one, other], None)


def _parties(facts: Facts) -> frozenset[str]:
    """Give the keys of who speaks: surnames and countries."""
    speakers = facts.statement.speakers
    return frozenset(key for speaker in speakers for key in (*speaker.name[-1:], *speaker.sides))


def _all_keys(facts: Facts) -> Iterator[str]:
    """Give the terms of a statement and of the rest of its sentence."""
    for clause in facts.statement.clauses:
        yield from clause.keys
    yield from facts.rest
