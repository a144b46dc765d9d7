"""Who runs the tasks of an archive."""

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
