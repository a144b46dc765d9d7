"""Runs over archives: nothing twice, nothing lost, whatever dies on the way."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from provenance.cli.archive_lock import lock_folder
from provenance.cli.main import run
from provenance.corpus.archive.engines import ClusterEngine, LocalEngine
from provenance.corpus.archive.tables import SCHEMAS
from provenance.corpus.archive.work import DIED
from provenance.errors import SettingsError
from tests.corpus.archive.made import (
    open_deadly,
    open_never,
    open_plain,
    open_slow,
    read_tables,
    run_job,
    write_articles,
)
from tests.house.sources import ROOT

COMMAND = """
import signal, sys
from provenance.cli.main import run
signal.signal(signal.SIGINT, signal.default_int_handler)  # the tests may run where it is ignored
sys.exit(run(sys.argv[1:]))
"""
ENOUGH = 60
MANY = 600


def begin_run(source: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Start a run in a process of its own."""
    arguments = ["archive", "run", str(source), "--to", str(folder), "--workers", "2", "--per-shard", "30"]
    return subprocess.Popen([sys.executable, "-c", COMMAND, *arguments], stderr=subprocess.PIPE)


def wait_for(folder: Path, shards: int) -> None:
    """Wait until so many shards are done."""
    end = time.monotonic() + ENOUGH
    while len(list(folder.glob("done/*.json"))) < shards:
        assert time.monotonic() < end
        time.sleep(0.02)


