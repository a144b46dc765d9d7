"""What takes the words of a window to find: accounts that do not agree, and what audits object to."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from provenance.comparing.comparison import build_group
from provenance.comparing.conflicts import find_conflicts
from provenance.comparing.dates import day_of
from provenance.comparing.facts import Facts, account_of
from provenance.comparing.group_audits import GROUP_AUDITS, GroupHit, GroupView
from provenance.comparing.grouping import Grouped
from provenance.comparing.meanings import Meanings
from provenance.comparing.statements import Statement
from provenance.corpus.archive.groups.records import Records
from provenance.corpus.archive.tables import Row
from provenance.model import AuditResult, Conflict, Member

_MOST = 200
"""Accounts of one statement that are held against each other; what more articles of a window have is a formula."""
_NEAR = 14
"""Days that accounts which belong to no group are apart at most: positions change."""


def find_hits(
    groups: Sequence[Grouped], statements: Sequence[Statement], results: Sequence[AuditResult], meanings: Meanings
) -> Iterator[Row]:
    """Give a row for each conflict, of a group or between loose statements, and for each objection of an audit to a group."""
    articles, records = tuple(result.article for result in results), Records(results)
    facts = [Facts(one, results[one.article].parse, meanings) for one in statements]
    held = [
        (build_group(str(number), one, statements, articles), [facts[place] for place in one.parts])
        for number, one in enumerate(map(_cut_short, groups))
    ]
    found = find_conflicts(held, list(map(account_of, facts)))
    conflicts = [one for one in found if one.group is not None or _are_near(one, results)]
    yield from (_conflict_row(one, records) for one in conflicts)
    of_group: dict[str | None, list[Conflict]] = defaultdict(list)
    for one in conflicts:
        of_group[one.group].append(one)
    views = [GroupView(group, tuple(told), articles, tuple(of_group[group.id])) for group, told in held]
    for card in (card for card in meanings.rulebook.pack.audits if card.id in GROUP_AUDITS):
        for view in views:
            yield from (_hit_row(card.id, view, hit, records) for hit in GROUP_AUDITS[card.id](view, card))


def _cut_short(group: Grouped) -> Grouped:
    """Leave out what is more than can be held against each other."""
    parts = dict(islice(group.parts.items(), _MOST))
    return Grouped(parts, group.utterance & parts.keys())


def _conflict_row(conflict: Conflict, records: Records) -> Row:
    accounts = zip(conflict.members, conflict.sides, strict=True)
    return {
        "group": int(conflict.group) if conflict.group is not None else None,
        "card": None,
        "kind": conflict.kind,
        "words": [],
        "accounts": [_account_row(member, words, records) for member, words in accounts],
    }


def _hit_row(card: str, view: GroupView, hit: GroupHit, records: Records) -> Row:
    return {
        "group": int(view.group.id),
        "card": card,
        "kind": hit.words.get("kind"),
        "words": [{"name": name, "words": words} for name, words in hit.words.items()],
        "accounts": [_account_row(member, None, records) for member in hit.members],
    }


def _are_near(conflict: Conflict, results: Sequence[AuditResult]) -> bool:
    """Whether all articles of a conflict are of the same days, or none has a date."""
    days = {day_of(results[member.article].article.published) or 0 for member in conflict.members}
    return max(days) - min(days) <= _NEAR


def _account_row(member: Member, words: str | None, records: Records) -> Row:
    article = records.results[member.article].article
    return {
        "article": article.path,
        "publisher": article.publisher,
        "published": article.published,
        "record": records.of(member.article, member.attribution.id),
        "attribution": member.attribution.id,
        "spans": [{"start": span.start, "end": span.end} for span in member.part],
        "words": words,
    }
