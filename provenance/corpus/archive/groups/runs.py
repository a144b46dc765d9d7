"""A comparison of an archive: sorted, grouped, merged; what is done is not done again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from attrs import frozen

from provenance.__about__ import __version__
from provenance.corpus.archive.engines import Engine, Outcome
from provenance.corpus.archive.groups.grouping import GroupJob, group_window
from provenance.corpus.archive.groups.merging import merge_windows
from provenance.corpus.archive.groups.slices import Sorting, sort_records
from provenance.corpus.archive.groups.windows import Window, plan_windows
from provenance.corpus.archive.groups.workshop import Workshop
from provenance.corpus.archive.manifest import read_manifest
from provenance.corpus.archive.parts import Parts
from provenance.errors import SettingsError
from provenance.model import RulesUsed

Told = Callable[[str, int, int], None]
"""Takes what is being done, how many of its tasks are done, and how many there are."""
_SHARDS_AT_ONCE = 4
_WANTED, _MERGED = "wanted", "merged"
Task = Sorting | Window


@frozen
class GroupsWanted:
    """What a comparison is asked for: all that its tables depend on.

    `most` is how many records a worker holds at once; articles up to `days` apart are compared whatever there is between.
    """

    rules: RulesUsed
    most: int
    days: int


def compare_archive(wanted: GroupsWanted, job: GroupJob, engine: Engine, tell: Told) -> dict[str, int]:
    """Write the tables of a comparison; return how many rows each has.

    Raises SettingsError where the run is not through or kept no words, and where workers die.
    """
    folder = Path(job.folder)
    workshop = Workshop(folder)
    shards = _check(folder)
    _begin(workshop, wanted, shards)
    merged = workshop.read_mark(_MERGED)
    if merged is None:
        windows = _group_all(wanted, job, engine, tell)
        merged = merge_windows(windows, folder, job.open_rules().pack.audits)
        workshop.mark(_MERGED, merged)
    workshop.tidy()
    return merged


def _group_all(wanted: GroupsWanted, job: GroupJob, engine: Engine, tell: Told) -> list[Window]:
    """Sort the records into windows and group each; return the windows."""
    workshop = Workshop(Path(job.folder))
    shards = sorted(Parts(Path(job.folder)).done())
    sortings = [
        Sorting(f"{at:08d}", tuple(shards[at : at + _SHARDS_AT_ONCE]), wanted.days, wanted.most)
        for at in range(0, len(shards), _SHARDS_AT_ONCE)
    ]
    found = _run_step("sorted", sortings, partial(sort_records, folder=job.folder), (workshop, engine, tell))
    windows = plan_windows((file for one in found for file in one["files"]), wanted.most)
    _run_step("grouped", windows, partial(group_window, job=job), (workshop, engine, tell))
    return windows


def _run_step(
    name: str, tasks: Iterable[Task], work: Callable[[Any], dict[str, Any]], tools: tuple[Workshop, Engine, Told]
) -> Iterator[dict[str, Any]]:
    """Do the tasks of a step that are not done; return what each came to, in their order."""
    workshop, engine, tell = tools
    every = list(tasks)
    left = [task for task in every if workshop.read_mark(f"{name}/{task.id}") is None]
    done = len(every) - len(left)
    tell(name, done, len(every))
    for outcome in _run_all(left, work, engine):
        workshop.mark(f"{name}/{outcome.task.id}", outcome.summary or {})
        done += 1
        tell(name, done, len(every))
    return (workshop.read_mark(f"{name}/{task.id}") or {} for task in every)


def _run_all(tasks: Sequence[Task], work: Callable[[Any], dict[str, Any]], engine: Engine) -> Iterator[Outcome[Task]]:
    """Yield the outcome of every task; those that are lost with a worker are done again, in the end one by one."""
    lost: list[Task] = []
    for outcome in engine.run(tasks, work) if tasks else ():
        if outcome.summary is None:
            lost.append(outcome.task)
        else:
            yield outcome
    for outcome in engine.run(lost, work) if lost else ():
        told = outcome if outcome.summary is not None else engine.run_alone(outcome.task, work)
        if told.summary is None:
            msg = "a worker dies whenever it comes to some window; let workers hold fewer records at once"
            raise SettingsError(msg)
        yield told


def _check(folder: Path) -> int:
    """Return how many shards the run has; raise SettingsError where it cannot be compared."""
    manifest = read_manifest(folder)
    if manifest is None:
        msg = f"{folder}: holds no tables of an archive"
        raise SettingsError(msg)
    done, planned = len(Parts(folder).done()), int(manifest["shards"])
    if done < planned:
        msg = f"{folder}: only {done} of {planned} shards are audited; let the run finish first"
        raise SettingsError(msg)
    if not manifest["with_text"]:
        msg = f"{folder}: the run kept no words (--no-text), so that there is nothing to compare"
        raise SettingsError(msg)
    return planned


def _begin(workshop: Workshop, wanted: GroupsWanted, shards: int) -> None:
    """Go on with what was begun, or forget it if something else was asked for."""
    spelled = {
        "version": __version__,
        "rulebook": [list(pack) for pack in wanted.rules.packs],
        "profile": wanted.rules.profile,
        "records_at_once": wanted.most,
        "days": wanted.days,
        "shards": shards,
    }
    if workshop.read_mark(_WANTED) != spelled:
        workshop.clear()
        workshop.mark(_WANTED, spelled)
