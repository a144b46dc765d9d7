"""Fits how sure attributions are to annotated articles, and writes `rules/en/confidence.toml`.

    python benchmarks/calibrate.py PATH [--split train] [--check PATH ...]

An attribution is right when its content and its source are those that annotators marked (half of the words in common, a
head word of the source in common). Its chance is a logistic model: odds of its pattern, times those of every piece of
evidence. Odds are pulled towards one, so that what is rare says little, and patterns that hardly occur share theirs.
Two patterns find what PolNeAR by its conventions does not mark (docs/accuracy.md); they are left to what their files claim. Fit it to PolNeAR's training articles; `--check`
prints the bands on others. Nested attributions are left out, for annotators mark each word once.
"""

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

import accuracy
from attrs import evolve, frozen

from provenance.chains import build
from provenance.chains.claim import Claim
from provenance.chains.confidence import RARE, estimate_confidence, find_evidence
from provenance.mentions.fold import Folded
from provenance.pipeline import run_stages
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import Calibration
from provenance.scoring.count import compare, is_source_right
from provenance.scoring.gold import GoldArticle, mark

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "rules/en/confidence.toml"
ROUNDS, STEP, PULL = 30, 0.3, 2.0
HIGH, MEDIUM = 0.85, 0.6
FEWEST = 20
UNMARKED = frozenset({"en/continued", "en/embedded-post"})
HEAD = """\
# How sure an attribution is: `patterns` holds the odds that what a pattern finds is right, `evidence` what each fact about
# an attribution multiplies them by (above 1 speaks for it, below 1 against). Written by benchmarks/calibrate.py.
kind = "confidence"
source = "{source}"

# The bands that reports and benchmarks speak of begin at these confidences.
[bands]
high = {high}
medium = {medium}
"""


@frozen
class Row:
    """One attribution: its pattern, the evidence for and against it, and whether it is right."""

    pattern: str
    evidence: tuple[str, ...]
    right: bool


def read_rows(articles: Sequence[GoldArticle], rulebook: Rulebook) -> Iterator[Row]:
    """What the pipeline finds in annotated articles, with its evidence."""
    seen: list[tuple[str, ...]] = []

    def watch(claim: Claim, folded: Folded, _: Calibration) -> float:
        seen.append(tuple(find_evidence(claim, folded)))
        return 0.5

    build.estimate_confidence = watch
    for article in articles:
        seen.clear()
        attributions = run_stages(article.text, rulebook).attributions
        outer = [(one, seen[i]) for i, one in enumerate(attributions) if one.nested_in is None]
        compared = compare(article, [mark(one) for one, _ in outer])
        right = {j: is_source_right(compared.wanted[i], compared.found[j], compared.text) for i, j in compared.pairs}
        for number, place in enumerate(compared.places):
            attribution, evidence = outer[place]
            yield Row(attribution.pattern, evidence, right.get(number, False))


def fit(rows: Sequence[Row]) -> dict[str, float]:
    """Weights of patterns and evidence by stochastic gradient descent, each pulled towards nought."""
    weights: dict[str, float] = defaultdict(float)
    slopes: dict[str, float] = defaultdict(lambda: 1e-6)
    random, shuffled = Random(1), list(rows)  # noqa: S311  an order, no secret
    for _ in range(ROUNDS):
        random.shuffle(shuffled)
        for row in shuffled:
            names = (f"@{row.pattern}", "base", *row.evidence)
            error = 1 / (1 + math.exp(-sum(weights[name] for name in names))) - row.right
            for name in names:
                slope = error + PULL / len(rows) * weights[name]
                slopes[name] += slope * slope
                weights[name] -= STEP * slope / math.sqrt(slopes[name])
    return weights


def merge_rare(rows: Iterable[Row]) -> list[Row]:
    """The rows to fit, those of rare patterns under one name."""
    kept = [row for row in rows if row.pattern not in UNMARKED]
    often = Counter(row.pattern for row in kept)
    return [row if often[row.pattern] >= FEWEST else evolve(row, pattern=RARE) for row in kept]


def calibration_of(weights: Mapping[str, float]) -> Calibration:
    """The weights as odds."""
    base = weights["base"]
    patterns = {name[1:]: _odds(base + weight) for name, weight in weights.items() if name.startswith("@")}
    evidence = {name: _odds(weight) for name, weight in weights.items() if not name.startswith("@") and name != "base"}
    return Calibration(patterns, evidence, HIGH, MEDIUM)


def _odds(weight: float) -> float:
    return float(f"{math.exp(weight):.3g}")


def write(calibration: Calibration, source: str) -> str:
    """The rule file."""
    lines = [HEAD.format(source=source, high=calibration.high, medium=calibration.medium)]
    for title, odds in (("patterns", calibration.patterns), ("evidence", calibration.evidence)):
        lines.append(f"[{title}]")
        lines += [f'"{name}" = {value}' for name, value in sorted(odds.items())]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def main() -> int:
    """Fit, write, and print the bands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--split", default="train")
    parser.add_argument("--check", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    rulebook = Rulebook.load()
    articles = accuracy.read_articles(options.path, options.split)
    rows = merge_rare(read_rows(articles, rulebook))
    calibration = calibration_of(fit(rows))
    TARGET.write_text(write(calibration, f"fitted to {len(rows)} attributions in {len(articles)} articles"), "utf-8")
    rulebook = evolve(rulebook, pack=evolve(rulebook.pack, calibration=calibration))
    build.estimate_confidence = estimate_confidence
    for name, checked in (
        (options.path, articles),
        *((path, accuracy.read_articles(path, "dev")) for path in options.check),
    ):
        print(f"\n{name.name}", end="")
        accuracy.print_bands(checked, accuracy.parse_all(checked, rulebook), rulebook)
    return 0


if __name__ == "__main__":
    sys.exit(main())
