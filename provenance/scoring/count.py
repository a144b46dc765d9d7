"""One article scored: what was found against what annotators marked, as counts that add up over articles.

An attribution is found (*soft*) when its content and the annotated one have half of their tokens in common; pairs are made
greedily, the best overlap first, one to one. It is right in *full* when the source is right too: a head word in common, or
no source in both. *Lenient* counts let one annotated content be found in several pieces.

With `labels` only annotated attributions of those classes are wanted. The others are neither wanted nor wrong: what is found
and best fits one of them, or lies half inside one, is left out.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from attrs import frozen

from provenance.scoring.gold import GoldArticle, Marked
from provenance.scoring.words import ScoredText, Words

FORMS = ("direct", "mixed", "indirect", "embedded")
_SAME = 0.5
INSIDE = 0.8
"""The share of a piece that must lie in an annotated content."""
_SHORTEST_QUOTATION = 3

Counts = Counter[str]


@frozen
class Scored:
    """An attribution as tokens."""

    source: Words
    cue: Words
    content: Words
    form: str

    @property
    def parts(self) -> tuple[tuple[str, Words], ...]:
        """The tokens of each part, by its name."""
        return ("source", self.source), ("cue", self.cue), ("content", self.content)


@frozen
class Comparison:
    """Wanted and found attributions of one article, and which found one stands for which wanted one.

    `places` are the places that the found ones had among all that were found; `every` are all that were found, `others` the
    annotated ones that are not wanted.
    """

    text: ScoredText
    wanted: Sequence[Scored]
    found: Sequence[Scored]
    places: Sequence[int]
    pairs: Sequence[tuple[int, int]]
    every: Sequence[Scored]
    others: Sequence[Scored]


def compare(gold: GoldArticle, found: Sequence[Marked], labels: frozenset[str] | None = None) -> Comparison:
    """Pair what was found in an article with what is wanted."""
    text = ScoredText(gold.text)
    marked = [(_scored(one, text), labels is None or one.label in labels) for one in gold.attributions]
    wanted = [one for one, counts in marked if counts and one.content]
    others = [one for one, counts in marked if not counts and one.content]
    every = [one for one in (_scored(one, text) for one in found) if one.content]
    at = [i for i, one in enumerate(found) if text.covered(one.content)]
    pairs = _pair(wanted, every)
    left = _left_out(others, every, {there for _, there in pairs})
    kept = [i for i in range(len(every)) if i not in left]
    number = {old: new for new, old in enumerate(kept)}
    renumbered = [(here, number[there]) for here, there in pairs]
    return Comparison(text, wanted, [every[i] for i in kept], [at[i] for i in kept], renumbered, every, others)


def count(comparison: Comparison) -> Counts:
    """Everything that the figures are made of; keys are `what kind`."""
    counts: Counts = Counter()
    _count_tokens(comparison, counts)
    _count_pairs(comparison, counts)
    _count_pieces(comparison, counts)
    _count_quotations(comparison, counts)
    return counts


def is_source_right(wanted: Scored, found: Scored, text: ScoredText) -> bool:
    """Whether two sources have a head word in common, or there is none in both."""
    if not wanted.source:
        return not found.source
    return bool(text.heads(wanted.source) & text.heads(found.source))


def _scored(one: Marked, text: ScoredText) -> Scored:
    source, cue, content = map(text.covered, (one.source, one.cue, one.content))
    return Scored(source, cue, content, text.form(one))


def _pair(wanted: Sequence[Scored], found: Sequence[Scored]) -> list[tuple[int, int]]:
    """Pairs of places, the best overlap first."""
    overlaps = []
    for here, one in enumerate(wanted):
        for there, other in enumerate(found):
            shared = len(one.content & other.content)
            if shared and (overlap := shared / len(one.content | other.content)) >= _SAME:
                overlaps.append((-overlap, here, there))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, here, there in sorted(overlaps):
        if here not in pairs and there not in taken:
            pairs[here] = there
            taken.add(there)
    return list(pairs.items())


def _left_out(others: Sequence[Scored], found: Sequence[Scored], paired: set[int]) -> set[int]:
    """Places of what was found and belongs to annotated attributions that are not wanted."""
    if not others:
        return set()
    rest = [i for i in range(len(found)) if i not in paired]
    left = {rest[there] for _, there in _pair(others, [found[i] for i in rest])}
    inside = frozenset[int]().union(*(one.content for one in others))
    return left | {i for i in rest if len(found[i].content & inside) * 2 >= len(found[i].content)}


def _count_tokens(compared: Comparison, counts: Counts) -> None:
    unwanted = frozenset[int]().union(*(words for one in compared.others for _, words in one.parts))
    for part in ("source", "cue", "content"):
        wanted = frozenset[int]().union(*(getattr(one, part) for one in compared.wanted))
        found = frozenset[int]().union(*(getattr(one, part) for one in compared.every)) - (unwanted - wanted)
        counts[f"{part}-tokens right"] += len(wanted & found)
        counts[f"{part}-tokens wanted"] += len(wanted)
        counts[f"{part}-tokens found"] += len(found)


def _count_pairs(compared: Comparison, counts: Counts) -> None:
    counts["wanted"] += len(compared.wanted)
    counts["found"] += len(compared.found)
    for one in compared.wanted:
        counts[f"{one.form} wanted"] += 1
    for one in compared.found:
        counts[f"{one.form} found"] += 1
    for here, there in compared.pairs:
        wanted, found = compared.wanted[here], compared.found[there]
        full = is_source_right(wanted, found, compared.text)
        counts["soft right"] += 1
        counts["full right"] += full
        counts["strict right"] += wanted.content == found.content
        counts["words right"] += compared.text.words(wanted.content) == compared.text.words(found.content)
        counts[f"{wanted.form} soft"] += 1
        counts[f"{wanted.form} full"] += full
        counts[f"{found.form} right"] += 1
        counts["sources wanted"] += bool(wanted.source)
        counts["sources right"] += bool(wanted.source) and full


def _count_pieces(compared: Comparison, counts: Counts) -> None:
    """Contents found in several pieces: each piece must lie in one wanted content, which must be half covered."""
    contents = [compared.text.words(one.content) or one.content for one in compared.wanted]
    covered: dict[int, Words] = defaultdict(frozenset)
    for found in compared.found:
        words = compared.text.words(found.content) or found.content
        best = max(range(len(contents)), key=lambda i: len(words & contents[i]), default=None)
        if best is not None and len(words & contents[best]) >= INSIDE * len(words):
            counts["pieces right"] += 1
            covered[best] |= words
    counts["pieces covered"] += sum(2 * len(words & contents[i]) >= len(contents[i]) for i, words in covered.items())


def _count_quotations(compared: Comparison, counts: Counts) -> None:
    """Quotations of three words and more that belong to a wanted content: found, and with the right source."""
    text = compared.text
    for quotation in text.quotations:
        words = text.words(text.covered((quotation,)))
        if len(words) < _SHORTEST_QUOTATION:
            continue
        holders = [one for one in compared.wanted if len(words & one.content) >= INSIDE * len(words)]
        wanted = next((one for one in holders if one.form != "embedded"), None)
        found = [one for one in compared.found if len(words & one.content) >= _SAME * len(words)]
        if wanted is None:
            counts["quotations wrong"] += bool(found) and not any(words & one.content for one in compared.others)
            continue
        counts["quotations wanted"] += 1
        counts["quotations found"] += bool(found)
        heads = text.heads(wanted.source)
        counts["quotations sourced"] += bool(heads)
        counts["quotations right"] += any(heads & text.heads(one.source) for one in found)
