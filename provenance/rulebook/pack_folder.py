"""A folder of rules that is not read while its files look as they did when they were read last.

Compiled rules are named by the content of the rules, and reading all of that takes longer than finding them. So the digest
of the content is kept for the look of the files: paths, sizes, times of change, places on the disk. A file that changes
twice within one tick of the disk's clock may look alike both times. So nothing is kept of files that changed within the
last few seconds: they are read again by every command until they are older than any such tick.
"""

import os
import time
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from provenance.cache import read_kept, write_kept
from provenance.rulebook.pack_source import STANDARDS, TOPS, PackSource, read_source

_KIND = "look"
_TICK = 3_000_000_000
"""Nanoseconds; the coarsest clock of a disk counts by two seconds."""


class PackFolder:
    """The pack under `root`, as far as anybody asks for it."""

    label = ""

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def source(self) -> PackSource:
        """What its files hold."""
        return read_source(self.root)

    def digest(self) -> str:
        """The digest of what its files hold; they are read only if they may have changed."""
        now = time.time_ns()
        files = sorted((path, os.stat(path)) for path in self._paths())  # noqa: PTH116  many files, at every start
        look = repr([(path, s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_dev, s.st_ino) for path, s in files])
        known = read_kept(_KIND, look)
        if known:
            return known.decode()
        found = self.source.digest()
        if all(max(s.st_mtime_ns, s.st_ctime_ns) < now - _TICK for _, s in files):
            write_kept(_KIND, look, found.encode())
        return found

    def _paths(self) -> Iterator[str]:
        """Every file that `read_source` may read, and perhaps others."""
        for top in TOPS:
            for folder, _, names in os.walk(self.root / top):
                yield from (os.path.join(folder, name) for name in names if name.lower().endswith(".toml"))  # noqa: PTH118
        standards = self.root / STANDARDS
        if standards.exists():
            yield str(standards)
