"""The pipeline's result on a sample article against the gold annotations of it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from provenance.model import Attribution, AuditResult, Finding, Hop, Sourcing, Spans, hull_of

Gold = dict[str, Any]
_SAME = 0.5
"""Share of the characters of two contents that two readings of one attribution have in common."""


@frozen
class Counts:
    """Right ones, found ones, wanted ones; they add up over articles."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0

    @property
    def recall(self) -> float:
        """The share of what is wanted that was found."""
        return self.right / self.wanted if self.wanted else 1.0


def measure(result: AuditResult, gold: Gold, expected: Iterable[Mapping[str, str]]) -> dict[str, Counts]:
    """Give every measure of one article."""
    pairs = pair_up(gold["attributions"], result.parse.attributions)
    found, wanted = len(result.parse.attributions), len(gold["attributions"])
    return {
        "attributions": Counts(len(pairs), found, wanted),
        "chains": _count_chains(gold, pairs),
        "unnamed-only": _count_unnamed_only(result, gold, pairs),
        "findings": _count_findings(result, expected, pairs),
    }


def pair_up(gold: Iterable[Gold], found: Iterable[Attribution]) -> dict[str, Attribution]:
    """Pair annotated and found attributions, those with the most content in common first."""
    found = list(found)
    scores = sorted(
        ((_overlap(one["content"], other.content), one["id"], i) for one in gold for i, other in enumerate(found)),
        key=lambda score: (-score[0], score[1], score[2]),
    )
    pairs: dict[str, Attribution] = {}
    taken: set[int] = set()
    for overlap, name, index in scores:
        if overlap >= _SAME and name not in pairs and index not in taken:
            pairs[name] = found[index]
            taken.add(index)
    return pairs


def is_found(wanted: Mapping[str, str], result: AuditResult, pairs: Mapping[str, Attribution]) -> bool:
    """Tell whether a finding that the manifest expects was made."""
    return any(_is_wanted(finding, wanted, result, pairs) for finding in result.findings)


def _is_wanted(
    finding: Finding, wanted: Mapping[str, str], result: AuditResult, pairs: Mapping[str, Attribution]
) -> bool:
    if finding.rule != wanted["rule"]:
        return False
    if "text" in wanted:
        return wanted["text"] in hull_of(finding.spans).of(result.article.text)
    attribution = pairs.get(wanted["attribution"])
    return attribution is not None and attribution.id in _reported_by(finding, result)


def _reported_by(finding: Finding, result: AuditResult) -> set[str]:
    """Give the attributions that one finding stands for: its own, and those whose claims were folded into it."""
    folded = {a.id for a in result.parse.attributions if set(a.content) <= {*finding.spans, *finding.related}}
    return folded | ({finding.attribution} if finding.attribution else set())


def _overlap(gold: list[list[int]], found: Spans) -> float:
    one = {i for start, end in gold for i in range(start, end)}
    other = {i for span in found for i in range(span.start, span.end)}
    return len(one & other) / len(one | other)


def _count_chains(gold: Gold, pairs: Mapping[str, Attribution]) -> Counts:
    """Count the relayed chains that came out exactly as annotated."""
    relayed = [one for one in gold["attributions"] if len(one["chain"]) > 1]
    right = sum(one["id"] in pairs and _same_chain(one["chain"], pairs[one["id"]].chain) for one in relayed)
    return Counts(right, len(relayed), len(relayed))


def _same_chain(gold: list[Gold], found: Iterable[Hop]) -> bool:
    links = list(found)
    return len(links) == len(gold) and all(map(_same_hop, gold, links))


def _same_hop(gold: Gold, found: Hop) -> bool:
    """Compare naming, and of named hops the last word of the name."""
    if gold["naming"] != found.naming.value:
        return False
    return gold["naming"] != "named" or _last(gold["entity"]) == _last(found.entity or "")


def _last(name: str) -> str:
    words = re.findall(r"\w+", name.casefold())
    return words[-1] if words else ""


def _count_unnamed_only(result: AuditResult, gold: Gold, pairs: Mapping[str, Attribution]) -> Counts:
    records = {name: record for record in result.parse.records for name in record.attributions}
    found = {name for name, record in records.items() if record.sourcing is Sourcing.UNNAMED_ONLY}
    wanted = gold["claims_resting_only_on_unnamed"]
    right = sum(name in pairs and pairs[name].id in found for name in wanted)
    return Counts(right, len(found), len(wanted))


def _count_findings(
    result: AuditResult, expected: Iterable[Mapping[str, str]], pairs: Mapping[str, Attribution]
) -> Counts:
    expected = list(expected)
    right = sum(is_found(wanted, result, pairs) for wanted in expected)
    return Counts(right, len(expected), len(expected))
