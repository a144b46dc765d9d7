"""WARC (ISO 28500): the pages among the responses; a shard is a stretch of bytes that begins with a record."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from attrs import evolve

from provenance.corpus.archive.shards import Document, Shard
from provenance.errors import ReadingError
from provenance.model import Article
from provenance.reading import read_bytes
from provenance.reading.formats.warc import find_pages


def cut(path: str, size: int) -> Iterator[tuple[int, int]]:
    """Yield where every `size`th page begins, and where the next shard does."""
    start, pages = 0, 0
    try:
        with Path(path).open("rb") as file:
            for record in find_pages(file):
                if pages == size:
                    yield start, record.stream_pos
                    start, pages = record.stream_pos, 0
                pages += 1
    except OSError as error:
        raise ReadingError(path, "is no WARC file that can be read") from error
    if pages:
        yield start, Path(path).stat().st_size


def read(shard: Shard, fields: Mapping[str, str]) -> Iterator[Document]:  # noqa: ARG001 - pages have no fields
    """Yield the pages."""
    (path,) = shard.paths
    with Path(path).open("rb") as file:
        file.seek(shard.start)
        for record in find_pages(file):
            if record.stream_pos >= shard.stop:
                return
            address = record.headers.get("WARC-Target-URI") or f"byte-{record.stream_pos}"
            name = f"{path}#{address}"
            yield Document(name, partial(_read_page, record.reader.read(), name, record.headers.get("WARC-Date")))


def _read_page(data: bytes, name: str, fetched: str | None) -> Iterator[Article]:
    article = read_bytes(data, name)
    yield evolve(article, path=name, published=article.published or fetched)
