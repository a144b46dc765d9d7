"""One run at a time in the folder of an archive, and a clean end for it, also when the process is told to end."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import current_thread, main_thread
from types import FrameType
from typing import TextIO

from provenance.errors import SettingsError

LOCK = "lock"


@contextmanager
def lock_folder(folder: Path) -> Iterator[None]:
    """Keep a second run out of a folder while the work within lasts; raise SettingsError where one is at work already.

    SIGTERM ends the work as Ctrl-C does: workers end, the lock is gone.
    """
    try:
        import fcntl  # noqa: F401, PLC0415 - not on every system
    except ImportError:
        yield
        return
    path = folder / LOCK
    with _interrupted_by_sigterm(), _take(path):
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _take(path: Path) -> TextIO:
    """Make and lock a file; one that its last holder removed in the same moment is made again."""
    import fcntl  # noqa: PLC0415 - as above

    while True:
        file = path.open("w", encoding="ascii")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.close()
            msg = f"{path.parent}: another run is at work here"
            raise SettingsError(msg) from error
        with suppress(FileNotFoundError):
            if os.path.samestat(path.stat(), os.fstat(file.fileno())):
                return file
        file.close()


@contextmanager
def _interrupted_by_sigterm() -> Iterator[None]:
    """Let SIGTERM raise KeyboardInterrupt in the work within; only the main thread hears signals."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt(number)
