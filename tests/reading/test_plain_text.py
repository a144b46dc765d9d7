"""Plain text: encodings, what is refused, what is kept as it is."""

import gzip
import io
import sys
import types
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import LanguageError, ReadingError
from provenance.reading import find_doubt, read_article, read_bytes, read_text

TEXT = "The mayor said that the bridge would be closed for a week. “It is old,” she said – and nobody was surprised.\n"


def test_text_is_the_file() -> None:
    """Nothing is changed: neither the byte order mark nor the line ends nor the white space."""
    text = "\ufeff  " + TEXT.replace("\n", "\r\n") * 2
    assert read_bytes(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("cp1252"), "cp1252"),
        (gzip.compress(TEXT.encode(), mtime=0), "utf-8"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    """The encoding is found and recorded."""
    article = read_bytes(data, "a.txt")
    assert article.text.lstrip("\ufeff") == TEXT
    assert (article.encoding, article.extracted, article.notes) == (encoding, False, ())


def test_legacy_encoding() -> None:
    """Text in another legacy encoding is read by statistics, its English kept."""
    article = read_bytes(
        (TEXT + "Dvořák and Škvorecký liked the old bridge very much.").encode("cp1250", "replace"), "a"
    )
    assert "Škvorecký" in article.text


def test_damaged_utf_8() -> None:
    """A few damaged bytes in UTF-8 are shown as such, with a note."""
    article = read_bytes(TEXT.encode() * 20 + b"\x92 end", "a.txt")
    assert article.encoding == "utf-8"
    assert article.notes[0].startswith("not all of it is UTF-8")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (gzip.compress(b"", mtime=0), "is empty"),
        (b"The mayor\0 said", "is binary, not text"),
        (b"%PDF-1.7 abc", "is binary (PDF), not text"),
        (b"PK\x03\x04abc", "is binary (zip, Word or EPUB), not text"),
        (b"\x01\x02\x03" * 50, "is binary, not text"),
        (gzip.compress(TEXT.encode(), mtime=0)[:-6], "is a damaged gzip file"),
        (b"\xff", "is damaged: not text"),
        (TEXT.encode("utf-16-le"), "is UTF-16 without a byte order mark: save it as UTF-8"),
        (TEXT.encode("utf-16-be"), "is UTF-16 without a byte order mark: save it as UTF-8"),
        (b"\x80\x81\xfe", "is damaged: not text"),
        (b"\x93\x94 \x85", "is damaged: not text"),
        (b"ab\xe9\xff\xfd\x90", "is damaged: not text"),
        (b"\xff\xfeA", "is damaged: not text"),
        ("\ufffd\ufffd is \ufffd\ufffd".encode(), "is damaged: not text"),
    ],
)
def test_refused(data: bytes, reason: str) -> None:
    """What holds no text is refused with one clear reason."""
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "a.txt")
    assert caught.value.reason == reason


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html"]))
def test_any_bytes(data: bytes, path: str) -> None:
    """Any bytes give an article or a ReadingError, and nothing else."""
    try:
        assert read_bytes(data, path).text
    except ReadingError:
        return


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is standard input."""
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    assert read_article("-").text == TEXT
    with pytest.raises(ReadingError, match="-: is empty"):
        read_article("-")


def test_from_disk(tmp_path: Path) -> None:
    """A file is read by its path, which the article keeps as it was given."""
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    assert read_article(str(path)).path == str(path)


def test_headline_is_the_title() -> None:
    """The headline of plain text is the article's title."""
    assert read_text(f"Bridge to close for a week\n\n{TEXT}\n{TEXT}").title == "Bridge to close for a week"


def test_other_language_is_refused() -> None:
    """A German text is refused by name."""
    german = "Der Bürgermeister sagte, dass die Brücke für eine Woche geschlossen wird, weil sie nicht mehr sicher ist."
    with pytest.raises(LanguageError) as caught:
        read_text(german, "a.txt")
    assert caught.value.reason == "is not English (looks German)"


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Too short.", "only 2 words"),
        ("def f(x):\n    return x + 1\n\nclass A:\n    pass\n" * 10, "program code"),
        ("name\tage\tcity\nBob\t3\tRome\n" * 20, "table"),
        ("name,age,city\nBob,3,Rome\n" * 20, "table"),
        ("- milk for the morning\n- bread and butter\n" * 20, "list"),
        ("more words than a headline but never a stop " * 20, "hardly any sentences"),
    ],
)
def test_doubtful_texts(text: str, doubt: str) -> None:
    """A text that hardly looks like an article is read, with a note that says why."""
    notes = read_text(text).notes
    assert len(notes) == 1
    assert notes[0].startswith("does not look like a news article: ")
    assert doubt in notes[0]


def test_articles_raise_no_doubt() -> None:
    """Ordinary prose raises no doubt."""
    assert find_doubt(TEXT * 3) is None
