"""What archives are kept in, cut into shards."""

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.corpus.archive.shards import Document, plan_shards, read_shard
from provenance.corpus.archive.sources import json_lines
from provenance.errors import ReadingError
from provenance.model import Article, Failure
from tests.corpus.archive.made import write_articles

PAGE = (
    "<html><head><title>Ferry</title></head><body><article><p>The ferry line will be sold, an official said on Monday."
    "</p><p>The mayor of Port Alby, Ana Reyes, said that nobody had asked the council about {number} boats.</p>"
    "</article></body></html>"
)


def read_one(document: Document) -> Article:
    """The only article of a document."""
    (article,) = document.read()
    assert isinstance(article, Article)
    return article


def titles(path: Path, size: int, **fields: str) -> list[list[str | None]]:
    """The titles of the articles, shard by shard."""
    return [
        [read_one(document).title for document in read_shard(shard, fields)] for shard in plan_shards([str(path)], size)
    ]


def write_warc(path: Path, pages: int) -> Path:
    """Write responses with pages, and between them what is none."""
    records = []
    for number in range(pages):
        body = PAGE.format(number=number).encode()
        for status, kind in (("200 OK", "text/html"), ("404 Not Found", "text/html"), ("200 OK", "image/png")):
            http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
                f"WARC-Record-ID: <urn:uuid:0000000-{number}>\r\nWARC-Target-URI: https://example.org/{number}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            ).encode()
            record = head + http + b"\r\n\r\n"
            records.append(gzip.compress(record, mtime=0) if path.suffix == ".gz" else record)
    path.write_bytes(b"".join(records))
    return path


@given(lines=st.lists(st.sampled_from(["{}", "", '{"text": "ä"}', "\u2028", "[1]"])), size=st.integers(1, 4))
def test_every_line_stands_in_one_shard(lines: list[str], size: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The shards of JSON Lines follow each other without gap or overlap and hold the whole file."""
    path = tmp_path_factory.mktemp("lines") / "a.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    cuts = list(json_lines.cut(str(path), size))
    assert [start for start, _ in cuts] == [0, *(stop for _, stop in cuts)][: len(cuts)]
    assert sum(stop - start for start, stop in cuts) == path.stat().st_size


def test_json_lines(tmp_path: Path) -> None:
    """Each object is an article; its fields may be called otherwise."""
    path = write_articles(tmp_path / "a.jsonl", 3)
    assert titles(path, 2) == [["Ferry line 0", "Ferry line 1"], ["Ferry line 2"]]
    assert titles(path, 9, title="outlet")[0][:2] == ["The Port Alby Post", "The Sandmouth Post"]


def test_gzipped_json_lines(tmp_path: Path) -> None:
    """Gzipped JSON Lines are cut into the same shards; one that is damaged is told by its name."""
    plain = write_articles(tmp_path / "a.jsonl", 5)
    packed = tmp_path / "a.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert titles(packed, 2) == titles(plain, 2)
    packed.write_bytes(packed.read_bytes()[:60])
    with pytest.raises(ReadingError, match=r"a\.jsonl\.gz"):
        list(plan_shards([str(packed)], 2))


def test_files_of_several_articles(tmp_path: Path) -> None:
    """A file that lists articles gives each of them, and says which cannot be read."""
    text = "The ferry line will be sold, an official said on Monday, and nobody on the island had been asked about it."
    listed = [{"id": "one", "text": text}, {"id": "two"}, {"id": "three", "text": text}]
    (tmp_path / "list.json").write_text(json.dumps(listed), encoding="utf-8")
    (shard,) = plan_shards([str(tmp_path)], 9)
    (document,) = read_shard(shard, {})
    found = [(type(part), str(part.path).rpartition("#")[2]) for part in document.read()]
    assert found == [(Article, "one"), (Failure, "two"), (Article, "three")]


def test_parquet(tmp_path: Path) -> None:
    """Each row is an article, also where a shard begins in the middle of a row group."""
    lines = write_articles(tmp_path / "a.jsonl", 7).read_text(encoding="utf-8").splitlines()
    pq.write_table(pa.Table.from_pylist([json.loads(line) for line in lines]), tmp_path / "a.parquet", row_group_size=3)
    found = titles(tmp_path / "a.parquet", 2)
    assert [len(shard) for shard in found] == [2, 2, 2, 1]
    assert [title for shard in found for title in shard] == [f"Ferry line {number}" for number in range(7)]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_warc(name: str, tmp_path: Path) -> None:
    """Each page that was found is an article with its address; what is no page is passed over."""
    path = write_warc(tmp_path / name, 5)
    shards = [list(read_shard(shard, {})) for shard in plan_shards([str(path)], 2)]
    names = [document.name for shard in shards for document in shard]
    assert names == [f"{path}#https://example.org/{number}" for number in range(5)]
    article = read_one(shards[2][0])
    assert "4 boats" in article.text
    assert article.published == "2026-01-02T03:04:05Z"


def test_folders(tmp_path: Path) -> None:
    """A folder gives its articles in files of their own, then the files that hold many, each once."""
    (tmp_path / "b").mkdir()
    for name in ("one.txt", "b/two.txt"):
        (tmp_path / name).write_text("The ferry will be sold, an official said.", encoding="utf-8")
    write_articles(tmp_path / "b/many.jsonl", 1)
    shards = list(plan_shards([str(tmp_path), str(tmp_path / "one.txt")], 1))
    assert [Path(shard.paths[0]).name for shard in shards] == ["one.txt", "two.txt", "many.jsonl"]
    assert len({shard.id for shard in shards}) == 3


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet", "a.warc"])
def test_sources_that_cannot_be_cut(name: str, tmp_path: Path) -> None:
    """A source that is not there, or is not what its name says, is told by its name."""
    with pytest.raises(ReadingError, match=name):
        list(plan_shards([str(tmp_path / name)], 2))
    (tmp_path / name).write_bytes(b"\x00 no such thing")
    if name != "a.jsonl":
        with pytest.raises(ReadingError, match=name):
            list(plan_shards([str(tmp_path / name)], 2))
