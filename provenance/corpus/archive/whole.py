"""Files written whole or not at all, so that nobody ever finds half of one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


def write_text(path: Path, text: str) -> None:
    """Write a text."""
    with _in_place_of(path) as draft:
        draft.write_text(text, encoding="utf-8")


def write_table(path: Path, table: pa.Table) -> None:
    """Write a Parquet file."""
    with _in_place_of(path) as draft:
        pq.write_table(table, draft, compression="zstd")


@contextmanager
def _in_place_of(path: Path) -> Iterator[Path]:
    """Give the path of a draft; once it is written, it takes the place of the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.tmp")
    yield draft
    draft.replace(path)
