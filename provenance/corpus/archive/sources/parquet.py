"""Parquet: an article a row; a shard is a stretch of rows."""

from collections.abc import Iterator, Mapping
from functools import partial

import pyarrow as pa
import pyarrow.parquet as pq

from provenance.corpus.archive.shards import Document, Shard
from provenance.corpus.archive.sources.rows import name_row, read_row
from provenance.errors import ReadingError
from provenance.reading import JSON_FIELDS


def cut(path: str, size: int) -> Iterator[tuple[int, int]]:
    """Yield the first row and the row behind the last of every `size` rows."""
    try:
        rows = pq.ParquetFile(path).metadata.num_rows
    except (OSError, pa.ArrowException) as error:
        raise ReadingError(path, "is no Parquet file that can be read") from error
    for start in range(0, rows, size):
        yield start, min(start + size, rows)


def read(shard: Shard, fields: Mapping[str, str]) -> Iterator[Document]:
    """Yield the rows; only row groups and columns that are needed are read."""
    (path,) = shard.paths
    file = pq.ParquetFile(path)
    wanted = {name for names in JSON_FIELDS.values() for name in names} | set(fields.values())
    columns = [name for name in file.schema_arrow.names if name in wanted]
    first = 0
    for group in range(file.num_row_groups):
        last = first + file.metadata.row_group(group).num_rows
        if first < shard.stop and shard.start < last:
            rows = file.read_row_group(group, columns=columns)
            start, stop = max(first, shard.start), min(last, shard.stop)
            for place, row in enumerate(rows.slice(start - first, stop - start).to_pylist(), start):
                name = name_row(row, path, place, fields)
                yield Document(name, partial(read_row, row, name, fields))
        first = last
