"""A run over an archive: what is left of the plan goes to the workers; what they lose is tried again, one by one."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from attrs import evolve

from provenance.corpus.archive.engines import Engine, Outcome, Work
from provenance.corpus.archive.parts import Parts
from provenance.corpus.archive.shards import Shard
from provenance.corpus.archive.work import BEFORE, Job, Task, audit_shard
from provenance.errors import SettingsError

Told = Callable[[dict[str, Any]], None]
"""Takes the counts of each shard that is done, first those of earlier runs, which are marked `earlier`."""


def run_shards(shards: Sequence[Shard], job: Job, engine: Engine, tell: Told) -> None:
    """Audit all shards that are not done yet; raise ProvenanceError where the workers cannot begin."""
    parts = Parts(Path(job.folder))
    parts.prepare()
    parts.clear()
    for summary in parts.summaries():
        tell({**summary, "earlier": True})
    done = parts.done()
    tasks = (Task(shard) for shard in shards if shard.id not in done)
    for outcome in _run_all(tasks, partial(audit_shard, job=job), engine, parts):
        tell(outcome)


def _run_all(tasks: Iterator[Task], work: Work[Task], engine: Engine, parts: Parts) -> Iterator[dict[str, Any]]:
    suspects: list[Task] = []
    for outcome in engine.run(tasks, work):
        if outcome.summary is None:
            suspects.append(outcome.task)
        else:
            yield outcome.summary
    for task in suspects:
        yield _run_suspect(task, work, engine, parts)


def _run_suspect(task: Task, work: Work[Task], engine: Engine, parts: Parts) -> dict[str, Any]:
    """Run a shard alone until it is done; a document in work at two deaths is skipped from then on."""
    blamed = parts.last_place(task.shard.id)
    while True:
        outcome: Outcome[Task] = engine.run_alone(task, work)
        if outcome.summary is not None:
            return outcome.summary
        place = parts.last_place(task.shard.id)
        if place is None or (place == blamed == BEFORE):
            msg = "workers die before they come to their first article"
            raise SettingsError(msg)
        if place == blamed:
            task = evolve(task, skip=task.skip | {place})
        blamed = place
