"""The same statement over an archive."""

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from provenance.cli.main import run
from provenance.comparing.comparison import compare_results
from provenance.comparing.dates import day_of
from provenance.comparing.grouping import Grouped
from provenance.comparing.samples import split_sample
from provenance.comparing.statements import Statement
from provenance.corpus.archive.asking import ask, find_question
from provenance.corpus.archive.engines import ClusterEngine, Engine, LocalEngine
from provenance.corpus.archive.groups.grouping import GroupJob
from provenance.corpus.archive.groups.runs import GroupsWanted, compare_archive
from provenance.corpus.archive.groups.spells import split_spells
from provenance.corpus.archive.groups.tables import SCHEMAS
from provenance.corpus.archive.groups.unions import Unions, see
from provenance.corpus.archive.groups.windows import plan_windows
from provenance.model import Article, Attribution, Form, RulesUsed, text_of
from provenance.pipeline import audit_article, default_rulebook
from tests.corpus.archive.made import SAID, open_full, open_rules, rows_in, run_job, write_stories
from tests.house.sources import ROOT

Wording = tuple[str, str, str]


def compare(folder: Path, engine: Engine, most: int) -> dict[str, int]:
    """Compare an archive that was audited."""
    wanted = GroupsWanted(RulesUsed(), most, 3)
    return compare_archive(wanted, GroupJob(str(folder), open_rules), engine, lambda *_: None)


def made_statement(article: int, words: int = 8) -> Statement:
    """A statement of which nothing counts but its article and how long it is."""
    attribution = Attribution("a1", Form.INDIRECT, "", True, (), (), None, ())  # noqa: FBT003 - whether it is speech
    return Statement(article, attribution, "", (), (), ("word",) * words, ())


def members_in(folder: Path) -> set[frozenset[Wording]]:
    """The members of every group."""
    found = defaultdict(set)
    for row in rows_in(folder, "members"):
        found[row["group"]].add((str(row["article"]), str(row["record"]), str(row["claim"])))
    return set(map(frozenset, found.values()))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten stories, each in three outlets."""
    return write_stories(tmp_path_factory.mktemp("stories") / "articles.jsonl")


@pytest.fixture(scope="module")
def audited(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The stories audited."""
    folder = tmp_path_factory.mktemp("audited") / "out"
    run_job(folder, source, LocalEngine(1), open_full, size=7)
    return folder


@pytest.fixture(scope="module")
def compared(audited: Path) -> Path:
    """The stories compared, all in one window but for those without a date."""
    compare(audited, LocalEngine(1), 100_000)
    return audited


@pytest.mark.slow
def test_the_groups_are_those_of_a_comparison(compared: Path, source: Path) -> None:
    """In one window an archive gives the groups, words for words, that comparing its articles gives."""
    articles = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    wanted = set()
    for part in (False, True):
        some = sorted((one for one in articles if (one["date"] is None) == part), key=lambda one: one["date"] or "")
        results = [
            audit_article(Article(one["text"], f"{source}#{one['id']}", publisher=one["outlet"], published=one["date"]))
            for one in some
        ]
        for group in compare_results(results, default_rulebook()).groups:
            wanted.add(
                frozenset(
                    (
                        str(results[one.article].article.path),
                        next(r.id for r in results[one.article].parse.records if one.attribution.id in r.attributions),
                        text_of(one.part, results[one.article].article.text),
                    )
                    for one in group.members
                )
            )
    assert members_in(compared) == wanted
    assert len(wanted) == len(SAID)


@pytest.mark.slow
def test_the_audits_are_those_of_a_comparison(tmp_path: Path) -> None:
    """Findings, conflicts and steps of the examples of all audits over groups are those of comparing the articles."""
    cards = [card for card in default_rulebook().pack.audits if card.on == "group" and card.id != "reuse-uncredited"]
    parts = [part for card in cards for example in card.fails for part, _ in split_sample(example.tagged.text)]
    dated = [
        evolve(one, path=f"n{number}", published=one.published or "2026-01-01") for number, one in enumerate(parts)
    ]
    dated.sort(key=lambda one: one.published or "")
    source = tmp_path / "articles.jsonl"
    lines = [{"id": one.path, "outlet": one.publisher, "date": one.published, "text": one.text} for one in dated]
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    run_job(tmp_path / "out", source, LocalEngine(1), open_full, size=100)
    compare_archive(
        GroupsWanted(RulesUsed(), 100_000, 3_650),
        GroupJob(str(tmp_path / "out"), open_rules),
        LocalEngine(1),
        lambda *_: None,
    )
    told = compare_results(
        [audit_article(evolve(one, path=f"{source}#{one.path}"), default_rulebook()) for one in dated],
        default_rulebook(),
    )
    findings, conflicts = rows_in(tmp_path / "out", "group_findings"), rows_in(tmp_path / "out", "conflicts")
    assert sorted((row["rule"], row["message"]) for row in findings) == sorted(
        (one.rule, one.message) for one in told.findings if one.rule != "reuse-uncredited"
    )
    assert {row["rule"] for row in findings} >= {card.id for card in cards}
    assert sorted((row["kind"], [one["words"] for one in row["accounts"]]) for row in conflicts) == sorted(
        (one.kind, list(one.sides)) for one in told.conflicts
    )
    assert sorted(
        (row["source"], row["target"], row["evidence"]) for row in rows_in(tmp_path / "out", "steps")
    ) == sorted((step.source, step.target, step.evidence) for group in told.groups for step in group.lineage)


