"""JSON Lines: an object a line; a shard is a stretch of bytes that begins and ends with a line.

In a gzipped file the bytes are counted as they are unpacked.
"""

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import BinaryIO

from provenance.corpus.archive.shards import Document, Shard
from provenance.corpus.archive.sources.rows import name_row, read_row
from provenance.errors import ReadingError
from provenance.model import Article


def cut(path: str, size: int) -> Iterator[tuple[int, int]]:
    """Yield the first byte and the byte behind the last of every `size` lines."""
    start = stop = lines = 0
    try:
        with _open(path) as file:
            for line in file:
                stop, lines = stop + len(line), lines + 1
                if lines == size:
                    yield start, stop
                    start, lines = stop, 0
    except (OSError, EOFError, zlib.error) as error:
        raise ReadingError(path, getattr(error, "strerror", None) or "cannot be read") from error
    if lines:
        yield start, stop


def read(shard: Shard, fields: Mapping[str, str]) -> Iterator[Document]:
    """Yield the lines; one that holds no object is a document that cannot be read."""
    (path,) = shard.paths
    with _open(path) as file:
        place = file.seek(shard.start)
        while place < shard.stop:
            line = file.readline()
            if line.strip():
                yield _document_of(line, path, place, fields)
            place += len(line)


def _open(path: str) -> BinaryIO:
    return gzip.open(path) if path.lower().endswith(".gz") else Path(path).open("rb")  # type: ignore[return-value]


def _document_of(line: bytes, path: str, place: int, fields: Mapping[str, str]) -> Document:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        name = f"{path}#byte-{place}"
        return Document(name, partial(_refuse, name))
    name = name_row(row, path, place, fields)
    return Document(name, partial(read_row, row, name, fields))


def _refuse(name: str) -> Iterator[Article]:
    raise ReadingError(name, "is no JSON object")
