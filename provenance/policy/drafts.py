"""Two drafts of one article: which claims came and went, and which changed what they rest on."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from attrs import evolve, frozen

from provenance.listing.hiding import Cards, Names, hide_finding, hide_result
from provenance.model import AuditResult, Finding, Naming, Sourcing, text_of
from provenance.policy.rule_differences import only_in
from provenance.reports.rows import Row, read_rows

Words = tuple[str, ...]
_WORD = re.compile(r"\w+")
_SAME = 0.6
"""Share of their words that two wordings of one claim have in common."""
_VOUCHED = frozenset([Sourcing.NAMED, Sourcing.MIXED])


class ChangeKind(StrEnum):
    """What happened to a claim between two drafts."""

    GAINED = "gained"
    LOST = "lost"
    NAMED = "newly named"
    UNNAMED = "newly unnamed"
    SUPPORTED = "gained a named source"
    UNSUPPORTED = "lost its named source"
    CHAIN = "other chain"


@frozen
class Change:
    """One claim that is not as it was: the row of either draft, None where the draft lacks it.

    Where the claim's own source is the same, and it is another that came or went, `support` is the row of that one.
    """

    kind: ChangeKind
    old: Row | None
    new: Row | None
    support: Row | None = None


@frozen
class DraftComparison:
    """Everything that changed in the sourcing; findings by the rules in force."""

    old: AuditResult
    new: AuditResult
    changes: tuple[Change, ...]
    gained: tuple[Finding, ...]
    solved: tuple[Finding, ...]


def compare_drafts(old: AuditResult, new: AuditResult) -> DraftComparison:
    """Compare two audited drafts: changes in the order of the new one, what was lost at the end."""
    before, after = read_rows(old, everything=False), read_rows(new, everything=False)
    pairs = _pair_up(_words_of(before, old.article.text), _words_of(after, new.article.text))
    changes = [*_changes(before, after, pairs), *_losses(before, pairs)]
    return DraftComparison(old, new, tuple(changes), gained=only_in(new, old), solved=only_in(old, new))


def hide_drafts(found: DraftComparison, cards: Cards) -> DraftComparison:
    """Return a comparison of which no report can tell a word; who is in both drafts is called the same in both."""
    names = Names("")
    old, new = (hide_result(draft, cards, names) for draft in (found.old, found.new))
    changes = tuple(
        Change(
            one.kind,
            _row_in(old, one.old),
            _row_in(new, one.new),
            _row_in(old if one.kind is ChangeKind.UNSUPPORTED else new, one.support),
        )
        for one in found.changes
    )
    gained, solved = (tuple(hide_finding(one, cards) for one in findings) for findings in (found.gained, found.solved))
    return DraftComparison(old, new, changes, gained, solved)


def _row_in(result: AuditResult, row: Row | None) -> Row | None:
    """Give the same row with the attribution that a result has of it."""
    if row is None or row.attribution is None:
        return row
    wanted = row.attribution.id
    return evolve(row, attribution=next(one for one in result.parse.attributions if one.id == wanted))


def _changes(before: Sequence[Row], after: Sequence[Row], pairs: Mapping[int, int]) -> Iterator[Change]:
    for index, row in enumerate(after):
        if index not in pairs:
            yield Change(ChangeKind.GAINED, None, row)
            continue
        old = before[pairs[index]]
        if kind := _compare(old, row):
            yield _explain(Change(kind, old, row), before, after)


def _explain(change: Change, before: Sequence[Row], after: Sequence[Row]) -> Change:
    """Name the other source that came or went where the claim's own stayed as it was."""
    old, new = change.old, change.new
    if old is None or new is None or change.kind is ChangeKind.CHAIN or _hops(old) != _hops(new):
        return change
    if change.kind is ChangeKind.UNNAMED:
        return evolve(change, kind=ChangeKind.UNSUPPORTED, support=_find_support(old, before))
    return evolve(change, kind=ChangeKind.SUPPORTED, support=_find_support(new, after))


def _find_support(row: Row, rows: Sequence[Row]) -> Row | None:
    """Find the first row that reports the same claim from a named origin."""
    same = (one for one in rows if one.record.id in row.record.supported_by and one.attribution)
    return next((one for one in same if one.attribution and one.attribution.chain[-1].naming is Naming.NAMED), None)


def _losses(before: Sequence[Row], pairs: Mapping[int, int]) -> Iterator[Change]:
    kept = set(pairs.values())
    for index, row in enumerate(before):
        if index not in kept:
            yield Change(ChangeKind.LOST, row, None)


def _compare(old: Row, new: Row) -> ChangeKind | None:
    was, is_now = old.record.sourcing in _VOUCHED, new.record.sourcing in _VOUCHED
    if was != is_now:
        return ChangeKind.NAMED if is_now else ChangeKind.UNNAMED
    return ChangeKind.CHAIN if old.record.sourcing != new.record.sourcing or _hops(old) != _hops(new) else None


def _hops(row: Row) -> list[tuple[str | None, str]]:
    return [(hop.entity, hop.naming.value) for hop in row.attribution.chain] if row.attribution else []


def _words_of(rows: Sequence[Row], text: str) -> list[Words]:
    return [tuple(_WORD.findall(text_of(row.record.claim, text).casefold())) for row in rows]


def _pair_up(before: Sequence[Words], after: Sequence[Words]) -> dict[int, int]:
    """Pair claims, new to old: those with the most words in common first, each once, in order where it is a tie."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, new, old in sorted(_score_pairs(before, after)):
        if new not in pairs and old not in taken:
            pairs[new] = old
            taken.add(old)
    return pairs


def _score_pairs(before: Sequence[Words], after: Sequence[Words]) -> Iterator[tuple[float, bool, int, int]]:
    """Yield the pairs of claims that may be one, as what sorts the likest first: unlikeness, other wording, new, old."""
    holders: dict[str, list[int]] = {}
    for old, words in enumerate(before):
        for word in set(words):
            holders.setdefault(word, []).append(old)
    for new, words in enumerate(after):
        shared = Counter(old for word in set(words) for old in holders.get(word, ()))
        for old, count in shared.items():
            score = 2 * count / (len(set(words)) + len(set(before[old])))
            if score >= _SAME:
                yield -score, before[old] != words, new, old
