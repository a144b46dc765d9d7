"""The audits over groups: card id -> the function that finds what it objects to in a group."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, permutations

from attrs import frozen

from provenance.comparing.clauses import Clause
from provenance.comparing.conflicts import QUOTATION
from provenance.comparing.dates import comes_before, days_apart
from provenance.comparing.facts import Account, Facts, alike_claims
from provenance.comparing.lineage import STATED, node_of
from provenance.comparing.speakers import ALLIED, OPEN, compare_speakers
from provenance.comparing.spellings import keys_of
from provenance.model import Article, Conflict, Form, Group, Hop, Kind, Member, Naming, Number, Role, Source
from provenance.rulebook.schema import AuditCard

_FEWEST = 3
"""Telling words that two accounts of one claim share at least."""
_BODIES = (Kind.GOVERNMENT, Kind.ORGANISATION)


@frozen(eq=False)
class GroupView:
    """A group with what audits ask about: the facts of each member, the articles, and the conflicts found in it."""

    group: Group
    facts: tuple[Facts, ...]
    articles: tuple[Article, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def accounts(self) -> list[Account]:
        """The members, each with its facts."""
        return list(map(Account, self.group.members, self.facts))


@frozen(eq=False)
class GroupHit:
    """An objection: the members it is about, and further words for the message."""

    members: tuple[Member, ...]
    words: Mapping[str, str]


def audit_single_origin(view: GroupView, card: AuditCard) -> Iterator[GroupHit]:
    """Object where enough articles of some days have a claim through one outlet, and nobody has it from anybody else."""
    if len(view.group.origins) != 1:
        return
    accounts = view.accounts
    outlets = {keys_of(name): name for one in reversed(accounts) for name in _publishers(one.member)}
    for outlet, name in outlets.items():
        held = [one for one in accounts if outlet in _outlets_of(one.member, view)]
        near = [one.member for one in held if _has_company(one, held, card.options["days"])]
        articles = {member.article for member in near}
        if len(articles) >= card.options["articles"] and not _is_on_record(near):
            yield GroupHit(tuple(near), {"count": str(len(articles)), "origin": name})
            return


def _outlets_of(member: Member, view: GroupView) -> set[tuple[str, ...]]:
    """The keys of the outlets by which a claim came, that of the article among them."""
    own = view.articles[member.article].publisher or ""
    return {keys_of(name) for name in (own, *_publishers(member))}


def _has_company(account: Account, held: Iterable[Account], days: int) -> bool:
    """Whether another article of the same days has the claim in words enough to tell that it is the same."""
    return any(one.member.article != account.member.article and _tell_the_same(account, one, days) for one in held)


def _tell_the_same(one: Account, other: Account, days: int) -> bool:
    apart = days_apart(one.facts.parse.article.published, other.facts.parse.article.published)
    shared = len(one.facts.keys & other.facts.keys)
    smaller = min(len(one.facts.keys), len(other.facts.keys))
    return abs(apart or 0) <= days and shared >= _FEWEST and 2 * shared >= smaller


def _is_on_record(members: Iterable[Member]) -> bool:
    """Whether some account says by name who spoke to the outlet: then everybody can hear it."""
    chains = [member.attribution.chain for member in members]
    return any(chain[-1].naming is Naming.NAMED and any(hop.heard for hop in chain) for chain in chains)


def _publishers(member: Member) -> list[str]:
    """The outlets whose report a claim is from or comes by."""
    return [hop.entity for hop in member.attribution.chain if _publishes(hop) and hop.entity]


def _publishes(hop: Hop) -> bool:
    return hop.kind is Kind.OUTLET and hop.role in {Role.RELAY, Role.ORIGIN}


def audit_citation_loop(view: GroupView, card: AuditCard) -> Iterator[GroupHit]:  # noqa: ARG001  all audits are called alike
    """Object where articles have a statement from one another in a circle."""
    steps: dict[str, list[str]] = defaultdict(list)
    for step in view.group.lineage:
        if step.evidence == STATED:
            steps[step.source].append(step.target)
    for number in view.group.articles:
        name = node_of(number, view.articles)
        if _reaches(name, name, steps):
            loop = tuple(m for m in view.group.members if _reaches_back(m, name, steps, view))
            yield GroupHit(loop, {})
            return


def _reaches_back(member: Member, name: str, steps: Mapping[str, Sequence[str]], view: GroupView) -> bool:
    own = node_of(member.article, view.articles)
    return _reaches(name, own, steps) and _reaches(own, name, steps)


def _reaches(start: str, goal: str, steps: Mapping[str, Sequence[str]]) -> bool:
    """Whether steps, by who is at their beginning, lead from one name to another, at least one of them."""
    seen: set[str] = set()
    waiting = list(steps.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            waiting += steps.get(name, ())
    return False


def audit_quote_drift(view: GroupView, card: AuditCard) -> Iterator[GroupHit]:  # noqa: ARG001
    """Object to quotations of one utterance that differ in words."""
    yield from (
        GroupHit(one.members, {"sides": tell_sides(one, view.articles)})
        for one in view.conflicts
        if one.kind == QUOTATION
    )


def audit_conflict(view: GroupView, card: AuditCard) -> Iterator[GroupHit]:  # noqa: ARG001
    """Object to accounts that cannot both be right in a fact."""
    for one in view.conflicts:
        if one.kind != QUOTATION:
            yield GroupHit(one.members, {"kind": one.kind, "sides": tell_sides(one, view.articles)})


def audit_attribution_drift(view: GroupView, card: AuditCard) -> Iterator[GroupHit]:  # noqa: ARG001
    """Object to the later of two accounts of one claim whose source has grown, or which is surer."""
    for early, late in permutations(view.accounts, 2):
        before, after = early.facts, late.facts
        if early.member.article != late.member.article and _comes_before(early.member, late.member, view.articles):
            for claims in alike_claims(before, after):
                if _has_grown(before, after) or _is_surer(before, after, claims):
                    yield GroupHit((early.member, late.member), {})
                    return


def _is_surer(before: Facts, after: Facts, claims: tuple[Clause, Clause]) -> bool:
    """Whether the later account of what one speaker said is surer; of quotations the words are compared instead."""
    if Form.DIRECT in {one.statement.attribution.form for one in (before, after)}:
        return False
    same = compare_speakers(before.statement.speakers, after.statement.speakers) >= ALLIED
    return same and (before.strength(claims[0]), after.strength(claims[1])) == ("weak", "firm")


def _comes_before(early: Member, late: Member, articles: tuple[Article, ...]) -> bool:
    return comes_before(articles[early.article].published, articles[late.article].published)


def _has_grown(before: Facts, after: Facts) -> bool:
    """Whether one unnamed speaker has become several, or a whole government, while nothing shows that they differ."""
    one, other = before.statement.attribution.source, after.statement.attribution.source
    if any(hop.role is Role.MEDIUM for facts in (before, after) for hop in facts.statement.attribution.chain):
        return False  # who wrote a text is told in many ways
    if one is None or other is None or compare_speakers(before.statement.speakers, after.statement.speakers) < OPEN:
        return False
    return _is_one_person(one) and (_is_several(other) or _is_body(other, before, after))


def _is_one_person(source: Source) -> bool:
    return source.naming is Naming.UNNAMED and source.kind is Kind.PERSON and source.number is Number.ONE


def _is_several(source: Source) -> bool:
    return source.naming is Naming.UNNAMED and source.number is Number.SEVERAL


def _is_body(source: Source, before: Facts, after: Facts) -> bool:
    speakers = compare_speakers(before.statement.speakers, after.statement.speakers)
    return source.naming is Naming.NAMED and source.kind in _BODIES and speakers >= ALLIED


def audit_false_pair(view: GroupView, card: AuditCard) -> Iterator[GroupHit]:  # noqa: ARG001
    """Object to an article that has a claim from two outlets which both have it from one origin."""
    if len(view.group.origins) != 1:
        return
    for one, other in combinations(view.accounts, 2):
        ours, theirs = _relays_of(one.member), _relays_of(other.member)
        apart = one.member.article == other.member.article and ours and theirs and ours.isdisjoint(theirs)
        if apart and any(alike_claims(one.facts, other.facts)):
            yield GroupHit((one.member, other.member), {})
            return


def _relays_of(member: Member) -> frozenset[str]:
    """The words of the names of the outlets that pass a statement on; a named speaker who tells several deceives nobody."""
    chain = member.attribution.chain
    named = chain[-1].naming is Naming.NAMED
    relays = (hop for hop in chain if hop.kind is Kind.OUTLET and hop.role is Role.RELAY and not (hop.heard and named))
    return frozenset(word for hop in relays for word in keys_of(hop.entity or ""))


def tell_sides(conflict: Conflict, articles: Sequence[Article]) -> str:
    """The sides of a conflict, each once, with the articles that have it."""
    told: dict[str, list[str]] = {}
    for side, member in zip(conflict.sides, conflict.members, strict=True):
        told.setdefault(_cut(side), []).append(name_of(articles[member.article]))
    return " / ".join(f"'{side}' ({', '.join(dict.fromkeys(names))})" for side, names in told.items())


def name_of(article: Article) -> str:
    """What an article is called in a message."""
    return article.publisher or article.path or "an article"


def _cut(words: str, length: int = 90) -> str:
    line = " ".join(words.split()).strip("\"'“”‘’ ,")
    return line if len(line) <= length else line[:length].rpartition(" ")[0] + " …"


GROUP_AUDITS: Mapping[str, Callable[[GroupView, AuditCard], Iterator[GroupHit]]] = {
    "attribution-drift": audit_attribution_drift,
    "citation-loop": audit_citation_loop,
    "conflict": audit_conflict,
    "false-pair": audit_false_pair,
    "quote-drift": audit_quote_drift,
    "single-origin": audit_single_origin,
}