def children_of(process: int) -> list[int]:
    """The processes that a process began, those that only watch over others left out."""
    found = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return [int(one) for one in found if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive large enough that a run is not over before somebody can disturb it."""
    return write_articles(tmp_path_factory.mktemp("source") / "articles.jsonl", MANY)


@pytest.fixture(scope="module")
def undisturbed(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of a run in which nothing happened."""
    folder = tmp_path_factory.mktemp("undisturbed") / "out"
    assert begin_run(source, folder).wait(ENOUGH) == 0
    return folder


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds the workers through /proc")
@pytest.mark.parametrize("victim", ["worker", "driver"])
def test_killed_in_the_middle(victim: str, source: Path, undisturbed: Path, tmp_path: Path) -> None:
    """Whoever is killed in mid-run, the tables are those of an undisturbed run once it is through."""
    folder = tmp_path / "out"
    process = begin_run(source, folder)
    wait_for(folder, 2)
    os.kill(children_of(process.pid)[0] if victim == "worker" else process.pid, signal.SIGKILL)
    code = process.wait(ENOUGH)
    if victim == "driver":
        assert code == -signal.SIGKILL
        code = begin_run(source, folder).wait(ENOUGH)
    assert code == 0
    assert read_tables(folder) == read_tables(undisturbed)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds the workers through /proc")
@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_told_to_end(told: signal.Signals, source: Path, undisturbed: Path, tmp_path: Path) -> None:
    """A driver that is told to end does so with its workers, without a word, a lock or a loss."""
    folder = tmp_path / "out"
    process = begin_run(source, folder)
    wait_for(folder, 2)
    workers = children_of(process.pid)
    process.send_signal(told)
    _, complaints = process.communicate(timeout=ENOUGH)
    assert (process.returncode, complaints) == (128 + told, b"")
    assert not (folder / "lock").exists()
    assert not any(Path("/proc", str(worker)).exists() for worker in workers)
    assert begin_run(source, folder).wait(ENOUGH) == 0
    assert read_tables(folder) == read_tables(undisturbed)


@pytest.mark.slow
def test_one_run_at_a_time(source: Path, undisturbed: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A second run in the same folder is refused, and what a killed one left of its lock is no hindrance."""
    arguments = ["archive", "run", str(source), "--to", str(undisturbed), "--per-shard", "30"]
    with lock_folder(undisturbed):
        assert run(arguments) == 2
    assert "another run is at work here" in capfd.readouterr().err
    (undisturbed / "lock").touch()
    assert run(arguments) == 0
    assert not (undisturbed / "lock").exists()


@pytest.mark.slow
def test_what_the_tables_hold(undisturbed: Path) -> None:
    """Every article stands in the tables once, with its claims, their chains, and its findings."""
    tables = read_tables(undisturbed)
    assert len({row["article"] for row in tables["articles"]}) == len(tables["articles"]) == MANY
    assert {row["unnamed_only"] for row in tables["articles"]} == {1}
    unnamed = [row for row in tables["records"] if row["sourcing"] == "unnamed-only"]
    assert {row["chain"][-1]["naming"] for row in unnamed} == {"unnamed"}
    assert {row["code"] for row in tables["findings"]} >= {"A01"}
    assert not tables["failures"]


@pytest.mark.slow
def test_a_second_run_does_nothing(source: Path, undisturbed: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A run that is through is left as it is; one that is asked for something else is refused."""
    before = {path: path.stat().st_mtime_ns for path in undisturbed.glob("*/*.parquet")}
    arguments = ["archive", "run", str(source), "--to", str(undisturbed)]
    assert run([*arguments, "--per-shard", "30"]) == 0
    assert "600 documents in 20 shards" in capfd.readouterr().err
    assert before == {path: path.stat().st_mtime_ns for path in undisturbed.glob("*/*.parquet")}
    assert run([*arguments, "--per-shard", "4"]) == 2
    assert "was begun with other documents_per_shard" in capfd.readouterr().err


@pytest.mark.slow
def test_bad_documents_cost_themselves_alone(tmp_path: Path) -> None:
    """A document that kills its worker, one that takes too long and one that meets a fault are listed, and no other is."""
    source = write_articles(tmp_path / "articles.jsonl", 20)
    with source.open("a", encoding="utf-8") as file:
        file.write('{"id": "empty"}\n[1]\nno json\n')
    told = run_job(tmp_path / "out", source, LocalEngine(2), open_deadly, seconds=0.5)
    tables = read_tables(tmp_path / "out")
    reasons = {row["article"].partition("#")[2]: row["reason"] for row in tables["failures"]}
    assert sum(told) == 23
    assert len(tables["articles"]) == 17
    assert reasons.pop("n3") == "internal error, please report it: RuntimeError: Ferry line 3"
    assert reasons.pop("n7") == DIED
    assert reasons.pop("n12") == "took longer than 0.5 seconds"
    assert reasons.pop("empty").startswith("has no text in a field we know")
    assert set(reasons.values()) == {"is no JSON object"}


@pytest.mark.slow
def test_workers_that_never_begin(tmp_path: Path) -> None:
    """Where workers die before their first document the run ends with the reason."""
    source = write_articles(tmp_path / "articles.jsonl", 4)
    with pytest.raises(SettingsError, match="before they come to their first article"):
        run_job(tmp_path / "out", source, LocalEngine(1), open_never)


def test_a_source_that_changes(tmp_path: Path) -> None:
    """A source that grew since the run began is told, not mixed in."""
    source = write_articles(tmp_path / "articles.jsonl", 4)
    run_job(tmp_path / "out", source, LocalEngine(1), open_plain)
    write_articles(source, 6)
    with pytest.raises(SettingsError, match="the content of the sources"):
        run_job(tmp_path / "out", source, LocalEngine(1), open_plain)


@pytest.mark.slow
def test_a_cluster_gives_the_same_tables(tmp_path: Path) -> None:
    """The workers of a Dask cluster write what local processes write."""
    distributed = pytest.importorskip("distributed")
    source = write_articles(tmp_path / "articles.jsonl", 20)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        run_job(tmp_path / "there", source, ClusterEngine(cluster.scheduler_address), open_plain)
    run_job(tmp_path / "here", source, LocalEngine(1), open_plain)
    assert read_tables(tmp_path / "there") == read_tables(tmp_path / "here")


@pytest.mark.slow
def test_a_cluster_gives_up_what_takes_too_long(tmp_path: Path) -> None:
    """The workers of a Dask cluster end a document that takes too long, and lose no other."""
    distributed = pytest.importorskip("distributed")
    source = write_articles(tmp_path / "articles.jsonl", 6)
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        engine = ClusterEngine(cluster.scheduler_address)
        assert sum(run_job(tmp_path / "out", source, engine, open_slow, seconds=1)) == 6
    (failure,) = read_tables(tmp_path / "out")["failures"]
    assert (failure["article"], failure["reason"]) == (f"{source}#n2", "took longer than 1 seconds")


def test_no_scheduler(tmp_path: Path) -> None:
    """A cluster that does not answer is told by its address."""
    pytest.importorskip("distributed")
    source = write_articles(tmp_path / "articles.jsonl", 4)
    with pytest.raises(SettingsError, match="no Dask scheduler answers at nowhere"):
        run_job(tmp_path / "out", source, ClusterEngine("nowhere"), open_plain)


def test_progress_is_told_at_the_end(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Documents that could not be audited are counted, and the exit code tells."""
    source = tmp_path / "articles.jsonl"
    source.write_text(json.dumps({"body": "Die Fähre wird am Montag verkauft, sagte der Beamte im Rathaus."}) + "\n")
    assert run(["archive", "run", str(source), "--to", str(tmp_path / "out"), "--workers", "1"]) == 2
    told = capfd.readouterr().err
    assert f"provenance: {source}#0: " in told
    assert "1 document in 1 shard, 1 could not be audited" in told


def test_every_column_is_documented() -> None:
    """The reference names every column of every table, and no other."""
    text = (ROOT / "docs/reference/archive.md").read_text(encoding="utf-8")
    cells = [
        line.split("|")[1] for line in text.partition("## After a comparison")[0].splitlines() if line.startswith("| `")
    ]
    documented = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
    assert documented == {name for schema in SCHEMAS.values() for name in schema.names}


def test_what_lies_beside_articles_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Baselines, by name or by settings, and the tables of an earlier run are no documents of an archive."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("The ferry line will be sold, an official said on Monday to the paper.\n")
    for name in ("provenance-baseline.txt", "old.txt"):
        Path(name).write_text("# nothing\n")
    Path("provenance.toml").write_text('baseline = "old.txt"\n')
    for folder in ("tables", "more"):
        assert run(["archive", "run", ".", "old.txt", "--to", folder, "--workers", "1"]) == 0
        told = capfd.readouterr().err.splitlines()
        assert told == [
            "provenance: old.txt: is a baseline and no article, left out",
            "1 document in 1 shard",
        ]


def test_a_name_with_odd_bytes(tmp_path: Path) -> None:
    """An article whose name no encoding knows costs neither itself nor the run."""
    name = os.fsdecode(b"odd\xff.txt")
    try:
        (tmp_path / name).write_text("The ferry line will be sold, an official said on Monday to the paper.\n")
    except OSError:
        pytest.skip("the system takes no such name")
    assert run(["archive", "run", str(tmp_path / name), "--to", str(tmp_path / "out"), "--workers", "1"]) == 0
    (article,) = read_tables(tmp_path / "out")["articles"]
    assert article["article"].endswith("odd\\udcff.txt")
