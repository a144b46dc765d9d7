"""An archive cut into shards: stretches of a source that one worker audits in one go."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Protocol

from attrs import frozen

from provenance.model import Article, Failure
from provenance.reading import find_files

_FOLDER = "provenance.corpus.archive.sources"
_KINDS = {
    ".jsonl": "json_lines",
    ".ndjson": "json_lines",
    ".jsonl.gz": "json_lines",
    ".ndjson.gz": "json_lines",
    ".parquet": "parquet",
    ".warc": "warc",
    ".warc.gz": "warc",
}
FILES = "files"
MANIFEST, PLAN = "manifest.json", "shards.jsonl"
"""What lies in the folder of an archive beside its tables."""


@frozen
class Shard:
    """Part of an archive. `start` and `stop` count what the kind of source counts: bytes, rows; nothing for files."""

    id: str
    kind: str
    paths: tuple[str, ...]
    start: int = 0
    stop: int = 0


@frozen
class Document:
    """One document of a shard: its name, and how to read its articles, mostly one (raises ReadingError where there is none)."""

    name: str
    read: Callable[[], Iterator[Article | Failure]]


class Source(Protocol):
    """What a module in `sources` has."""

    def cut(self, path: str, size: int) -> Iterator[tuple[int, int]]:
        """Yield start and stop of every shard of a file; raise ReadingError if it cannot be cut."""

    def read(self, shard: Shard, fields: Mapping[str, str]) -> Iterator[Document]:
        """Yield the documents of a shard; `fields` are the names of fields where the source has fields."""


Keep = Callable[[Sequence[str]], Sequence[str]]
"""Leaves of the files that were found those that hold articles."""


def plan_shards(arguments: Sequence[str], size: int, keep: Keep = list) -> Iterator[Shard]:
    """Cut files, folders and globs into shards of `size` documents, the same way every time.

    The tables of an archive are no source, nor is what `keep` leaves out. Raises ReadingError for a source that is not there or cannot be cut.
    """
    numbers = count()
    waiting: list[str] = []
    for path in keep(_find(arguments)):
        kind = kind_of(path)
        if kind == FILES:
            waiting.append(path)
            if len(waiting) == size:
                yield Shard(_spell(next(numbers)), FILES, tuple(waiting))
                waiting.clear()
            continue
        for start, stop in _module(kind).cut(path, size):
            yield Shard(_spell(next(numbers)), kind, (path,), start, stop)
    if waiting:
        yield Shard(_spell(next(numbers)), FILES, tuple(waiting))


def read_shard(shard: Shard, fields: Mapping[str, str]) -> Iterator[Document]:
    """Yield the documents of a shard; `fields` are the names of fields where a source has fields."""
    return _module(shard.kind).read(shard, fields)


def kind_of(path: str) -> str:
    """The kind of source that a file is, by its ending."""
    small = path.lower()
    return next((kind for ending, kind in _KINDS.items() if small.endswith(ending)), FILES)


def _find(arguments: Sequence[str]) -> list[str]:
    """List the files of the arguments, in folders those that hold many articles as well, each once."""
    folders = [Path(argument) for argument in arguments if os.path.isdir(argument)]  # noqa: PTH112 - may be no path
    many = [str(path) for folder in folders for path in sorted(folder.rglob("*")) if kind_of(path.name) != FILES]
    found = [path for path in find_files(arguments) if not os.path.isdir(path)]  # noqa: PTH112 - as above
    given = set(arguments)
    single = [path for path in found if path in given or kind_of(Path(path).name) == FILES]
    return _drop_tables(dict.fromkeys([*single, *many]))


def _drop_tables(paths: Iterable[str]) -> list[str]:
    """Leave out what lies in the folder of an archive, which is often beside its sources."""
    listed = list(paths)
    plans = (Path(path) for path in listed if path.endswith(PLAN))
    tables = {path.parent for path in plans if path.with_name(MANIFEST).is_file()}
    return [path for path in listed if tables.isdisjoint(Path(path).parents)] if tables else listed


def _module(kind: str) -> Source:
    """Load the module of a kind of source, and with it what only that kind needs."""
    module: Source = import_module(f"{_FOLDER}.{kind}")
    return module


def _spell(number: int) -> str:
    return f"{number:08d}"
