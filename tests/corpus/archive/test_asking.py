"""Questions to the tables of an archive."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from provenance.cli.main import run
from provenance.corpus.archive.asking import Question, ask, list_questions
from provenance.corpus.archive.engines import LocalEngine
from provenance.pipeline import audit_article
from tests.corpus.archive.made import run_job, write_articles

PNG = b"\x89PNG"


def open_full() -> object:
    """The audit with all rules."""
    return audit_article


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of twelve articles, and one that could not be audited."""
    folder = tmp_path_factory.mktemp("asked")
    source = write_articles(folder / "articles.jsonl", 12)
    with source.open("a", encoding="utf-8") as file:
        file.write("[]\n")
    run_job(folder / "tables", source, LocalEngine(1), open_full)
    return folder / "tables"


@pytest.fixture
def source_run(tmp_path: Path) -> Path:
    """The tables of a run by the command."""
    source = write_articles(tmp_path / "articles.jsonl", 3)
    assert run(["archive", "run", str(source), "--to", str(tmp_path / "tables"), "--workers", "1"]) == 0
    return tmp_path / "tables"


@pytest.mark.slow
@pytest.mark.parametrize("question", list_questions(), ids=lambda question: question.name)
def test_questions_can_be_answered(question: Question, tables: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Every question that has a name gives a table, CSV, and a chart of columns that it has."""
    name, bars = question.name, question.bars
    answer = ask(tables, question.sql)
    assert set(bars) <= set(answer.columns)
    for kind in ("table", "csv"):
        assert run(["archive", "query", str(tables), name, "--format", kind]) == 0
        assert answer.columns[0] in capfd.readouterr().out or not answer.rows


@pytest.mark.slow
def test_what_the_questions_tell(tables: Path) -> None:
    """Shares, findings, descriptors and failures are those of the articles."""
    told = {one.name: ask(tables, one.sql) for one in list_questions()}
    publishers = {row[0] for row in told["sourcing"].rows}
    assert publishers == {"The Port Alby Post", "The Sandmouth Post", "The Greywick Post"}
    shares = dict(zip(told["sourcing"].columns, told["sourcing"].rows[0], strict=True))
    assert shares["named"] == shares["unnamed_only"] == 0.5
    assert "A01" in {row[0] for row in told["rules"].rows}
    assert told["descriptors"].rows[0][:2] == ("official", 12)
    assert told["failures"].rows[0][:2] == ("is no JSON object", 1)


@pytest.mark.slow
def test_charts(tables: Path, tmp_path: Path) -> None:
    """Charts are pictures, of the question's own columns or of the last number of a free question."""
    svg, png = tmp_path / "a.svg", tmp_path / "a.png"
    assert run(["archive", "query", str(tables), "sourcing", "--format", "svg", "--out", str(svg)]) == 0
    assert ET.parse(svg).getroot().tag.endswith("svg")  # noqa: S314 - our own chart
    free = ["--sql", "SELECT publisher, count(*) AS articles FROM articles GROUP BY 1"]
    assert run(["archive", "query", str(tables), *free, "--format", "png", "--out", str(png)]) == 0
    assert png.read_bytes().startswith(PNG)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nobody"], "there is no question 'nobody' (there are: conflicts"),
        (["--sql", "SELECT nothing"], "the question cannot be answered"),
        (["--sql", "SELECT title FROM articles", "--format", "svg"], "there are no numbers to draw"),
    ],
)
def test_questions_that_make_no_sense(
    arguments: list[str], reason: str, tables: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A question that cannot be answered is told why, with exit code 2."""
    assert run(["archive", "query", str(tables), *arguments]) == 2
    assert reason in capfd.readouterr().err


def test_no_tables(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A folder without tables is told by its name; without a question the questions are listed."""
    assert run(["archive", "query", str(tmp_path), "relays"]) == 2
    assert "holds no tables of an archive" in capfd.readouterr().err
    assert run(["archive", "query", str(tmp_path)]) == 0
    assert "who cites whom" in capfd.readouterr().out


@pytest.mark.slow
def test_the_dashboard(source_run: Path, tmp_path: Path) -> None:
    """The page of a run names its sources, its rules and its publishers."""
    page = tmp_path / "page.html"
    assert run(["archive", "dashboard", str(source_run), "--out", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert "The Port Alby Post" in text
    assert "rules en " in text
    assert run(["archive", "dashboard", str(tmp_path)]) == 2
