"""Our scorer on cases counted by hand, and beside the one that the figures of the project were first made with."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from provenance.model import Span
from provenance.pipeline import default_rulebook
from provenance.scoring.accuracy import count_articles, figures_of, find_attributions, forms_of, measure
from provenance.scoring.gold import REPORTED, GoldArticle, Marked, read_gold
from provenance.scoring.words import ScoredText

SHARED = Path(__file__).parents[2].parent / "shared"
THEIRS = {
    "soft": "att_soft", "full": "att_full", "strict": "att_strict", "words": "att_strictw", "lenient": "att_lenient",
    "content": "tok_content", "source": "tok_source", "cue": "tok_cue",
}  # fmt: skip
TEXT = "Ann Lee said “we will go” today, and Bob fears it. According to the mayor, taxes rise."


def spans(words: str) -> tuple[Span, ...]:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


SAID = Marked(spans("Ann Lee"), spans("said"), spans("“we will go”"), "speech")
FEARS = Marked(spans("Bob"), spans("fears"), spans("it"), "attitude")
ACCORDING = Marked(spans("the mayor"), spans("According to"), spans("taxes rise"), "speech")
GOLD = GoldArticle("x", TEXT, (SAID, FEARS, ACCORDING))


def figure(name: str, *found: Marked, labels: frozenset[str] | None = None) -> tuple[float | None, float]:
    """Precision and recall of one figure for what was found."""
    (counts,) = count_articles([GOLD], {"x": found}, labels)
    return figures_of(counts)[name].precision, figures_of(counts)[name].recall


def test_gold_against_itself_is_right() -> None:
    """What annotators marked gets full marks against itself, and nothing at all gets none."""
    (counts,) = count_articles([GOLD], {"x": GOLD.attributions})
    assert all(one.f == 1.0 for one in figures_of(counts).values())
    (counts,) = count_articles([GOLD], {})
    assert all(one.f == 0.0 for one in figures_of(counts).values())


def test_a_wrong_source_is_soft_and_not_full() -> None:
    """Content that is found under the wrong source counts as soft, not as full."""
    wrong = Marked(spans("Bob"), ACCORDING.cue, ACCORDING.content)
    assert figure("soft", SAID, wrong) == (1.0, 2 / 3)
    assert figure("full", SAID, wrong) == (0.5, 1 / 3)


def test_what_is_not_wanted_is_not_wrong() -> None:
    """With classes given, what fits an annotation of another class is left out."""
    assert figure("soft", *GOLD.attributions, labels=REPORTED) == (1.0, 1.0)
    assert figure("soft", SAID, ACCORDING, labels=REPORTED) == (1.0, 1.0)


def test_forms_are_told_apart() -> None:
    """Recall is counted for quoted and unquoted content apart."""
    (counts,) = count_articles([GOLD], {"x": (SAID,)})
    assert forms_of(counts) == {"direct": (1, 1.0, 1.0), "indirect": (2, 0.0, 0.0)}


def test_quotations_pair_up() -> None:
    """Curly marks pair up, straight ones toggle, and an open one ends with its paragraph."""
    text = ScoredText('He “said” and "wrote" it.\n“It goes on\nand ends.')
    assert [span.of(text.text) for span in text.quotations] == ["“said”", '"wrote"', "“It goes on"]


def test_folders_and_lines_say_the_same(tmp_path: Path) -> None:
    """A folder of annotations beside texts and JSON Lines are read alike."""
    marked = {"source": [[0, 7]], "cue": [[8, 12]], "content": [[13, 25]]}
    (tmp_path / "gold").mkdir()
    (tmp_path / "x.txt").write_bytes(TEXT.encode())
    (tmp_path / "gold/x.json").write_text(json.dumps({"attributions": [{**marked, "reported_speech": True}]}), "utf-8")
    (tmp_path / "gold.jsonl").write_text(
        json.dumps({"id": "x", "text": TEXT, "attributions": [{**marked, "cls": "speech"}]}), "utf-8"
    )
    assert read_gold(tmp_path) == read_gold(tmp_path / "gold") == read_gold(tmp_path / "gold.jsonl")


def first_scorer() -> ModuleType:
    """The scorer beside the checkout."""
    spec = importlib.util.spec_from_file_location("first_scorer", SHARED / "tools/score_attributions.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "tools").is_dir(), reason="the first scorer is not beside this checkout")
@pytest.mark.parametrize("labels", [None, REPORTED])
def test_the_first_scorer_agrees(labels: frozenset[str] | None) -> None:
    """Every figure on PolNeAR dev, with its interval, is what the first scorer gives."""
    path = SHARED / "data/polnear/dev.jsonl"
    articles = read_gold(path)
    found = {article.id: find_attributions(article.text, default_rulebook()) for article in articles}
    parts = ("source", "cue", "content")
    predicted = [
        {"id": name, "attributions": [{p: [[s.start, s.end] for s in getattr(one, p)] for p in parts} for one in ones]}
        for name, ones in found.items()
    ]
    scorer = first_scorer()
    theirs = scorer.evaluate(scorer.load(str(path)), predicted, labels, 100)
    ours = measure(count_articles(articles, found, labels), 100)
    for name, other in THEIRS.items():
        assert (ours[name].precision, ours[name].recall, ours[name].f) == theirs[other]
        assert ours[name].interval == theirs["ci95"][other]
    assert ours["quoted"].recall == theirs["seg"]["recall"]
    assert ours["quoted, right source"].recall == theirs["seg"]["src_right_of_all"]
