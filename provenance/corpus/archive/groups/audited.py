"""What became of a statement: who has it from whom, where accounts do not agree, and what the audits over groups object to."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from provenance.comparing.findings import find_loose, make_finding
from provenance.comparing.group_audits import GroupHit, GroupView
from provenance.corpus.archive.groups.grown import Whole, article_of
from provenance.corpus.archive.tables import Row
from provenance.model import Article, Attribution, Conflict, Form, GroupFinding, Member, Role, Span, Spans, hull_of
from provenance.rulebook.schema import AuditCard

_ARTICLE, _MEDIUM = "article", Role.MEDIUM.value
_OF_ONE_ORIGIN = frozenset(["single-origin", "false-pair"])
"""Audits that object to nothing once another window shows a second origin."""
Cards = Sequence[AuditCard]
_Known = Mapping[tuple[str, str], Member]


def audit_whole(whole: Whole, hits: Sequence[Row], cards: Cards) -> dict[str, list[Row]]:
    """Return the rows of a group in `steps`, `conflicts` and `group_findings`; `hits` are those of all of its windows."""
    known = {
        (row["article"], row["attribution"]): member
        for row, member in zip(whole.rows, whole.group.members, strict=True)
    }
    conflicts = tuple(_join_conflicts([hit for hit in hits if hit["card"] is None], known, whole.group.id))
    view = GroupView(whole.group, (), whole.articles, conflicts)
    findings = list(_join_findings(view, hits, cards, known))
    tell = _Teller(whole.articles, {(row["article"], row["attribution"]): row["record"] for row in whole.rows})
    return {
        "steps": list(_step_rows(whole)),
        "conflicts": [tell.conflict(one) for one in conflicts],
        "group_findings": [tell.finding(one) for one in findings],
    }


def audit_loose(hit: Row, cards: Cards) -> dict[str, list[Row]]:
    """Return the rows of a conflict between statements of no group."""
    accounts = hit["accounts"]
    articles = tuple(map(article_of, accounts))
    members = tuple(_loose_member(number, one) for number, one in enumerate(accounts))
    conflict = Conflict(hit["kind"], members, tuple(one["words"] for one in accounts), None)
    tell = _Teller(articles, {(one["article"], one["attribution"]): one["record"] for one in accounts})
    findings = find_loose([conflict], cards, articles)
    return {"conflicts": [tell.conflict(conflict)], "group_findings": [tell.finding(one) for one in findings]}


def _join_conflicts(hits: Sequence[Row], known: _Known, group: str) -> Iterator[Conflict]:
    """Make one conflict of those of one kind, from whichever windows."""
    for kind in dict.fromkeys(hit["kind"] for hit in hits):
        told = {
            known[one["article"], one["attribution"]]: one["words"]
            for hit in hits
            if hit["kind"] == kind
            for one in hit["accounts"]
        }
        yield Conflict(kind, tuple(told), tuple(told.values()), group)


def _join_findings(view: GroupView, hits: Sequence[Row], cards: Cards, known: _Known) -> Iterator[GroupFinding]:
    """Put into words what audits object to, of each kind once: in the window where it is about most accounts."""
    one_origin = len(view.group.origins) == 1
    for card in cards:
        if card.id in _OF_ONE_ORIGIN and not one_origin:
            continue
        held = [hit for hit in hits if hit["card"] == card.id]
        for kind in dict.fromkeys(hit["kind"] for hit in held):
            most = max((hit for hit in held if hit["kind"] == kind), key=lambda hit: len(hit["accounts"]))
            members = tuple(known[one["article"], one["attribution"]] for one in most["accounts"])
            yield make_finding(card, GroupHit(members, {one["name"]: one["words"] for one in most["words"]}), view)


def _loose_member(number: int, account: Row) -> Member:
    spans = tuple(Span(one["start"], one["end"]) for one in account["spans"])
    attribution = Attribution(
        id=account["attribution"],
        form=Form.INDIRECT,
        pattern="",
        reported_speech=True,
        cue=(),
        content=spans,
        source=None,
        chain=(),
        occasion=None,
    )
    return Member(number, attribution, spans)


def _step_rows(whole: Whole) -> Iterator[Row]:
    publishers = {article.path: article.publisher for article in whole.articles}
    hops = [hop for row in whole.rows for hop in row["chain"] if hop["entity"]]
    kinds = {hop["entity"]: _MEDIUM if hop["role"] == _MEDIUM else hop["kind"] for hop in hops}
    kinds.update(dict.fromkeys(publishers, _ARTICLE))
    for step in whole.group.lineage:
        yield {
            "group": whole.group.id,
            "source": step.source,
            "source_kind": kinds.get(step.source),
            "source_publisher": publishers.get(step.source),
            "target": step.target,
            "target_kind": kinds.get(step.target),
            "target_publisher": publishers.get(step.target),
            "evidence": step.evidence,
        }


@frozen
class _Teller:
    """Makes rows of conflicts and findings, with the articles and records that their members stand in."""

    articles: Sequence[Article]
    records: Mapping[tuple[str, str], str]

    def conflict(self, one: Conflict) -> Row:
        """A row of `conflicts`."""
        places = [(member.article, member.part) for member in one.members]
        return {"group": one.group, "kind": one.kind, "accounts": self._accounts(one.members, places, one.sides)}

    def finding(self, one: GroupFinding) -> Row:
        """A row of `group_findings`."""
        return {
            "group": one.group,
            "rule": one.rule,
            "code": one.code,
            "severity": one.severity.value,
            "confidence": one.confidence.value,
            "message": one.message,
            "accounts": self._accounts(one.members, one.places, [None] * len(one.places)),
        }

    def _accounts(
        self, members: Sequence[Member], places: Sequence[tuple[int, Spans]], words: Sequence[str | None]
    ) -> list[Row]:
        return [
            {
                "article": self.articles[number].path,
                "publisher": self.articles[number].publisher,
                "published": self.articles[number].published,
                "record": self.records[self.articles[number].path or "", member.attribution.id],
                "start": hull_of(part).start,
                "end": hull_of(part).end,
                "words": told,
            }
            for member, (number, part), told in zip(members, places, words, strict=True)
        ]
