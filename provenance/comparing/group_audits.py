"""The audits over groups: card id -> the function that finds what it objects to in a group."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, permutations

from attrs import frozen

from provenance.comparing.facts import Facts
from provenance.comparing.lineage import STATED, node_of
from provenance.comparing.speakers import ALLIED, OPEN, compare_speakers
from provenance.model import Article, Conflict, Group, Kind, Member, Naming, Number, Role, Source
from provenance.rulebook.schema import AuditCard

_GROWS = (Number.ONE, Number.SEVERAL)
_BODIES = (Kind.GOVERNMENT, Kind.ORGANISATION)


@frozen(eq=False)
class GroupView:
    """A group with what audits ask about: the facts of each member, the articles, and the conflicts found in it."""

    group: Group
    facts: tuple[Facts, ...]
    articles: tuple[Article, ...]
    conflicts: tuple[Conflict, ...]


@frozen(eq=False)
class GroupHit:
    """An objection: the members it is about, and further words for the message."""

    members: tuple[Member, ...]
    words: Mapping[str, str]


def audit_single_origin(view: GroupView, card: AuditCard) -> Iterator[GroupHit]:
    """Object where enough articles have a statement, relays among them, and all lead to one origin."""
    group = view.group
    relayed = any(hop.role is Role.RELAY for member in group.members for hop in member.attribution.chain)
    if len(group.articles) >= card.options["articles"] and len(group.origins) == 1 and relayed:
        yield GroupHit(group.members, {"count": str(len(group.articles))})


def audit_citation_loop(view: GroupView, card: AuditCard) -> Iterator[GroupHit]:  # noqa: ARG001  all audits are called alike
    """Object where articles have a statement from one another in a circle."""
    steps = [(step.source, step.target) for step in view.group.lineage if step.evidence == STATED]
    for number in view.group.articles:
        name = node_of(number, view.articles)
        if _reaches(name, name, steps):
            loop = tuple(m for m in view.group.members if _reaches_back(m, name, steps, view))
            yield GroupHit(loop, {})
            return


def _reaches_back(member: Member, name: str, steps: list[tuple[str, str]], view: GroupView) -> bool:
    own = node_of(member.article, view.articles)
    return _reaches(name, own, steps) and _reaches(own, name, steps)


def _reaches(start: str, goal: str, steps: list[tuple[str, str]]) -> bool:
    """Whether steps lead from one name to another, at least one of them."""
    seen: set[str] = set()
    waiting = [target for source, target in steps if source == start]
    while waiting:
        name = waiting.pop()
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            waiting += [target for source, target in steps if source == name]
    return False


def audit_quote_drift(view: GroupView, card: AuditCard) -> Iterator[GroupHit]:  # noqa: ARG001
    """Object to quotations of one utterance that differ in words."""
    yield from (GroupHit(one.members, _sides(one)) for one in view.conflicts if one.kind == "quotation")


def audit_conflict(view: GroupView, card: AuditCard) -> Iterator[GroupHit]:  # noqa: ARG001
    """Object to accounts that cannot both be right in a fact."""
    for one in view.conflicts:
        if one.kind != "quotation":
            yield GroupHit(one.members, {"kind": one.kind, **_sides(one)})


def audit_attribution_drift(view: GroupView, card: AuditCard) -> Iterator[GroupHit]:
    """Object to the later of two accounts of one claim whose source has grown, or which is surer."""
    told = list(zip(view.group.members, view.facts, strict=True))
    for (early, before), (late, after) in permutations(told, 2):
        if early.article == late.article or not _comes_before(early, late, view.articles):
            continue
        if len(before.keys & after.keys) < card.options["shared"]:
            continue
        if _has_grown(before, after) or (before.strength, after.strength) == ("weak", "firm"):
            yield GroupHit((early, late), {})
            return


def _comes_before(early: Member, late: Member, articles: tuple[Article, ...]) -> bool:
    dates = articles[early.article].published, articles[late.article].published
    return dates[0] is not None and dates[1] is not None and dates[0] < dates[1]


def _has_grown(before: Facts, after: Facts) -> bool:
    """Whether one unnamed speaker has become several, or a whole government, while nothing shows that they differ."""
    one, other = before.statement.attribution.source, after.statement.attribution.source
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
    for one, other in combinations(view.group.members, 2):
        outlets = [
            frozenset(hop.entity for hop in m.attribution.chain if hop.kind is Kind.OUTLET and hop.role is Role.RELAY)
            for m in (one, other)
        ]
        if one.article == other.article and all(outlets) and not outlets[0] & outlets[1]:
            yield GroupHit((one, other), {})
            return


def quote_sides(conflict: Conflict) -> str:
    """The sides of a conflict, each between quotation marks, once."""
    return " / ".join(f"'{_cut(side)}'" for side in dict.fromkeys(conflict.sides))


def _sides(conflict: Conflict) -> dict[str, str]:
    return {"sides": quote_sides(conflict)}


def _cut(words: str, length: int = 60) -> str:
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

ON_FACTS = frozenset(["attribution-drift"])
"""Those that ask for the facts of members; the others make do with the group and its conflicts."""
