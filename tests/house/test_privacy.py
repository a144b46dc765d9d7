"""What must never get into the repository: traces of the machine it was written on, and other people's texts."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from tests.house.sources import ROOT, repository_files, text_of_file

SHARED = ROOT.parent / "shared"
LEXICONS = ROOT / "rules/en/lexicons"
SHINGLE = 12
_MACHINE = re.compile(
    r"(?:^|[\s\"'`(=:])/(?:home|root|work|Users|var/folders|mnt|srv)/[\w.-]"  # somebody's folders
    r"|\b[A-Z]:\\Users\\"
    r"|\b(?:10|127|172\.(?:1[6-9]|2\d|3[01])|192\.168)(?:\.\d{1,3}){2,3}\b"  # private addresses
    r"|\blocal" + r"host\b|\.local\b(?!e)|\.internal\b",
    re.MULTILINE,
)
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WORD = re.compile(r"\w+")

Shingle = tuple[str, ...]


def test_no_trace_of_a_machine() -> None:
    """No file holds an absolute path, a host or an address of the machine it was written on."""
    found = {}
    for path in repository_files():
        if path != Path(__file__) and (match := _MACHINE.search(text_of_file(path))):
            found[str(path.relative_to(ROOT))] = match[0]
    assert not found


def test_no_secret() -> None:
    """No file holds a private key or a token."""
    secret = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|\bgh[pousr]_\w{30,}|\bAKIA[0-9A-Z]{16}\b|\bxox[bap]-\w{10,}")
    assert not [path for path in repository_files() if secret.search(text_of_file(path))]


def shingles(text: str) -> Iterator[Shingle]:
    """Every run of twelve words of a text, lower case."""
    words = _WORD.findall(text.lower())
    return zip(*(islice(words, start, None) for start in range(SHINGLE)), strict=False)


def texts_in(path: Path) -> Iterator[str]:
    """The texts that one file of articles holds; files of JSON, which may be broken, are read string by string."""
    text = text_of_file(path)
    if path.suffix in (".json", ".jsonl"):
        yield from (match[1].replace(r"\n", " ") for match in _STRING.finditer(text))
    else:
        yield text


def shared_articles() -> Iterator[Path]:
    """The files of articles beside the repository that are not ours to publish."""
    for folder in ("seeds", "data/chains_dev", "data/clusters_dev", "data/news_sample", "data/polnear", "data/formats"):
        for path in sorted((SHARED / folder).rglob("*")):
            if path.suffix in (".txt", ".json", ".jsonl", ".html", ".xml"):
                yield path


@cache
def own_shingles() -> dict[Shingle, str]:
    """Every run of twelve words in the repository but its lexicons, with a file that holds it."""
    found: dict[Shingle, str] = {}
    for path in repository_files():
        if LEXICONS in path.parents:  # names of bodies are facts
            continue
        found.update(dict.fromkeys(shingles(text_of_file(path)), str(path.relative_to(ROOT))))
    return found


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the articles it compares with are not beside this checkout")
def test_no_words_of_the_articles_we_learn_from() -> None:
    """No twelve words in a row of any evaluation article stand in the repository."""
    own = own_shingles()
    copied = {
        (own[shingle], " ".join(shingle))
        for path in shared_articles()
        for text in texts_in(path)
        for shingle in shingles(text)
        if shingle in own
    }
    assert not copied


def test_shingles_find_what_is_copied() -> None:
    """Twelve shared words are found whatever their case and punctuation, eleven are not."""
    words = "one two three four five six seven eight nine ten eleven twelve"
    assert set(shingles("Zero. " + words.title() + ", and so on")) & set(shingles(words))
    assert not set(shingles(words.removesuffix(" twelve"))) & set(shingles(words))