@pytest.mark.slow
def test_a_story_that_crosses_windows_is_one_group(source: Path, tmp_path: Path) -> None:
    """Windows of few records, also where one day is more than a window, give whole stories, each once."""
    run_job(tmp_path / "out", source, LocalEngine(1), open_full, size=50)
    for most in (12, 6, 4):
        compare(tmp_path / "out", LocalEngine(1), most)
        groups = sorted(
            sorted(article.rpartition("#")[2] for article, _, _ in one) for one in members_in(tmp_path / "out")
        )
        assert groups == [[f"n{day}-{later}" for later in range(3)] for day in range(len(SAID))]


@pytest.mark.slow
def test_what_several_windows_find_is_told_once(source: Path, tmp_path: Path) -> None:
    """A quotation that the third outlet changes is one conflict and one finding of its story, however narrow the windows are."""
    changed = tmp_path / "articles.jsonl"
    lines = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    for line in lines[2::3]:
        line["text"] = (
            line["text"].replace(" this ", " that ").replace(" forty ", " fifty ").replace(" rust ", " dust ")
        )
    changed.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    folder = tmp_path / "out"
    run_job(folder, changed, LocalEngine(1), open_full, size=50)
    told = []
    for most in (100_000, 12, 4):
        compare(folder, LocalEngine(1), most)
        conflicts = [(row["kind"], {one["article"] for one in row["accounts"]}) for row in rows_in(folder, "conflicts")]
        findings = [row["rule"] for row in rows_in(folder, "group_findings") if row["rule"] == "quote-drift"]
        told.append((sorted(conflicts, key=repr), findings))
    assert told[0][1]
    assert told[0] == told[1] == told[2]


@pytest.mark.slow
def test_what_the_groups_tell(compared: Path) -> None:
    """A story with one origin tells who said it, in how many outlets, and since when; the question lists it."""
    rows = [row for row in rows_in(compared, "groups") if "torn down" in str(row["claim"])]
    first = next(row for row in rows if str(row["first_article"]).endswith("#n0-0"))
    told = {
        name: first[name]
        for name in ("origin", "origins", "articles", "publishers", "first_published", "last_published")
    }
    assert told == {
        "origin": "Ana Reyes",
        "origins": 1,
        "articles": 3,
        "publishers": 3,
        "first_published": "2026-01-01",
        "last_published": "2026-01-03",
    }
    stories = ask(compared, find_question("stories").sql)
    assert ("Ana Reyes", 3) in {(row[1], row[3]) for row in stories.rows}


@pytest.mark.slow
def test_a_comparison_goes_on_where_it_was(compared: Path, source: Path, tmp_path: Path) -> None:
    """Begun again after it was stopped between any two tasks, a comparison gives the same rows; once through it does nothing."""

    class StopError(Exception):
        """The comparison is stopped."""

    folder = tmp_path / "out"
    run_job(folder, source, LocalEngine(1), open_full, size=7)
    left = 3

    def stop(*_: object) -> None:
        nonlocal left
        left -= 1
        if not left:
            raise StopError

    for tasks in (3, 4, 2):
        left = tasks
        with pytest.raises(StopError):
            compare_archive(
                GroupsWanted(RulesUsed(), 100_000, 3), GroupJob(str(folder), open_rules), LocalEngine(1), stop
            )
    compare(folder, LocalEngine(1), 100_000)
    assert [rows_in(folder, table) for table in SCHEMAS] == [rows_in(compared, table) for table in SCHEMAS]
    before = {path: path.stat().st_mtime_ns for path in folder.glob("groups/*")}
    compare(folder, LocalEngine(1), 100_000)
    assert before == {path: path.stat().st_mtime_ns for path in folder.glob("groups/*")}
    assert not list(folder.glob("compare/*/*.parquet"))


@pytest.mark.slow
def test_a_cluster_gives_the_same_groups(compared: Path, source: Path, tmp_path: Path) -> None:
    """The workers of a Dask cluster find the groups that local processes find."""
    distributed = pytest.importorskip("distributed")
    run_job(tmp_path / "out", source, LocalEngine(1), open_full, size=7)
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        compare(tmp_path / "out", ClusterEngine(cluster.scheduler_address), 100_000)
    assert [rows_in(tmp_path / "out", table) for table in SCHEMAS] == [rows_in(compared, table) for table in SCHEMAS]


