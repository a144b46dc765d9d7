"""A row of a table, or an object of JSON Lines -> its articles, by the reader of JSON Lines."""

import json
from collections.abc import Iterator, Mapping

from provenance.model import Article, Failure
from provenance.reading import ReadingOptions, find_field, read_items


def read_row(row: Mapping[str, object], path: str, fields: Mapping[str, str]) -> Iterator[Article | Failure]:
    """Read a row; `fields` name the fields that are called otherwise. Raises ReadingError where it has no text."""
    data = json.dumps(row, default=str).encode()
    yield from read_items(data, path, ReadingOptions("jsonl", fields))


def name_row(row: Mapping[str, object], path: str, place: int, fields: Mapping[str, str]) -> str:
    """Name a row by its id, else by its place in the file."""
    return f"{path}#{find_field(row, fields, 'id') or place}"
