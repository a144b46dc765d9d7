"""Accounts of one statement, or of one party's position, that cannot both be right."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from provenance.comparing.clauses import Clause
from provenance.comparing.dates import day_of, days_apart
from provenance.comparing.drift import find_drift
from provenance.comparing.facts import Account, Facts, alike_claims
from provenance.comparing.matching import same_words
from provenance.comparing.meanings import BODY, COUNTRY, NAME
from provenance.comparing.speakers import ALLIED, SAME, compare_speakers
from provenance.model import Conflict, Group, text_of

QUOTATION, _PLACE = "quotation", "place"
_LISTED = 3
_DAYS = 3
"""Days after which a quotation may be of another occasion."""


def find_conflicts(groups: Sequence[tuple[Group, Sequence[Facts]]], loose: Sequence[Account]) -> Iterator[Conflict]:
    """Give the conflicts within groups, one a kind and group, then those about conditions, wherever they stand."""
    drifts: set[frozenset[str]] = set()
    for group, facts in groups:
        accounts = _outermost(list(map(Account, group.members, facts)))
        for drift in _find_drift(accounts, group.id):
            if frozenset(drift.sides) not in drifts:  # one quotation may stand in two groups
                drifts.add(frozenset(drift.sides))
                yield drift
        pairs = [(one, other) for one, other in combinations(accounts, 2) if _may_differ(one, other)]
        for kind, differ in _KINDS.items():
            differing = [pair for pair in pairs if differ(pair[0].facts, pair[1].facts)]
            if differing:
                yield _conflict(kind, [account for pair in differing for account in pair], group.id)
    yield from _find_conditions([one for one in loose if one.member.attribution.nested_in is None])


def _outermost(accounts: Sequence[Account]) -> list[Account]:
    """Leave out what stands inside another member: the same words, told once."""
    ids = {(one.member.article, one.member.attribution.id) for one in accounts}
    return [one for one in accounts if (one.member.article, one.member.attribution.nested_in) not in ids]


def _may_differ(one: Account, other: Account) -> bool:
    """Whether two accounts are those that different articles give of what one speaker said."""
    if one.member.article == other.member.article:
        return False
    return compare_speakers(one.facts.statement.speakers, other.facts.statement.speakers) >= ALLIED


def _conflict(kind: str, accounts: Iterable[Account], group: str | None) -> Conflict:
    by_member = {account.member: account.facts for account in accounts}
    sides = (
        facts.frame if kind == _PLACE else text_of(member.part, facts.statement.text)
        for member, facts in by_member.items()
    )
    return Conflict(kind, tuple(by_member), tuple(sides), group)


def _find_drift(accounts: Sequence[Account], group: str) -> Iterator[Conflict]:
    """Give the most telling difference between quotations of one speaker, with all accounts that have it."""
    found: dict[tuple[str, str], list[tuple[Account, Account]]] = defaultdict(list)
    weights: dict[tuple[str, str], float] = {}
    for one, other in combinations(accounts, 2):
        if one.member.article != other.member.article and _is_same_speaker(one.facts, other.facts):
            apart = _are_apart(one.facts, other.facts)
            drift = find_drift(one.facts.statement, other.facts.statement, one.facts.meanings, apart=apart)
            if drift:
                found[drift.one, drift.other].append((one, other))
                weights[drift.one, drift.other] = drift.weight
    if found:
        sides = max(weights, key=weights.__getitem__)
        shown = {one.member: side for pair in found[sides] for one, side in zip(pair, sides, strict=True)}
        yield Conflict(QUOTATION, tuple(shown), tuple(shown.values()), group)


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


def _find_conditions(loose: Sequence[Account]) -> Iterator[Conflict]:
    """Give pairs of which one says that a party wants something without conditions, the other that something comes first."""
    free = [one for one in loose if one.facts.is_free]
    wanted = {key for one in free for key in _parties(one.facts)}
    others: dict[str, list[Account]] = defaultdict(list)
    for other in loose:
        keys = wanted & _parties(other.facts)
        if keys and other.facts.after and not other.facts.is_free:
            for key in keys:
                others[key].append(other)
    for one in free:
        near = dict.fromkeys(other for key in sorted(_parties(one.facts)) for other in others[key])
        for other in near:
            same_time = _may_differ(one, other) and not _are_apart(one.facts, other.facts)
            if same_time and _subjects(one.facts) & other.facts.after:
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
