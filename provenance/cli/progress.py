"""A progress bar on stderr, when a person watches a long run."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from attrs import define

MANY = 20
_CELLS = 24


@define(eq=False, repr=False)
class Progress:
    """Counts files; draws nothing unless `visible`."""

    total: int
    visible: bool
    done: int = 0

    def show(self, path: str) -> None:
        """Draw the bar for the file that comes next."""
        if self.visible:
            cells = "#" * (_CELLS * self.done // self.total)
            name = PurePath(path).name[:40].encode("ascii", "replace").decode()
            sys.stderr.write(f"\r\033[K[{cells:<{_CELLS}}] {self.done}/{self.total} {name}")
            sys.stderr.flush()
        self.done += 1

    def clear(self) -> None:
        """Take the bar away, so that something else can be printed."""
        if self.visible:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()


@contextmanager
def watch(total: int) -> Iterator[Progress]:
    """Yield the progress of a run over `total` files; the bar is gone at the end, however the run ends."""
    progress = Progress(total, visible=total > MANY and sys.stderr.isatty())
    try:
        yield progress
    finally:
        progress.clear()
