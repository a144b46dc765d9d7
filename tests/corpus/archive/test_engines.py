"""Who runs the tasks of an archive."""

import multiprocessing
import os
import time
from pathlib import Path

import pytest

from provenance.corpus.archive.engines import LocalEngine


def double(task: int) -> dict[str, int]:
    """A task that takes no time."""
    return {"twice": 2 * task}


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_every_task_is_done(workers: int) -> None:
    """No task is left out, also where tasks are done faster than they are handed out."""
    outcomes = list(LocalEngine(workers).run(range(300), double))
    assert sorted(outcome.task for outcome in outcomes) == list(range(300))
    assert all(outcome.summary == {"twice": 2 * outcome.task} for outcome in outcomes)


def note_and_sleep(folder: str) -> dict[str, int]:
    """A task that tells who does it and is not done for long."""
    Path(folder, str(os.getpid())).touch()
    time.sleep(600)
    return {}


def drive(folder: str) -> None:
    """Have one worker do the task that is not done for long."""
    list(LocalEngine(1).run([folder], note_and_sleep))


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="looks for the worker under /proc")
def test_workers_end_with_their_driver(tmp_path: Path) -> None:
    """A driver that is killed leaves no worker behind that holds memory and waits for ever."""
    driver = multiprocessing.get_context("spawn").Process(target=drive, args=(str(tmp_path),))
    driver.start()
    end = time.monotonic() + 60
    while not (begun := [path.name for path in tmp_path.iterdir()]) and time.monotonic() < end:
        time.sleep(0.05)
    driver.kill()
    driver.join()
    while Path("/proc", begun[0]).exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert not Path("/proc", begun[0]).exists()
