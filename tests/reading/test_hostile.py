"""Files that are broken, hostile or huge: a reason, never a hang."""

import gzip
import json
import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.errors import ReadingError
from provenance.model.article import Article
from provenance.reading import FORMATS, ReadingOptions, read_bytes, read_items
from provenance.reading.runs import take_escapes_off, take_markup_off, take_xml_off
from tests.reading import made_files
from tests.reading.made_files import FILES, FIRST, HEADLINE, TEXT

MANIFEST = "\ufeff" + "".join(chr(0xFE00 + byte % 16) + chr(0xE0100 + byte % 240) for byte in range(2000))
"""What a C2PA manifest looks like in text: variation selectors behind a mark."""


def reason_of(data: bytes, name: str, **options: str | int) -> str:
    """Read a file that cannot be read; give the reason."""
    with pytest.raises(ReadingError) as caught:
        list(read_items(data, name, ReadingOptions(**options)))  # type: ignore[arg-type]
    return caught.value.reason


def bomb(size: int) -> bytes:
    """Make a Word document whose text unpacks to `size` bytes."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b"a" * size)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (bomb(70 * 1024 * 1024), "a.docx", "is a Word document that unpacks to more than 64 MB"),
        (bomb(10), "a.docx", "is a damaged Word document"),
        (made_files.make_docx()[:2000], "a.docx", "is a damaged Word document"),
        (b"WARC/1.0\r\nbroken", "a.warc", "holds no article"),
        (b"<rss>" + b"<channel>" * 100_000, "a.rss", "nests too deeply"),
        (b"<rss><channel></channel></rss>", "a.rss", "is a feed without entries"),
        (b"---\ntitle: [\n---\n" + FIRST.encode(), "a.md", "has front matter that cannot be read (line"),
        (b"---\n" + b"[" * 10_000 + b"\n---\n" + FIRST.encode(), "a.md", "has front matter that cannot be read"),
        (b"- " * 100_000, "a.md", "is Markdown without text"),
        (b'{"uri": 1e99999, "body_text": ' + b"9" * 5000 + b"}", "a.json", "is not valid JSON"),
        (b'{"a":' * 50_000, "a.json", "nests too deeply"),
        (b"words and more words " * 110_000, "a.txt", "is too long for an article (2,310,000 characters)"),
        (json.dumps({"text": "words and more words " * 110_000}).encode(), "a.json", "is too long for an article"),
        (b"<rss>\x00</rss>", "a.rss", "is binary"),
    ],
)
def test_refused(data: bytes, name: str, reason: str) -> None:
    """What nobody could read is refused with the reason, soon."""
    assert reason_of(data, name).startswith(reason)


def test_a_crawl_that_breaks_off() -> None:
    """The pages before the place where a crawl is damaged are articles."""
    found = read_items(made_files.make_warc()[:-300] + b"WARC/9 what", "a.warc")
    assert isinstance(next(found), Article)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_size(pack: type[bytes]) -> None:
    """A file above the limit is refused by its size, unpacked or not."""
    assert reason_of(pack(FILES["a.nitf"].encode()), "a.nitf", largest=1000) == "is larger than 1,000 bytes"


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"text"}))
def test_nothing_in_it(name: str) -> None:
    """In every format out of which text is taken a file without words is refused, also where the user insists on the format."""
    for data in (b"", b"\n", b"<a/>", b"PK\x03\x04", b"\x00"):
        assert reason_of(data, "a", format=name)


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith(".md")])
def test_invisible_characters(name: str) -> None:
    """Characters without width and C2PA manifests are left out of extracted text, and its places are found all the same."""
    hidden = FIRST.replace("harbour", "har\u200bbo\u00adur") + MANIFEST
    source = FILES[name].replace(json.dumps(FIRST)[1:-1], hidden)
    assert source != FILES[name]
    article = read_bytes(source.encode(), name)
    assert article.text == TEXT
    assert article.origin
    assert "".join(article.text[piece.start : piece.end] for piece in article.origin.pieces).count("harbour") == 1


def test_invisible_characters_in_plain_text() -> None:
    """Plain text stays as it is; a note says what is in it."""
    article = read_bytes(f"{TEXT}{MANIFEST}".encode(), "a.txt")
    assert article.text == TEXT + MANIFEST
    assert article.notes[-1] == "holds 4000 variation selectors in a row, such as a C2PA manifest: they are no words"
    article = read_bytes(TEXT.replace("ferry", "fer\u200bry").encode(), "a.txt")
    assert article.notes[-1] == "holds 2 invisible characters, which may part words"


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["a.nitf", "1.json", "rss.xml", "a.jsonl"])
def test_encodings(name: str, encoding: str) -> None:
    """A file in another encoding than its declaration says is read by what it is."""
    article = read_bytes(FILES[name].replace("long letter", "long “letter”").encode(encoding), name)
    assert "long “letter”" in article.text or "long \\u201cletter" in article.text


@pytest.mark.parametrize("opening", ["<!--", "<script>", "<![CDATA[", "<a", "&", "]]", "<style", "\\u12"])
def test_no_opening_takes_for_ever(opening: str) -> None:
    """What is opened a hundred thousand times and never closed is read once, not once for each."""
    for take_off in (take_markup_off, take_xml_off, take_escapes_off):
        assert take_off(opening * 100_000) is not None


PIECES = st.sampled_from(
    ["<nitf>", "</nitf>", "<body.content>", "<p>", "</p>", "<newsItem>", "<rss><channel><item>", "<![CDATA[", "]]>", "<!--",
     "{", "}", "[", "]", '"uri": "a",', '"body_html": "', '"content_elements": [', '"', "\\u00", "\n", "---\n", "title: x",
     "# ", "* ", "[a](b)", "&amp;", "&#0;", "WARC/1.0\r\n", "<!DOCTYPE nitf [", "\u200b", FIRST, HEADLINE],
)  # fmt: skip
NAMES = st.sampled_from(["a.txt", "a.nitf", "a.xml", "a.json", "a.jsonl", "a.md", "a.rss", "a.html", "a.warc"])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)
@given(st.lists(PIECES, max_size=20), NAMES, st.sampled_from([None, *FORMATS]))
def test_anything(pieces: list[str], name: str, wanted: str | None) -> None:
    """Whatever a file holds, reading gives articles whose places and links hold, or a ReadingError, and twice the same."""
    data = "".join(pieces).encode()
    try:
        found = list(read_items(data, name, ReadingOptions(format=wanted)))
    except ReadingError:
        return
    assert found == list(read_items(data, name, ReadingOptions(format=wanted)))
    for article in found:
        if isinstance(article, Article):
            assert all(article.text[link.start : link.end].strip() for link in article.links)
            check_places(article)


def check_places(article: Article) -> None:
    """Check that every piece of the map holds the same words in the file as in the text."""
    for piece in article.origin.pieces if article.origin else ():
        assert 0 <= piece.start < piece.end <= len(article.text)
        assert article.origin
        if piece.is_exact:
            assert article.text[piece.start : piece.end] == article.origin.raw[piece.raw_start : piece.raw_end]
