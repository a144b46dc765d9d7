"""Ends work that takes too long: counted is the time of the processor, so that a busy machine fails nobody."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType


class OverdueError(BaseException):
    """Work took too long; no Exception, so that nobody takes it for a fault in the work and goes on."""


@contextmanager
def limit_seconds(seconds: float) -> Iterator[None]:
    """Raise OverdueError in the work within as soon as it has used so many seconds; 0: never.

    Nor outside the main thread, or where the system has no such clock.
    """
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise OverdueError
