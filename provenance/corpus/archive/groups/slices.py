"""The first step: the records of the run, sorted into slices of time, files that one worker can hold."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from attrs import frozen

from provenance.comparing.dates import day_of
from provenance.corpus.archive.groups.kept import COLUMNS
from provenance.corpus.archive.groups.workshop import Workshop
from provenance.corpus.archive.tables import SCHEMAS
from provenance.corpus.archive.whole import write_table

UNDATED = "undated"
_PART_OF_BLOCK = 4
_KEPT = SCHEMAS["records"]
"""Columns that an older run has not written are empty."""


@frozen
class Sorting:
    """Some shards of the run, to be sorted by `days` into files of at most `most` records."""

    id: str
    shards: tuple[str, ...]
    days: int
    most: int


def sort_records(task: Sorting, folder: str) -> dict[str, Any]:
    """Write the records of some shards that have words and a speaker, slice by slice; return the files with their counts."""
    workshop = Workshop(Path(folder))
    tables = [
        pq.read_table(Path(folder, "records", f"{shard}.parquet"), columns=COLUMNS, schema=_KEPT)
        for shard in task.shards
    ]
    table = pa.concat_tables(tables)
    table = table.filter(pc.and_(pc.is_valid(table["attribution"]), pc.is_valid(table["claim"])))
    slices = [_slice_of(published, task.days) for published in table["published"].to_pylist()]
    files = []
    for name in sorted(set(slices)):
        rows = [number for number, one in enumerate(slices) if one == name]
        for number, part in enumerate(_cut(table.take(rows), task.most // _PART_OF_BLOCK)):
            path = f"{name}/{task.id}-{number:06d}.parquet"
            write_table(workshop.slices / path, part)
            files.append({"slice": name, "path": path, "records": part.num_rows})
    return {"files": files}


def _slice_of(published: str | None, days: int) -> str:
    day = day_of(published)
    return UNDATED if day is None else f"{day // days:08d}"


def _cut(table: pa.Table, most: int) -> Iterator[pa.Table]:
    """Cut a table into parts of about `most` rows, never within an article."""
    start = stop = 0
    for _, held in groupby(table["article"].to_pylist()):
        size = sum(1 for _ in held)
        if stop > start and stop + size - start > most:
            yield table.slice(start, stop - start)
            start = stop
        stop += size
    if stop > start:
        yield table.slice(start, stop - start)
