"""Groups and the cards in force -> findings over several articles."""

from collections.abc import Iterable, Iterator, Sequence

from provenance.comparing.group_audits import GROUP_AUDITS, GroupHit, GroupView, name_of, tell_sides
from provenance.comparing.reuse import find_reuse
from provenance.model import Article, AuditResult, Conflict, GroupFinding, Member, Spans
from provenance.rulebook.schema import AuditCard

GROUP = "group"
"""What a card says it is `on` if it looks at several articles."""
_CONFLICT, _REUSE = "conflict", "reuse-uncredited"


def find_in_groups(views: Sequence[GroupView], cards: Iterable[AuditCard]) -> Iterator[GroupFinding]:
    """Give what the audits object to, card by card, group by group."""
    for card in cards:
        audit = GROUP_AUDITS.get(card.id)
        if audit is None:
            continue
        for view in views:
            yield from (make_finding(card, hit, view) for hit in audit(view, card))


def find_loose(
    conflicts: Iterable[Conflict], cards: Iterable[AuditCard], articles: Sequence[Article]
) -> Iterator[GroupFinding]:
    """Give the conflicts that belong to no group, if their audit is in force."""
    for card in (card for card in cards if card.id == _CONFLICT):
        for one in (one for one in conflicts if one.group is None):
            names = ", ".join(dict.fromkeys(name_of(articles[member.article]) for member in one.members))
            words = {"claim": one.sides[0], "articles": names, "kind": one.kind, "sides": tell_sides(one, articles)}
            places = tuple((member.article, member.part) for member in one.members)
            yield _finding(card, card.message.format_map(words), None, places, one.members)


def find_reused(results: Sequence[AuditResult], cards: Iterable[AuditCard]) -> Iterator[GroupFinding]:
    """Give articles that have much of another's text without credit, if that audit is in force."""
    for card in (card for card in cards if card.id == _REUSE):
        for one in find_reuse(results, card.options["share"]):
            article, before = results[one.later].article, results[one.earlier].article
            claim = " ".join(one.span.of(article.text).split())
            words = {"claim": claim, "origin": before.publisher or "", "share": f"{one.share:.0%}"}
            places: tuple[tuple[int, Spans], ...] = ((one.later, (one.span,)),)
            yield _finding(card, card.message.format_map(words), None, places)


def make_finding(card: AuditCard, hit: GroupHit, view: GroupView) -> GroupFinding:
    """Put an objection of a card into words."""
    words = {
        "claim": view.group.label,
        "origin": view.group.origin.entity or "nobody in particular",
        "articles": ", ".join(dict.fromkeys(name_of(view.articles[member.article]) for member in hit.members)),
        **hit.words,
    }
    places = tuple((member.article, member.part) for member in hit.members)
    return _finding(card, card.message.format_map(words), view.group.id, places, hit.members)


def _finding(
    card: AuditCard,
    message: str,
    group: str | None,
    places: tuple[tuple[int, Spans], ...],
    members: tuple[Member, ...] = (),
) -> GroupFinding:
    return GroupFinding(
        card.id, card.code, card.severity, card.confidence, message, group, members, places, card.standards
    )
