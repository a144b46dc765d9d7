"""A comparison whose processes are killed: nothing twice, nothing lost."""

import multiprocessing
import os
import shutil
import signal
from pathlib import Path

import pytest

from provenance.corpus.archive.engines import LocalEngine
from provenance.corpus.archive.groups.grouping import GroupJob
from provenance.corpus.archive.groups.runs import GroupsWanted, compare_archive
from provenance.corpus.archive.groups.tables import SCHEMAS
from provenance.model import RulesUsed
from tests.corpus.archive.made import open_full, open_rules, rows_in, run_job, write_stories

ENOUGH = 600
AFTER = 2
"""How many tasks of a step are done when somebody is killed."""


def compare_and_kill(folder: str, victim: str) -> None:
    """Compare in windows of few records; in the middle kill a worker, or this very process."""
    told: list[int] = []

    def tell(step: str, done: int, tasks: int) -> None:
        if step == "grouped" and done == AFTER < tasks and not told:
            told.append(done)
            if victim == "driver":
                os.kill(os.getpid(), signal.SIGKILL)
            for worker in multiprocessing.active_children()[:1] if victim == "worker" else ():
                worker.kill()

    compare_archive(GroupsWanted(RulesUsed(), 6, 1), GroupJob(folder, open_rules), LocalEngine(2), tell)


def run_compare(folder: Path, victim: str = "nobody") -> int | None:
    """Compare in a process of its own; return its exit code."""
    process = multiprocessing.get_context("spawn").Process(target=compare_and_kill, args=(str(folder), victim))
    process.start()
    process.join(ENOUGH)
    return process.exitcode


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten stories, each in three outlets, audited."""
    folder = tmp_path_factory.mktemp("audited")
    run_job(folder / "out", write_stories(folder / "articles.jsonl"), LocalEngine(1), open_full)
    return folder / "out"


@pytest.fixture(scope="module")
def undisturbed(audited: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of a comparison in which nothing happened."""
    folder = Path(shutil.copytree(audited, tmp_path_factory.mktemp("undisturbed") / "out"))
    assert run_compare(folder) == 0
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("victim", ["worker", "driver"])
def test_killed_in_the_middle(victim: str, audited: Path, undisturbed: Path, tmp_path: Path) -> None:
    """Whoever is killed in mid-comparison, the tables are row for row those of an undisturbed one once it is through."""
    folder = Path(shutil.copytree(audited, tmp_path / "out"))
    code = run_compare(folder, victim)
    if victim == "driver":
        assert code == -signal.SIGKILL
        assert not (folder / "groups").exists()
        code = run_compare(folder)
    assert code == 0
    for table in SCHEMAS:
        assert rows_in(folder, table) == rows_in(undisturbed, table)
    assert rows_in(folder, "members")
    assert not list(folder.glob("**/*.tmp"))
