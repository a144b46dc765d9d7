"""Who runs the shards: processes of this machine, or the workers of a Dask cluster. Both run the same function."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from threading import Thread
from typing import Any, Generic, Protocol, TypeVar

from attrs import frozen

from provenance.errors import SettingsError

T = TypeVar("T")
"""A task: anything that can be sent to another process."""
Work = Callable[[T], dict[str, Any]]
_AHEAD = 2
"""Tasks handed out for each worker: one in work, one waiting, so that none is idle and few are lost at once."""


@frozen
class Outcome(Generic[T]):
    """A task and the counts it came to; None where its worker died."""

    task: T
    summary: dict[str, Any] | None


class Engine(Protocol):
    """Runs tasks."""

    def run(self, tasks: Iterable[T], work: Work[T]) -> Iterator[Outcome[T]]:
        """Yield the outcome of every task, as they come."""

    def run_alone(self, task: T, work: Work[T]) -> Outcome[T]:
        """Run one task with no other in work, so that it alone is to blame if the worker dies."""


@frozen
class LocalEngine:
    """Worker processes of this machine."""

    workers: int

    def run(self, tasks: Iterable[T], work: Work[T]) -> Iterator[Outcome[T]]:
        """Yield outcomes; when a worker dies, those in work are lost and the rest goes on with new workers."""
        waiting = iter(tasks)
        while True:
            lost: list[T] = []
            context = multiprocessing.get_context("spawn")
            with ProcessPoolExecutor(self.workers, context, initializer=_follow_driver) as pool, _ended_at_once():
                yield from _drain(pool, waiting, work, self.workers * _AHEAD, lost)
            for task in lost:
                yield Outcome(task, None)
            if not lost:
                return

    def run_alone(self, task: T, work: Work[T]) -> Outcome[T]:
        """Run one task in a worker of its own."""
        return next(LocalEngine(1).run([task], work))


@contextmanager
def _ended_at_once() -> Iterator[None]:
    """End the workers begun within when the driver is interrupted or fails, whatever they have in work; it is not marked done."""
    before = set(multiprocessing.active_children())
    try:
        yield
    except BaseException:
        for worker in set(multiprocessing.active_children()) - before:
            worker.terminate()
        raise


def _follow_driver() -> None:
    """In a worker: end with the driver and by nobody else; a worker would wait for its next task for ever.

    Ctrl-C in a terminal reaches the workers too: what it means is for the driver to say.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_driver, daemon=True).start()


def _end_with_driver() -> None:
    driver = multiprocessing.parent_process()
    if driver is not None:
        driver.join()
        os.kill(os.getpid(), signal.SIGTERM)


def _drain(
    pool: ProcessPoolExecutor, waiting: Iterator[T], work: Work[T], ahead: int, lost: list[T]
) -> Iterator[Outcome[T]]:
    """Keep `ahead` tasks in the pool and yield what is done, until there is nothing left or the pool breaks."""
    futures: dict[Future[dict[str, Any]], T] = {}
    while not lost:
        for task in islice(waiting, ahead - len(futures)):
            try:
                futures[pool.submit(work, task)] = task
            except BrokenProcessPool:
                lost.append(task)
        if not futures:
            return
        for future in wait(futures, return_when=FIRST_COMPLETED).done:
            task = futures.pop(future)
            if isinstance(future.exception(), BrokenProcessPool):
                lost.append(task)
            else:
                yield Outcome(task, future.result())
    lost += futures.values()


@frozen
class ClusterEngine:
    """The workers of a Dask cluster, which must see the same sources and the same folder."""

    address: str

    def run(self, tasks: Iterable[T], work: Work[T]) -> Iterator[Outcome[T]]:
        """Yield outcomes; Dask itself gives the task of a dead worker to another one, and gives it up after some."""
        from distributed import Client, KilledWorker, as_completed  # noqa: PLC0415 - an extra

        waiting = iter(tasks)
        with _connect(Client, self.address) as client:
            ahead = _AHEAD * max(1, sum(client.nthreads().values()))
            handed = {client.submit(work, task, pure=False): task for task in islice(waiting, ahead)}
            stream = as_completed(handed)  # type: ignore[no-untyped-call]
            for future in stream:
                task, fault = handed.pop(future), future.exception()
                for more in islice(waiting, 1):
                    later = client.submit(work, more, pure=False)
                    handed[later] = more
                    stream.add(later)  # type: ignore[no-untyped-call]
                if fault is not None and not isinstance(fault, KilledWorker):
                    raise fault
                yield Outcome(task, None if fault is not None else future.result())

    def run_alone(self, task: T, work: Work[T]) -> Outcome[T]:
        """Run one task while the cluster does nothing else for us."""
        return next(self.run([task], work))


def _connect(client: Callable[..., Any], address: str) -> Any:  # noqa: ANN401 - distributed is untyped
    try:
        return client(address, timeout=10)
    except (OSError, ValueError) as error:
        msg = f"no Dask scheduler answers at {address}"
        raise SettingsError(msg) from error
