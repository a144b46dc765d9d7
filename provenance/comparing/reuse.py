"""Articles that share much of their own text, while the later one does not say where it is from."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from attrs import frozen

from provenance.comparing.dates import comes_before
from provenance.comparing.spellings import keys_of
from provenance.model import AuditResult, Kind, Span

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_RUN = 8
_FORMULA = 20
"""More articles than this share only formulas."""


@frozen(eq=False)
class Reuse:
    """Two articles by their places, the share of the later one's text that the earlier has, and where it begins."""

    earlier: int
    later: int
    share: float
    span: Span


def find_reuse(results: Sequence[AuditResult], least: float) -> Iterator[Reuse]:
    """Give pairs of articles of different outlets of which the later has much of the earlier's text and names it nowhere."""
    runs = [_runs_of(result.article.text) for result in results]
    for (one, other), count in sorted(_count_shared(runs).items()):
        earlier, later = _ordered(one, other, results)
        if count >= least * len(runs[later]) and _is_silent(results[earlier], results[later]):
            first = min(
                (span for run, span in runs[later].items() if run in runs[earlier]), key=lambda span: span.start
            )
            yield Reuse(earlier, later, count / len(runs[later]), first)


def _count_shared(runs: Sequence[Mapping[tuple[str, ...], Span]]) -> Counter[tuple[int, int]]:
    """Count the runs that two articles share; a run that many have is a formula."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, held in enumerate(runs):
        for run in held:
            holders[run].append(number)
    return Counter(pair for held in holders.values() if len(held) <= _FORMULA for pair in combinations(held, 2))


def _runs_of(text: str) -> dict[tuple[str, ...], Span]:
    """The runs of words of a text outside quotations, each with its first place."""
    plain = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    words = [(match.group().casefold(), match.span()) for match in _WORD.finditer(plain)]
    found: dict[tuple[str, ...], Span] = {}
    for at in range(len(words) - _RUN + 1):
        run = words[at : at + _RUN]
        found.setdefault(tuple(word for word, _ in run), Span(run[0][1][0], run[-1][1][1]))
    return found


def _ordered(one: int, other: int, results: Sequence[AuditResult]) -> tuple[int, int]:
    first, second = results[one].article.published, results[other].article.published
    return (other, one) if comes_before(second, first) else (one, other)


def _is_silent(earlier: AuditResult, later: AuditResult) -> bool:
    """Whether both outlets are known and differ, one was surely first, and the later neither names it nor shares an agency."""
    publishers = earlier.article.publisher, later.article.publisher
    first = comes_before(earlier.article.published, later.article.published)
    if None in publishers or publishers[0] == publishers[1] or not first:
        return False
    named = f" {' '.join(keys_of(publishers[0] or ''))} " in f" {' '.join(keys_of(later.article.text))} "
    return not named and not _outlets(earlier) & _outlets(later)


def _outlets(result: AuditResult) -> frozenset[str | None]:
    hops = (hop for attribution in result.parse.attributions for hop in attribution.chain)
    return frozenset(hop.entity for hop in hops if hop.kind is Kind.OUTLET)
