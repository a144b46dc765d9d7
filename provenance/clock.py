"""Ends work that takes too long: counted is the time of the processor, so that a busy machine fails nobody."""

import signal
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Event, Thread, current_thread, get_ident, main_thread
from types import FrameType

_STEPS = 10
"""An error that waits for a thread reaches it at its next step; a few are sure."""


class OverdueError(BaseException):
    """Work took too long; no Exception, so that nobody takes it for a fault in the work and goes on."""


def limit_seconds(seconds: float) -> AbstractContextManager[None]:
    """Raise OverdueError in the work within as soon as it has used so many seconds; 0: never.

    In the main thread the seconds of the whole process count, in another one its own. Never where the system has no such clock.
    """
    if current_thread() is main_thread():
        return _alarm(seconds) if hasattr(signal, "setitimer") else nullcontext()
    return _watch(seconds) if seconds and hasattr(time, "pthread_getcpuclockid") else nullcontext()


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Let the system's alarm end the work."""
    before = signal.signal(signal.SIGPROF, _end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise OverdueError


@contextmanager
def _watch(seconds: float) -> Iterator[None]:
    """Let a second thread end the work: alarms reach the main thread only, and workers of a cluster run in others."""
    worker, done = get_ident(), Event()
    watcher = Thread(target=_end_when_overdue, args=(worker, seconds, done), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        _call_off(watcher, done)


def _end_when_overdue(worker: int, seconds: float, done: Event) -> None:
    """Wait until a thread has used so many seconds, or is done; no clock of it can run faster than ours."""
    clock = time.pthread_getcpuclockid(worker)
    end = time.clock_gettime(clock) + seconds
    while not done.wait(max(end - time.clock_gettime(clock), 0)):
        if time.clock_gettime(clock) >= end:
            _raise_in(worker)
            return


def _call_off(watcher: Thread, done: Event) -> None:
    """End the watch, so that nothing is raised in this thread from here on; what was raised on the way came too late.

    What the watcher raised and this thread has not come to yet reaches it in the loop. It is not taken back by raising
    nothing: CPython 3.11 would look for it from then on, at every step of every thread, and a profiler would never come on.
    """
    while True:
        try:
            done.set()
            watcher.join()
            for _ in range(_STEPS):
                pass
        except OverdueError:
            continue
        return


def _raise_in(worker: int) -> None:
    """Have another thread raise OverdueError at its next step."""
    import ctypes  # noqa: PLC0415 - only workers in threads need it

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(worker), ctypes.py_object(OverdueError))
