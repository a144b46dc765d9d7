"""How much of what annotators marked is found, and how sure the figures are.

    python benchmarks/accuracy.py PATH [--split dev] [--rounds 1000]

PATH is a checkout of PolNeAR, a file of JSON Lines in its spirit, or a folder in the format of `seeds/gold`; nothing is
downloaded. Printed are precision, recall and F for reported speech and for everything annotated, with 95 % intervals from
resampling articles, then recall by the form of the content, then how often attributions are right in each band of
confidence. docs/explanation/accuracy.md says what the measures mean and what other tools reach.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import polnear

from provenance.model import Article, Attribution
from provenance.pipeline import parse_article
from provenance.rulebook import Rulebook
from provenance.scoring.accuracy import MEASURES, Figure, count_articles, forms_of, measure
from provenance.scoring.count import Counts, compare, is_source_right
from provenance.scoring.gold import REPORTED, GoldArticle, Marked, mark, read_gold


def read_articles(path: Path, split: str) -> list[GoldArticle]:
    """The annotated articles of a path of any of the three kinds."""
    compartment = polnear.find_compartment(path, split) if path.is_dir() else None
    return polnear.read_compartment(compartment) if compartment else read_gold(path)


def parse_all(articles: Sequence[GoldArticle], rulebook: Rulebook) -> dict[str, list[Attribution]]:
    """The outer attributions of each article: annotators mark each word once."""
    parses = ((article.id, parse_article(Article(article.text), rulebook)) for article in articles)
    return {name: [one for one in parse.attributions if one.nested_in is None] for name, parse in parses}


def print_figures(title: str, counts: Sequence[Counts], rounds: int) -> None:
    """Print every measure, and recall by form."""
    total: Counts = Counter()
    for one in counts:
        total.update(one)
    print(f"\n{title}: {total['wanted']} annotated, {total['found']} found")
    print(f"  {'':20} {'F':>5}  {'95 %':13} {'P':>5} {'R':>5}")
    figures = measure(counts, rounds)
    for name in MEASURES:
        print(f"  {name:20} {_row(figures[name])}")
    for form, (number, found, right) in forms_of(total).items():
        print(f"  {form:10} {number:5} annotated: {found:.3f} found, {right:.3f} with the right source")


def _row(figure: Figure) -> str:
    interval = "({:.3f}-{:.3f})".format(*figure.interval) if figure.interval else ""
    precision = "" if figure.precision is None else f"{figure.precision:.3f}"
    return f"{figure.f:.3f}  {interval:13} {precision:>5} {figure.recall:.3f}"


def print_bands(articles: Sequence[GoldArticle], found: dict[str, list[Attribution]], rulebook: Rulebook) -> None:
    """Print how often content and source are right in each band of confidence."""
    bands: dict[str, list[bool]] = defaultdict(list)
    for article in articles:
        compared = compare(article, [mark(one) for one in found[article.id]])
        right = {j for i, j in compared.pairs if is_source_right(compared.wanted[i], compared.found[j], compared.text)}
        for number, place in enumerate(compared.places):
            confidence = found[article.id][place].confidence
            bands[rulebook.pack.calibration.band_of(confidence).value].append(number in right)
    print("\nConfidence: content and source are right")
    for band in ("high", "medium", "low"):
        rights = bands[band]
        print(f"  {band:8} {sum(rights) / max(len(rights), 1):.3f} of {len(rights)}")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--split", default="dev", help="which part of a PolNeAR checkout (%(default)s)")
    parser.add_argument("--rounds", type=int, default=1000, help="resamples for the intervals (%(default)s)")
    options = parser.parse_args()
    articles = read_articles(options.path, options.split)
    rulebook = Rulebook.load()
    found = parse_all(articles, rulebook)
    marked: dict[str, list[Marked]] = {name: [mark(one) for one in ones] for name, ones in found.items()}
    print(f"{len(articles)} articles, {sum(len(article.text) for article in articles)} characters")
    print_figures("Reported speech", count_articles(articles, marked, REPORTED), options.rounds)
    print_figures("Everything annotated", count_articles(articles, marked), options.rounds)
    print_bands(articles, found, rulebook)
    return 0


if __name__ == "__main__":
    sys.exit(main())
