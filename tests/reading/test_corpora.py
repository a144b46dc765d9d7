"""What must hold on real articles; skipped where they are not at hand."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.reading import find_doubt, guess_language
from provenance.reading.reader import read_article
from provenance.text.blocks import BlockKind
from provenance.text.structure import find_blocks

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the corpora in ../shared are not here")


def texts(pattern: str) -> Iterator[str]:
    """Yield the article texts of the files that `pattern` matches."""
    for path in sorted(SHARED.glob(pattern)):
        if path.suffix == ".jsonl":
            yield from (json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines())
        else:
            yield path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        ("data/polnear/*.jsonl", 924),
        ("data/news_sample/*.jsonl", 400),
        ("data/chains_dev/texts/*.txt", 56),
        ("seeds/*.txt", 5),
    ],
)
def test_all_articles_are_english(pattern: str, count: int) -> None:
    """Every article of the corpora is accepted as English and as an article."""
    found = list(texts(pattern))
    assert len(found) == count
    assert [text[:80] for text in found if guess_language(text) != "English"] == []
    assert [text[:80] for text in found if find_doubt(text)] == []


def test_polnear_headlines() -> None:
    """Nine of ten PolNeAR articles open with what is told to be a headline, though a stop was put behind it."""
    firsts = [find_blocks(text)[0].kind for text in texts("data/polnear/*.jsonl")]
    assert firsts.count(BlockKind.HEADLINE) >= 0.9 * len(firsts)


def test_seeds() -> None:
    """The seeds' datelines, headings, advert and footer are told as what they are."""
    kinds = [Counter(block.kind.value for block in find_blocks(text)) for text in texts("seeds/*.txt")]
    assert kinds[0] == {"body": 11}
    assert kinds[1] == {"headline": 2, "dateline-lead": 1, "body": 6, "advert": 2, "footer": 1}
    assert kinds[2] == {"dateline-lead": 1, "heading": 2, "body": 6}
    assert set(kinds[3]) == set(kinds[4]) == {"body"}


def test_main_text_of_pages() -> None:
    """Over the annotated pages the extracted words agree with the annotated ones by .95 or more (F1)."""
    folder = SHARED / "data/formats/html"
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    scores = [_agreement(folder / f"{name}.html.gz", entry["articleBody"]) for name, entry in truth.items()]
    assert sum(scores) / len(scores) >= 0.95


def _agreement(path: Path, body: str) -> float:
    """Score one page's main text, its title left out, by the F1 of its words."""
    from provenance.reading.pages import read_page  # noqa: PLC0415 - loads slowly

    page = read_page(gzip.decompress(path.read_bytes()).decode("utf-8", "replace"))
    text = page.text.removeprefix(f"{page.title}\n\n") if page.title and page.title not in body else page.text
    got, wanted = Counter(re.findall(r"\w+", text)), Counter(re.findall(r"\w+", body))
    return 2 * (got & wanted).total() / max(1, got.total() + wanted.total())


def test_pages_from_disk() -> None:
    """A gzipped page is read as an article that carries its text."""
    path = next(iter(sorted((SHARED / "data/formats/html").glob("65ce*.html.gz"))))
    article = read_article(str(path))
    assert article.extracted
    assert article.publisher == "The Detroit News"
