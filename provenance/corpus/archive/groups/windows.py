"""The plan of a comparison: which slices of time are held against each other at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby, product
from typing import Any

from attrs import frozen

from provenance.corpus.archive.groups.slices import UNDATED

Block = tuple[str, ...]
"""Files that are read together."""


@frozen
class Window:
    """Blocks of records that one worker compares at once."""

    id: str
    blocks: tuple[Block, ...]


def plan_windows(files: Iterable[Mapping[str, Any]], most: int) -> list[Window]:
    """Plan windows of at most `most` records: neighbouring slices share one, and neighbouring windows a slice.

    A slice too large for half a window is cut into blocks, of which each is held against each, also of the slices
    beside it. What has no date is compared with itself only.
    """
    slices = [
        (name, list(_blocks(list(held), most // 2)))
        for name, held in groupby(sorted(files, key=lambda one: str(one["path"])), key=lambda one: str(one["slice"]))
    ]
    dated = [blocks for name, blocks in slices if name != UNDATED]
    undated = [blocks for name, blocks in slices if name == UNDATED]
    planned = [*_windows_of(dated, most), *_windows_of(undated, most)]
    return [Window(f"{number:08d}", tuple(paths for paths, _ in one)) for number, one in enumerate(planned)]


_Sized = tuple[Block, int]


def _blocks(files: Sequence[Mapping[str, Any]], most: int) -> Iterator[_Sized]:
    """Put files of one slice together as long as they are no more than `most` records."""
    paths: list[str] = []
    size = 0
    for file in files:
        if paths and size + file["records"] > most:
            yield tuple(paths), size
            paths, size = [], 0
        paths.append(file["path"])
        size += file["records"]
    if paths:
        yield tuple(paths), size


def _windows_of(slices: Sequence[list[_Sized]], most: int) -> Iterator[list[_Sized]]:
    """Yield windows in the order of time: runs of small slices, pairs of blocks where a slice is large."""
    run: list[_Sized] = []
    before: list[_Sized] = []
    for blocks in slices:
        if len(blocks) > 1 or len(before) > 1:
            if len(run) > 1:
                yield run
            run = []
            yield from (list(pair) for pair in (*product(before, blocks), *combinations(blocks, 2)))
        elif run and sum(size for _, size in (*run, blocks[0])) > most:
            yield run
            run = run[-1:]
        if len(blocks) == 1:
            run.append(blocks[0])
        before = blocks
    if len(run) > 1 or (run and len(slices) == 1):
        yield run
