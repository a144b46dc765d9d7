"""Files of an article each, or of several, as feeds and lists are."""

from collections.abc import Iterator, Mapping
from functools import partial

from provenance.corpus.archive.shards import Document, Shard
from provenance.reading import read_articles


def cut(path: str, size: int) -> Iterator[tuple[int, int]]:  # noqa: ARG001 - every kind of source is asked the same
    """A file is one document."""
    yield 0, 0


def read(shard: Shard, fields: Mapping[str, str]) -> Iterator[Document]:  # noqa: ARG001 - files have no fields
    """Yield the files."""
    for path in shard.paths:
        yield Document(path, partial(read_articles, path))