@pytest.mark.slow
def test_archives_that_cannot_be_compared(source: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A folder without tables, a run that is not through and one without words are refused with the reason."""
    folder = tmp_path / "out"
    assert run(["archive", "compare", str(folder)]) == 2
    assert "holds no tables of an archive" in capfd.readouterr().err
    assert run(["archive", "run", str(source), "--to", str(folder), "--workers", "1", "--no-text"]) == 0
    capfd.readouterr()
    assert run(["archive", "compare", str(folder)]) == 2
    assert "the run kept no words" in capfd.readouterr().err
    (folder / "done/00000000.json").unlink()
    assert run(["archive", "compare", str(folder)]) == 2
    assert "only 0 of 1 shards are audited" in capfd.readouterr().err


@pytest.mark.parametrize("most", [10, 24, 60, 1000])
def test_windows_meet(most: int) -> None:
    """Every two blocks of one slice, and of neighbouring slices, are together in some window; those without a date meet no other."""
    sizes = {"00000001": [4], "00000002": [5, 4, 5], "00000003": [3], "00000007": [2], "undated": [5, 5, 5]}
    files: list[dict[str, Any]] = [
        {"slice": name, "path": f"{name}/{at}", "records": size}
        for name, held in sizes.items()
        for at, size in enumerate(held)
    ]
    windows = [{path for block in one.blocks for path in block} for one in plan_windows(files, most)]
    names = list(sizes)
    for at, name in enumerate(names[:-1]):
        near = [file["path"] for file in files if file["slice"] in {name, *names[at + 1 : -1][:1]}]
        assert all(any({a, b} <= window for window in windows) for a in near for b in near)
    undated = {file["path"] for file in files if file["slice"] == "undated"}
    assert all(any({a, b} <= window for window in windows) for a in undated for b in undated)
    assert not any(window & undated and window - undated for window in windows)
    assert all(sum(f["records"] for f in files if f["path"] in window) <= max(most, 10) for window in windows)


def test_groups_that_are_one() -> None:
    """Groups of two windows are one if they hold most of the smaller's claims in the block that both read; sharing less is not enough."""
    one = see([((0, 0), [("a", "a1", 0), ("b", "a1", 0)]), ((0, 1), [("a", "a1", 1), ("c", "a1", 0), ("d", "a1", 0)])])
    other = see([((1, 0), [("b", "a1", 0)]), ((1, 1), [("c", "a1", 0), ("e", "a1", 0)])])
    unions = Unions()
    unions.join(one, other)
    assert unions.find((1, 0)) == unions.find((0, 0)) == (0, 0)
    assert unions.find((1, 1)) == (1, 1)


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("2026-01-02T03:04:05Z", "2026-01-02"),
        ("20260102", "2026-01-02"),
        ("Fri, 02 Jan 2026 10:00:00 +0000", "2026-01-02"),
    ],
)
def test_days(written: str, same: str) -> None:
    """A day is the same however it is written."""
    assert day_of(written) == day_of(same)


@pytest.mark.parametrize("written", [None, "", "yesterday", "2026-13-01", "20260102123"])
def test_no_days(written: str | None) -> None:
    """What tells no day is without a date."""
    assert day_of(written) is None


def test_every_column_of_a_comparison_is_documented() -> None:
    """The reference names every column of the tables of a comparison, and no other."""
    text = (ROOT / "docs/reference/archive.md").read_text(encoding="utf-8")
    part = text.partition("## After a comparison")[2].partition("## The other files")[0]
    for table, schema in SCHEMAS.items():
        cells = [
            line.split("|")[1]
            for line in part.partition(f"### `{table}`")[2].partition("###")[0].splitlines()
            if line.startswith("| `")
        ]
        assert [name for cell in cells for name in re.findall(r"`(\w+)`", cell)] == schema.names


def test_what_is_said_later_is_another_statement() -> None:
    """A group is cut where nobody reported it for weeks; long quotations of the same words stay together, one article is no group."""
    days = [100, 101, 160, 161, 400, 800]
    statements = [made_statement(article) for article in range(len(days))]
    everything = dict.fromkeys(range(len(days)), frozenset[int]())
    cut = split_spells([Grouped(everything, frozenset())], statements, days)
    assert [sorted(one.parts) for one in cut] == [[0, 1], [2, 3]]
    joined = split_spells([Grouped(everything, frozenset({1, 4}))], statements, days)
    assert [(sorted(one.parts), sorted(one.utterance)) for one in joined] == [([0, 1, 4], [1, 4]), ([2, 3], [])]
    short = [made_statement(article, 3) for article in range(len(days))]
    assert len(list(split_spells([Grouped(everything, frozenset({1, 4}))], short, days))) == 2
    undated = split_spells([Grouped(everything, frozenset())], statements, [None] * len(days))
    assert [sorted(one.parts) for one in undated] == [list(range(len(days)))]
