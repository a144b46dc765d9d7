"""Comparisons without the words of the articles: of articles, and of two drafts of one."""

from collections.abc import Sequence

from attrs import evolve

from provenance.listing.hiding import Cards, Names, hide_article, hide_attribution
from provenance.model import (
    Article,
    Comparison,
    Conflict,
    Group,
    GroupFinding,
    GroupOrigin,
    Kind,
    Member,
    Naming,
    Step,
    Variant,
)


def hide_comparison(comparison: Comparison, cards: Cards) -> Comparison:
    """Return a comparison of which no report can tell a word of the articles; whoever has one name keeps one number."""
    called = _Called(comparison)
    return Comparison(
        tuple(hide_article(article) for article in comparison.articles),
        tuple(_hide_group(group, number, called) for number, group in enumerate(comparison.groups, 1)),
        tuple(_hide_conflict(conflict, called) for conflict in comparison.conflicts),
        tuple(_hide_finding(finding, cards, called) for finding in comparison.findings),
    )


class _Called:
    """What everybody in a comparison is called; articles keep their paths."""

    def __init__(self, comparison: Comparison) -> None:
        self.names = Names("")
        self._articles = {_node_of(article, number) for number, article in enumerate(comparison.articles)}
        members = [member for group in comparison.groups for member in group.members]
        self._kinds: dict[str, Kind] = {}
        for member in members:
            for hop in member.attribution.chain:
                if hop.entity is not None and hop.naming is not Naming.NONE:
                    self._kinds.setdefault(hop.entity, hop.kind)

    def name(self, words: str) -> str:
        """Give what may be said for a name or the node of a lineage."""
        if words in self._articles:
            return words
        return self.names.call(words, self._kinds.get(words, Kind.UNKNOWN)) or ""

    def member(self, member: Member) -> Member:
        """Give a member whose attribution tells no name."""
        return evolve(member, attribution=hide_attribution(member.attribution, self.names))


def _node_of(article: Article, number: int) -> str:
    return article.path or f"article {number + 1}"


def _hide_group(group: Group, number: int, called: _Called) -> Group:
    origin = GroupOrigin(group.origin.entity and called.name(group.origin.entity), None, group.origin.article)
    return evolve(
        group,
        label=f"statement {number}",
        origin=origin,
        origins=tuple(tuple(map(called.name, names)) for names in group.origins),
        members=tuple(map(called.member, group.members)),
        variants=tuple(_hide_variant(variant, group.members) for variant in group.variants),
        lineage=tuple(Step(called.name(one.source), called.name(one.target), one.evidence) for one in group.lineage),
    )


def _hide_variant(variant: Variant, members: Sequence[Member]) -> Variant:
    """Return where the wording stands in the first article that has it."""
    part = members[variant.members[0]].part if variant.members else ()
    words = ", ".join(f"{span.start}-{span.end}" for span in part)
    return evolve(variant, text=f"characters {words}" if words else "", own=())


def _hide_conflict(conflict: Conflict, called: _Called) -> Conflict:
    return evolve(conflict, members=tuple(map(called.member, conflict.members)), sides=("",) * len(conflict.sides))


def _hide_finding(finding: GroupFinding, cards: Cards, called: _Called) -> GroupFinding:
    members = tuple(map(called.member, finding.members))
    return evolve(finding, message=cards[finding.rule].title, members=members)
