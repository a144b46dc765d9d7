"""Patterns held against annotated articles: on how many each fires, and how often annotators marked the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from provenance.attribution.matches import refuse_match
from provenance.mentions.fold import Folded
from provenance.model import Attribution
from provenance.pipeline import run_stages
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import Emits
from provenance.scoring.count import INSIDE, Comparison, compare, is_source_right
from provenance.scoring.gold import REPORTED, GoldArticle, mark


@frozen
class PatternScore:
    """How one pattern does on a corpus.

    `articles` are those on which it fires; `found` are its attributions outside others, `right` those whose content
    annotators marked too; what has no cue may be a piece of it, for annotators join carried-on quotations to the claim before,
    and we do not (docs/accuracy.md). `reported` counts the same for reported speech only, what is annotated otherwise left out.
    Patterns that emit no attributions are counted, not judged.
    """

    pattern: str
    emits: Emits
    articles: int
    found: int
    right: int = 0
    reported: tuple[int, int] = (0, 0)

    @property
    def precision(self) -> float | None:
        """The share of its attributions that annotators marked too; None where there is nothing to judge."""
        return self.right / self.found if self.found and self.emits is Emits.ATTRIBUTION else None

    def is_below(self, share: float, articles: int) -> bool:
        """Whether it fires on so many articles, and is right less often."""
        return self.articles >= articles and self.precision is not None and self.precision < share


@frozen
class _Firing:
    """One attribution or match of a pattern in one article."""

    pattern: str
    article: int
    right: bool = False
    reported: bool | None = None


def score_patterns(articles: Iterable[GoldArticle], rulebook: Rulebook) -> list[PatternScore]:
    """The score of every pattern of the pack, in order of precedence."""
    fired: dict[str, list[_Firing]] = defaultdict(list)
    for number, article in enumerate(articles):
        for firing in _fire(number, article, rulebook):
            fired[firing.pattern].append(firing)
    patterns = sorted(rulebook.pack.patterns, key=lambda pattern: pattern.rank)
    return [_score(pattern.id, pattern.emits, fired[pattern.id]) for pattern in patterns]


def _score(pattern: str, emits: Emits, firings: Sequence[_Firing]) -> PatternScore:
    reported = Counter(firing.reported for firing in firings)
    return PatternScore(
        pattern,
        emits,
        len({firing.article for firing in firings}),
        len(firings),
        sum(firing.right for firing in firings),
        (reported[True], reported[True] + reported[False]),
    )


def _fire(number: int, article: GoldArticle, rulebook: Rulebook) -> Iterator[_Firing]:
    stages = run_stages(article.text, rulebook)
    yield from _judge(number, article, [one for one in stages.attributions if one.nested_in is None])
    yield from _count_others(number, stages.folded, rulebook)


def _judge(number: int, article: GoldArticle, found: Sequence[Attribution]) -> Iterator[_Firing]:
    """What was found, each with whether it is marked at all, and whether as reported speech."""
    marked = [mark(attribution) for attribution in found]
    every, reported = (_rights(compare(article, marked, labels)) for labels in (None, REPORTED))
    for place, attribution in enumerate(found):
        if place in every:
            yield _Firing(attribution.pattern, number, every[place], reported.get(place))


def _rights(compared: Comparison) -> Mapping[int, bool]:
    """For each place of what was found and not left out, whether it was right."""
    right = {there for _, there in compared.pairs}
    return {place: i in right or _is_piece(i, compared) for i, place in enumerate(compared.places)}


def _is_piece(found: int, compared: Comparison) -> bool:
    """Whether words without a cue lie in what annotators gave to the same source: they join it to the claim before."""
    one = compared.found[found]
    return not one.cue and any(
        len(one.content & wanted.content) >= INSIDE * len(one.content) and is_source_right(wanted, one, compared.text)
        for wanted in compared.wanted
    )


def _count_others(number: int, folded: Folded, rulebook: Rulebook) -> Iterator[_Firing]:
    for compiled in rulebook.patterns:
        if compiled.pattern.emits is not Emits.ATTRIBUTION:
            for match in compiled.expression.matches(folded.symbols):
                if refuse_match(match, compiled, folded) is None:
                    yield _Firing(compiled.pattern.id, number)
