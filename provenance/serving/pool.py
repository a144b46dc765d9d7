"""Worker processes behind the event loop: a job goes to a free one; one that overruns its time is ended and replaced."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress

from provenance.serving.frames import Head, pack_frame, receive_frame
from provenance.serving.settings import Limits, Rules

_BUFFER = 1 << 20
_PAUSE = 1.0
"""Seconds between attempts to start a worker."""
_FAREWELL = 2.0


class PoolError(Exception):
    """Base of what keeps a job from its answer."""


class BusyError(PoolError):
    """No worker became free in time."""


class OverrunError(PoolError):
    """The job took longer than it may; its worker was ended."""


class LostError(PoolError):
    """The worker ended in the middle of the job."""


class Pool:
    """A number of workers. `replaced` counts those that had to be ended."""

    def __init__(self, rules: Rules, limits: Limits) -> None:
        self.replaced = 0
        self._limits = limits
        self._arguments = (rules.config or "", rules.profile or "", str(limits.seconds))
        self._idle: asyncio.Queue[Process] = asyncio.Queue()
        self._alive: set[Process] = set()
        self._chores: set[asyncio.Task[None]] = set()

    @property
    def alive(self) -> int:
        """How many workers there are, busy or not."""
        return len(self._alive)

    @property
    def processes(self) -> tuple[int, ...]:
        """The numbers that the system gives the workers, in order."""
        return tuple(sorted(worker.pid for worker in self._alive))

    async def settle(self) -> None:
        """Wait until every worker that was ended has been replaced."""
        await asyncio.gather(*self._chores)

    async def open(self) -> None:
        """Start all workers and wait until each has loaded its rules; raise LostError if one cannot."""
        await asyncio.gather(*(self._start() for _ in range(self._limits.workers)))

    async def close(self) -> None:
        """End all workers."""
        for chore in self._chores:
            chore.cancel()
        await asyncio.gather(*map(_dismiss, self._alive))
        self._alive.clear()

    async def run(self, head: Head, body: bytes) -> tuple[Head, bytes]:
        """Have a job answered; raise PoolError if that fails. The time limit holds for the work, and again for the wait."""
        try:
            worker = await asyncio.wait_for(self._idle.get(), self._limits.seconds)
        except TimeoutError as error:
            raise BusyError from error
        try:
            async with asyncio.timeout(self._limits.seconds):
                answer = await _ask(worker, head, body)
        except BaseException as error:
            self._replace(worker)  # it is in the middle of something, so nobody else can use it
            raise _fault_of(error) from error
        self._idle.put_nowait(worker)
        return answer

    async def _start(self) -> None:
        module = "provenance.serving.worker"
        worker = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", module, *self._arguments, stdin=PIPE, stdout=PIPE, limit=_BUFFER
        )
        self._alive.add(worker)
        try:
            await receive_frame(_streams(worker)[1])
        except (OSError, asyncio.IncompleteReadError) as error:
            self._alive.discard(worker)
            await _dismiss(worker)
            raise LostError from error
        self._idle.put_nowait(worker)

    def _replace(self, worker: Process) -> None:
        _kill(worker)
        self._alive.discard(worker)
        self.replaced += 1
        chore = asyncio.get_running_loop().create_task(self._restore(worker))
        self._chores.add(chore)
        chore.add_done_callback(self._chores.discard)

    async def _restore(self, gone: Process) -> None:
        await _dismiss(gone)
        while True:
            with suppress(LostError, OSError):
                await self._start()
                return
            await asyncio.sleep(_PAUSE)


async def _ask(worker: Process, head: Head, body: bytes) -> tuple[Head, bytes]:
    jobs, answers = _streams(worker)
    jobs.write(pack_frame(head, body))
    await jobs.drain()
    return await receive_frame(answers)


async def _dismiss(worker: Process) -> None:
    """End a worker: one that is idle ends with its input."""
    _streams(worker)[0].close()
    try:
        await asyncio.wait_for(worker.wait(), _FAREWELL)
    except TimeoutError:
        _kill(worker)
        await worker.wait()


def _kill(worker: Process) -> None:
    with suppress(ProcessLookupError):  # it may have ended just now
        worker.kill()


def _streams(worker: Process) -> tuple[asyncio.StreamWriter, asyncio.StreamReader]:
    if worker.stdin is None or worker.stdout is None:  # pragma: no cover  both are asked for at the start
        raise LostError
    return worker.stdin, worker.stdout


def _fault_of(error: BaseException) -> BaseException:
    if isinstance(error, TimeoutError):
        return OverrunError()
    return LostError() if isinstance(error, (OSError, asyncio.IncompleteReadError)) else error
