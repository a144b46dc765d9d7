"""Precision of the audits by the judgements of readers, rule by rule, and how far the readers agree.

    precision.py JUDGEMENTS...                          precision of what was judged
    precision.py JUDGEMENTS... --articles FILE.jsonl    of the judged findings that are still made
    precision.py JUDGEMENTS... --articles FILE.jsonl --groups FILE.jsonl    also of those over several articles

A file of judgements belongs to one reader and holds one JSON object a line: `corpus`, `article` (first twelve digits of the
SHA-256 of its text), `rule`, `spans` and `right`; of a finding over several articles `article` has all of them, joined by +,
and `spans` those of one after the other. No words of an article stand there. The articles have a `text` a line, those of
groups also `id`, `outlet` and `date`; a group has `members`, each with the `id` of an article.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

from provenance.comparing.comparison import compare_results
from provenance.model import Article
from provenance.pipeline import audit_article, audit_text, default_rulebook

Item = tuple[str, str, tuple[tuple[int, int], ...]]
"""One finding: article, rule, spans."""
Verdicts = Mapping[Item, bool]


def read_verdicts(path: Path) -> dict[Item, bool]:
    """What one reader judged."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {(row["article"], row["rule"], tuple(map(tuple, row["spans"]))): bool(row["right"]) for row in rows}


def find_items(texts: Iterable[str], wanted: frozenset[str]) -> set[Item]:
    """Every finding made now in the judged articles."""
    made: set[Item] = set()
    for text in texts:
        article = name_article(text)
        if article in wanted:
            for finding in audit_text(text).findings:
                made.add((article, finding.rule, tuple((span.start, span.end) for span in finding.spans)))
    return made


def find_group_items(articles: Iterable[Mapping[str, Any]], groups: Iterable[Mapping[str, Any]]) -> set[Item]:
    """Every finding made now over the articles of each group."""
    rulebook, known = default_rulebook(), {one["id"]: one for one in articles if "id" in one}
    audited = {}
    made: set[Item] = set()
    for group in groups:
        names = list(dict.fromkeys(member["id"] for member in group["members"]))
        for name in names:
            if name not in audited:
                one = known[name]
                article = Article(one["text"], path=name, publisher=one["outlet"], published=one["date"])
                audited[name] = audit_article(article, rulebook)
        comparison = compare_results([audited[name] for name in names], rulebook)
        for finding in comparison.findings:
            places = [(name_article(comparison.articles[number].text), spans) for number, spans in finding.places]
            spans = tuple((span.start, span.end) for _, held in places for span in held)
            made.add(("+".join(name for name, _ in places), finding.rule, spans))
    return made


def name_article(text: str) -> str:
    """What an article is called in judgements."""
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:12]


def read_lines(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """The objects in files of JSON Lines."""
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").split("\n"))
    return [json.loads(line) for line in lines if line.strip()]


def tell_precision(readers: Sequence[Verdicts], made: set[Item] | None) -> list[str]:
    """One line a rule: judged, right, precision; a finding is right where most of its readers say so."""
    votes: dict[Item, list[bool]] = defaultdict(list)
    for verdicts in readers:
        for item, right in verdicts.items():
            if made is None or item in made:
                votes[item].append(right)
    rules: dict[str, list[bool]] = defaultdict(list)
    for (_, rule, _), given in votes.items():
        rules[rule].append(2 * sum(given) > len(given))
    rows = [(rule, len(held), sum(held)) for rule, held in sorted(rules.items())]
    rows.append(("all", sum(row[1] for row in rows), sum(row[2] for row in rows)))
    return [f"{rule:24} {count:4} judged {right:4} right  {right / count:.2f}" for rule, count, right in rows if count]


def tell_agreement(names: Sequence[str], readers: Sequence[Verdicts]) -> list[str]:
    """One line a pair of readers: how many findings both judged, how often alike, and Cohen's kappa."""
    lines = []
    for (one, first), (other, second) in combinations(zip(names, readers, strict=True), 2):
        both = [(first[item], second[item]) for item in first.keys() & second.keys()]
        if both:
            alike = sum(a == b for a, b in both) / len(both)
            lines.append(f"{one} and {other}: {len(both)} findings, alike {alike:.2f}, kappa {_kappa(both, alike):.2f}")
    return lines


def _kappa(both: Sequence[tuple[bool, bool]], alike: float) -> float:
    """Agreement beyond what two readers who judge blindly at their own rates would have."""
    one, other = (sum(pair[i] for pair in both) / len(both) for i in (0, 1))
    chance = one * other + (1 - one) * (1 - other)
    return (alike - chance) / (1 - chance) if chance < 1 else 1.0


def main(arguments: Sequence[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("judgements", nargs="+", type=Path)
    parser.add_argument("--articles", nargs="*", type=Path, default=[])
    parser.add_argument("--groups", nargs="*", type=Path, default=[])
    options = parser.parse_args(arguments)
    readers = [read_verdicts(path) for path in options.judgements]
    judged = frozenset(item[0] for verdicts in readers for item in verdicts)
    articles = read_lines(options.articles)
    made = find_items((one["text"] for one in articles), judged) if articles else None
    if made is not None and options.groups:
        made |= find_group_items(articles, read_lines(options.groups))
    names = [path.stem for path in options.judgements]
    sys.stdout.write("\n".join([*tell_precision(readers, made), *tell_agreement(names, readers), ""]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
