"""What takes the words of a window to find: accounts of one statement that do not agree, and sources that grow."""

from collections.abc import Iterator, Sequence
from itertools import islice

from provenance.comparing.conflicts import find_conflicts
from provenance.comparing.description import part_of
from provenance.comparing.facts import Facts
from provenance.comparing.group_audits import GROUP_AUDITS, ON_FACTS, GroupView
from provenance.comparing.grouping import Grouped
from provenance.comparing.meanings import Meanings
from provenance.comparing.statements import Statement
from provenance.corpus.archive.groups.days import day_of
from provenance.corpus.archive.tables import Row
from provenance.model import AuditResult, Conflict, Group, GroupOrigin, Member, Parse

_MOST = 200
"""Accounts of one statement that are held against each other; what more articles of a window have is a formula."""
_NEAR = 14
"""Days that accounts which belong to no group are apart at most: positions change."""


def find_hits(
    groups: Sequence[Grouped], statements: Sequence[Statement], results: Sequence[AuditResult], meanings: Meanings
) -> Iterator[Row]:
    """Give a row for each conflict, of a group or between loose statements, and for what audits that ask for facts object to."""
    facts = [Facts(one, results[one.article].parse, meanings) for one in statements]
    held = [
        (_group_of(number, one, statements), [facts[place] for place in islice(one.parts, _MOST)])
        for number, one in enumerate(groups)
    ]
    loose = [
        (Member(one.article, one.attribution, one.attribution.content), facts[n]) for n, one in enumerate(statements)
    ]
    for conflict in find_conflicts(held, loose):
        if conflict.group is None and not _are_near(conflict, results):
            continue
        accounts = zip(conflict.members, conflict.sides, strict=True)
        yield {
            "group": int(conflict.group) if conflict.group is not None else None,
            "card": None,
            "kind": conflict.kind,
            "words": [],
            "accounts": [_account_row(member, words, results) for member, words in accounts],
        }
    articles = tuple(result.article for result in results)
    views = [GroupView(group, tuple(told), articles, ()) for group, told in held]
    for card in (card for card in meanings.rulebook.pack.audits if card.id in ON_FACTS):
        for view in views:
            for hit in GROUP_AUDITS[card.id](view, card):
                yield {
                    "group": int(view.group.id),
                    "card": card.id,
                    "kind": None,
                    "words": [{"name": name, "words": words} for name, words in hit.words.items()],
                    "accounts": [_account_row(member, None, results) for member in hit.members],
                }


def _are_near(conflict: Conflict, results: Sequence[AuditResult]) -> bool:
    """Whether all articles of a conflict are of the same days, or none has a date."""
    days = {day_of(results[member.article].article.published) or 0 for member in conflict.members}
    return max(days) - min(days) <= _NEAR


def record_of(attribution: str, parse: Parse) -> str:
    """The id of the record that an attribution stands in."""
    return next(one.id for one in parse.records if attribution in one.attributions)


def _group_of(number: int, grouped: Grouped, statements: Sequence[Statement]) -> Group:
    """Give a group as far as conflicts ask for it: its members, and its number as its id."""
    members = tuple(
        Member(statements[n].article, statements[n].attribution, part_of(statements[n], places), n in grouped.utterance)
        for n, places in islice(grouped.parts.items(), _MOST)
    )
    return Group(str(number), "", GroupOrigin(None, None, 0), (), members, (), ())


def _account_row(member: Member, words: str | None, results: Sequence[AuditResult]) -> Row:
    parse = results[member.article].parse
    return {
        "article": parse.article.path,
        "publisher": parse.article.publisher,
        "published": parse.article.published,
        "record": record_of(member.attribution.id, parse),
        "attribution": member.attribution.id,
        "spans": [{"start": span.start, "end": span.end} for span in member.part],
        "words": words,
    }
