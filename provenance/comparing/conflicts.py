"""Accounts of one statement, or of one party's position, that cannot both be right."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from provenance.comparing.clauses import Clause
from provenance.comparing.dates import day_of, days_apart
from provenance.comparing.drift import find_drift
from provenance.comparing.facts import Facts, alike_claims
from provenance.comparing.matching import same_words
from provenance.comparing.meanings import BODY, COUNTRY, NAME
from provenance.comparing.speakers import ALLIED, SAME, compare_speakers
from provenance.model import Conflict, Group, Member, text_of

Told = tuple[Member, Facts]
QUOTATION, _PLACE = "quotation", "place"
_LISTED = 3
_DAYS = 3
"""Days after which a quotation may be of another occasion."""


def find_conflicts(groups: Sequence[tuple[Group, Sequence[Facts]]], loose: Sequence[Told]) -> Iterator[Conflict]:
    """Give the conflicts within groups, one a kind and group, then those about conditions, wherever they stand."""
    drifts: set[frozenset[str]] = set()
    for group, facts in groups:
        told = _outermost(list(zip(group.members, facts, strict=True)))
        for drift in _find_drift(told, group.id):
            if frozenset(drift.sides) not in drifts:  # one quotation may stand in two groups
                drifts.add(frozenset(drift.sides))
                yield drift
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


def _find_drift(told: Sequence[Told], group: str) -> Iterator[Conflict]:
    """Give the most telling difference between quotations of one speaker, with all accounts that have it."""
    found: dict[tuple[str, str], list[tuple[Told, Told]]] = defaultdict(list)
    weights: dict[tuple[str, str], float] = {}
    for one, other in combinations(told, 2):
        if one[0].article != other[0].article and _is_same_speaker(one[1], other[1]):
            apart = _are_apart(one[1], other[1])
            drift = find_drift(one[1].statement, other[1].statement, one[1].meanings, apart=apart)
            if drift:
                found[drift.one, drift.other].append((one, other))
                weights[drift.one, drift.other] = drift.weight
    if found:
        sides = max(weights, key=weights.__getitem__)
        shown = {id(one[0]): (one[0], side) for pair in found[sides] for one, side in zip(pair, sides, strict=True)}
        members, words = zip(*shown.values(), strict=True)
        yield Conflict(QUOTATION, members, words, group)


def _is_same_speaker(one: Facts, other: Facts) -> bool:
    """Whether two accounts are of one speaker, and not of two interviews."""
    heard = [{hop.entity for hop in facts.statement.attribution.chain if hop.heard} for facts in (one, other)]
    if all(heard) and not heard[0] & heard[1]:
        return False
    return compare_speakers(one.statement.speakers, other.statement.speakers) == SAME


def _are_apart(one: Facts, other: Facts) -> bool:
    """Whether two articles were published so many days apart that they may tell of two occasions."""
    return abs(days_apart(one.parse.article.published, other.parse.article.published) or 0) > _DAYS


def _place_differs(one: Facts, other: Facts) -> bool:
    """Tell whether accounts of about one day put a statement in different countries."""
    return bool(one.places and other.places) and not one.places & other.places and not _are_apart(one, other)


def _number_differs(one: Facts, other: Facts) -> bool:
    """Tell whether two accounts of one day hold a claim that is alike but for one number."""
    if day_of(one.parse.article.published) != day_of(other.parse.article.published):
        return False
    for a, b in alike_claims(one, other):
        ours, theirs = one.counts(a), other.counts(b)
        for thing in ours.keys() & theirs.keys():
            if len(ours[thing]) == len(theirs[thing]) == 1 and ours[thing] != theirs[thing]:
                return True
    return False


def _list_differs(one: Facts, other: Facts) -> bool:
    """Tell whether both list countries and neither list holds the other."""
    if min(len(one.listed), len(other.listed)) < _LISTED:
        return False
    return bool(one.listed - other.listed) and bool(other.listed - one.listed)


def _negation_differs(one: Facts, other: Facts) -> bool:
    """Tell whether two accounts hold a claim that is alike but for a negation; of one quotation the words are compared."""
    if same_words(one.statement, other.statement):
        return False
    for a, b in alike_claims(one, other):
        if one.is_rejected(a) or other.is_rejected(b):
            continue  # who denies that he did and says that he never did says the same
        ours, theirs = one.negated(a), other.negated(b)
        if bool(ours) != bool(theirs) and a.keys & b.keys & (ours | theirs) and _in_order(a, b):
            return True
    return False


def _in_order(one: Clause, other: Clause) -> bool:
    """Whether two claims have what they share once each, in one order: else it cannot be told what a negation turns round."""
    shared = one.keys & other.keys
    ours, theirs = ([term.key for term in clause.terms if term.key in shared] for clause in (one, other))
    return ours == theirs and len(ours) == len(set(ours))


_KINDS: dict[str, Callable[[Facts, Facts], bool]] = {
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
        if keys and other[1].after and not other[1].is_free:
            for key in keys:
                others[key].append(other)
    for one in free:
        near = dict.fromkeys(other for key in sorted(_parties(one[1])) for other in others[key])
        for other in near:
            if _may_differ(one, other) and not _are_apart(one[1], other[1]) and _subjects(one[1]) & other[1].after:
                yield _conflict("condition", [one, other], None)


def _parties(facts: Facts) -> frozenset[str]:
    """Give the keys of who speaks: surnames and countries."""
    speakers = facts.statement.speakers
    return frozenset(key for speaker in speakers for key in (*speaker.name[-1:], *speaker.sides))


def _subjects(facts: Facts) -> frozenset[str]:
    """Give the terms of a statement that are no names: what is to happen, not between whom."""
    terms = (term for clause in facts.statement.clauses for term in clause.terms if term.heavy)
    named = (NAME, COUNTRY, BODY)
    return frozenset(term.key for term in terms if not term.key.startswith(named) and not facts.is_proviso(term))
