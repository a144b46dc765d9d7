"""`provenance archive`: audit an archive into tables."""

import os
import sys
import time
from argparse import Namespace
from pathlib import Path
from typing import Any

from attrs import define, field

from provenance.cli.archive_lock import lock_folder
from provenance.cli.articles import drop_baselines
from provenance.cli.complaints import require_packages
from provenance.cli.house import open_house
from provenance.policy.house import House, OpenHouse

_NEEDED = ("pyarrow",)
_NAMED = 3
"""Documents that could not be audited and are named at the end of a run; all stand in the table."""


def run(args: Namespace) -> int:
    """Audit the archive; return 0, or 2 where something could not be audited."""
    require_packages(_NEEDED, "archive")
    return _run_all(args, open_house(args))


def _run_all(args: Namespace, house: House) -> int:
    from provenance.corpus.archive.manifest import Wanted, begin  # noqa: PLC0415 - loads pyarrow, which is an extra
    from provenance.corpus.archive.runs import run_shards  # noqa: PLC0415 - as above
    from provenance.corpus.archive.work import Job  # noqa: PLC0415 - as above

    folder = Path(args.to)
    folder.mkdir(parents=True, exist_ok=True)
    fields = tuple(sorted(args.field))
    with lock_folder(folder):
        wanted = Wanted(tuple(args.sources), house.used, args.per_shard, fields, with_text=not args.no_text)
        shards = begin(folder, wanted, lambda paths: drop_baselines(paths, [house], args.sources))
        opener = OpenHouse(absolute(house.settings.path), args.profile)
        job = Job(str(folder.resolve()), opener, fields, args.seconds, with_text=not args.no_text)
        watch = Watch(len(shards), sys.stderr.isatty())
        run_shards(shards, job, open_engine(args), watch.tell)
    watch.finish(folder)
    return 2 if watch.failures else 0


def open_engine(args: Namespace) -> Any:  # noqa: ANN401 - its type is known where pyarrow is
    """Return who does the work: a cluster if one is named, else processes of this machine."""
    from provenance.corpus.archive.engines import ClusterEngine, LocalEngine  # noqa: PLC0415 - as above

    if args.cluster:
        require_packages(("distributed",), "cluster")
        return ClusterEngine(args.cluster)
    return LocalEngine(args.workers or os.cpu_count() or 1)


def absolute(path: str | None) -> str | None:
    """Make a path independent of the folder that a process works in."""
    return str(Path(path).resolve()) if path else None


@define
class Watch:
    """Progress with rate and time left, for a person who watches; the sum at the end for everyone."""

    shards: int
    visible: bool
    done: int = 0
    documents: int = 0
    failures: int = 0
    _began: float = field(factory=time.monotonic)
    _before: int = 0
    _refused: list[dict[str, Any]] = field(factory=list)

    def tell(self, summary: dict[str, Any]) -> None:
        """Count a shard that is done."""
        self.done += 1
        self.documents += summary["documents"]
        self.failures += summary.get("failures", 0)
        self._refused += summary.get("refused", ())[: _NAMED - len(self._refused)]
        if summary.get("earlier"):
            self._before += summary["documents"]
        if self.visible:
            sys.stderr.write(f"\r\033[K{self._spell()}")
            sys.stderr.flush()

    def finish(self, folder: Path) -> None:
        """Say what the run came to, with the first documents that could not be audited."""
        if self.visible:
            sys.stderr.write("\r\033[K")
        for row in self._refused[:_NAMED]:
            print(f"provenance: {row['article']}: {row['reason']}", file=sys.stderr)
        if self.failures > _NAMED:
            print(f"provenance: and more: provenance archive query {folder} failures", file=sys.stderr)
        failed = f", {self.failures} could not be audited (table failures)" if self.failures else ""
        print(f"{_count(self.documents, 'document')} in {_count(self.done, 'shard')}{failed}", file=sys.stderr)

    def _spell(self) -> str:
        seconds = max(time.monotonic() - self._began, 1e-9)
        rate = (self.documents - self._before) / seconds
        left = self.documents * (self.shards - self.done) / self.done / rate if rate else 0
        minutes, rest = divmod(round(left), 60)
        return f"{self.done}/{self.shards} shards, {self.documents} documents, {rate:.0f}/s, {minutes}:{rest:02} left"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
