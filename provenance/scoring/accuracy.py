"""Figures of accuracy from counts, with intervals from resampling articles."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from random import Random

from attrs import frozen

from provenance.model import Article
from provenance.pipeline import parse_article
from provenance.rulebook import Rulebook
from provenance.scoring.count import FORMS, Counts, compare, count
from provenance.scoring.gold import GoldArticle, Marked, mark

_LOW, _HIGH = 0.025, 0.975
MEASURES = ("soft", "full", "lenient", "strict", "words", "content", "source", "cue", "quoted", "quoted, right source")


@frozen
class Figure:
    """Precision, recall and their harmonic mean; shares of one thing have no precision. `interval` holds 95 % of resamples."""

    precision: float | None
    recall: float
    f: float
    interval: tuple[float, float] | None = None


def find_attributions(text: str, rulebook: Rulebook) -> list[Marked]:
    """What the pipeline finds in a text; nested attributions are left out, for annotators mark each word once."""
    parse = parse_article(Article(text), rulebook)
    return [mark(attribution) for attribution in parse.attributions if attribution.nested_in is None]


def count_articles(
    articles: Iterable[GoldArticle], found: Mapping[str, Sequence[Marked]], labels: frozenset[str] | None = None
) -> list[Counts]:
    """The counts of each article; `found` is by the article's id."""
    return [count(compare(article, found.get(article.id, ()), labels)) for article in articles]


def figures_of(counts: Counts) -> dict[str, Figure]:
    """Every figure, by its name in MEASURES."""
    figures = {
        name: _figure(counts[f"{name} right"], counts["found"], counts["wanted"])
        for name in ("soft", "full", "strict", "words")
    }
    precision = _share(counts["pieces right"], counts["found"])
    figures["lenient"] = _joined(precision, _share(counts["pieces covered"], counts["wanted"]))
    for part in ("content", "source", "cue"):
        tokens = (counts[f"{part}-tokens {what}"] for what in ("right", "found", "wanted"))
        figures[part] = _figure(*tokens)
    quoted = _share(counts["quotations found"], counts["quotations wanted"])
    right = _share(counts["quotations right"], counts["quotations sourced"])
    return {**figures, "quoted": Figure(None, quoted, quoted), "quoted, right source": Figure(None, right, right)}


def measure(articles: Sequence[Counts], rounds: int = 1000, seed: int = 1) -> dict[str, Figure]:
    """The figures of all articles together, each with its interval if `rounds` is not nought."""
    total = figures_of(_sum(articles))
    if not rounds:
        return total
    random = Random(seed)  # noqa: S311  resampling, no secret
    samples: dict[str, list[float]] = {name: [] for name in total}
    for _ in range(rounds):
        drawn = [articles[int(random.random() * len(articles))] for _ in articles]
        for name, figure in figures_of(_sum(drawn)).items():
            samples[name].append(figure.f)
    return {name: _with_interval(figure, sorted(samples[name])) for name, figure in total.items()}


def forms_of(counts: Counts) -> dict[str, tuple[int, float, float]]:
    """For each form that annotators marked: how many, the share found, the share found with the right source."""
    return {
        form: (number, _share(counts[f"{form} soft"], number), _share(counts[f"{form} full"], number))
        for form in FORMS
        if (number := counts[f"{form} wanted"])
    }


def _sum(articles: Iterable[Counts]) -> Counts:
    total: Counts = Counter()
    for counts in articles:
        total.update(counts)
    return total


def _with_interval(figure: Figure, ordered: Sequence[float]) -> Figure:
    last = len(ordered) - 1
    low, high = (ordered[min(last, int(share * len(ordered)))] for share in (_LOW, _HIGH))
    return Figure(figure.precision, figure.recall, figure.f, (low, high))


def _figure(right: int, found: int, wanted: int) -> Figure:
    return _joined(_share(right, found), _share(right, wanted))


def _joined(precision: float, recall: float) -> Figure:
    both = precision + recall
    return Figure(precision, recall, 2 * precision * recall / both if both else 0.0)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
