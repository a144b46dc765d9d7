"""How well attributions of one quotation are put together: python benchmarks/compare.py ARTICLES.jsonl CLUSTERS.jsonl.

ARTICLES: one object a line with id, outlet, date, title, text. CLUSTERS: one a line with members, each an article's id and
a quotation in its text. Scored are pairs of attributions that hold a quotation of some cluster: right if the quotations
belong to one cluster. Quotations that no attribution holds are counted, not scored.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from provenance.comparing.comparison import compare_results
from provenance.model import Article, Attribution, AuditResult, Span
from provenance.pipeline import audit_article, default_rulebook

Key = tuple[int, str]
_HELD = 0.5


def read_lines(path: str) -> list[dict[str, Any]]:
    """Read JSON Lines."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def find_quotation(quote: str, result: AuditResult) -> set[str]:
    """Give the ids of the attributions that hold a quotation, wherever it stands."""
    text, found = result.article.text, set[str]()
    start = text.find(quote)
    while start >= 0:
        span = Span(start, start + len(quote))
        found |= {one.id for one in result.parse.attributions if holds(one, span)}
        start = text.find(quote, start + 1)
    return found


def holds(attribution: Attribution, quote: Span) -> bool:
    """Whether half of the shorter of quotation and content is in both."""
    shared = sum(max(0, min(quote.end, s.end) - max(quote.start, s.start)) for s in attribution.content)
    return shared >= _HELD * min(len(quote), sum(map(len, attribution.content)))


def label(clusters: Iterable[dict[str, Any]], results: list[AuditResult]) -> tuple[dict[Key, set[int]], int, int]:
    """Give the clusters of each attribution, how many quotations there are, and how many no attribution holds."""
    numbers = {result.article.path: number for number, result in enumerate(results)}
    labels: dict[Key, set[int]] = defaultdict(set)
    quotations = missed = 0
    for cluster, one in enumerate(clusters):
        for member in one["members"]:
            number = numbers[member["id"]]
            held = find_quotation(member["quote"], results[number])
            quotations, missed = quotations + 1, missed + (not held)
            for attribution in held:
                labels[number, attribution].add(cluster)
    return labels, quotations, missed


def pairs_of(sets: Iterable[Iterable[Key]]) -> Iterator[tuple[Key, Key]]:
    """Give every pair of members of a set."""
    for members in sets:
        yield from combinations(sorted(set(members)), 2)


def main(articles: str, clusters: str) -> None:
    """Print precision, recall and F of the pairs, and what comparing took beside auditing."""
    rulebook, begun = default_rulebook(), time.process_time()
    results = [
        audit_article(Article(a["text"], path=a["id"], publisher=a["outlet"], published=a["date"]), rulebook)
        for a in read_lines(articles)
    ]
    audited = time.process_time()
    comparison = compare_results(results, rulebook)
    compared = time.process_time()
    labels, quotations, missed = label(read_lines(clusters), results)
    held: dict[int, list[Key]] = defaultdict(list)
    for key, of in labels.items():
        for cluster in of:
            held[cluster].append(key)
    gold = set(pairs_of(held.values()))
    groups = ([(m.article, m.attribution.id) for m in group.members] for group in comparison.groups)
    found = set(pairs_of([key for key in group if key in labels] for group in groups))
    right = len(gold & found)
    precision, recall = right / len(found), right / len(gold)
    print(f"{quotations} quotations, {missed} in no attribution; {len(comparison.groups)} groups in all")
    print(
        f"pairs: P {precision:.3f} R {recall:.3f} F {2 * precision * recall / (precision + recall):.3f} of {len(gold)}"
    )
    print(f"audit {audited - begun:.1f} s, compare {compared - audited:.1f} s")


if __name__ == "__main__":
    main(*sys.argv[1:])
