"""Every format: the text, what is said about it, its links, and where its words stand in the file."""

import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance.cli.parser import INPUTS
from provenance.errors import ReadingError
from provenance.model import Failure
from provenance.model.article import Article
from provenance.reading import FORMATS, ReadingOptions, read_article, read_bytes, read_items
from tests.reading import made_files
from tests.reading.made_files import ADDRESS, AGENCY, BYLINE, DAY, FILES, HEADLINE, PUBLISHER, TEXT


def read(name: str) -> Article:
    """Read one of the made files."""
    return read_bytes(FILES[name].encode(), name)


@pytest.mark.parametrize("name", FILES)
def test_text(name: str) -> None:
    """The text is the headline and the paragraphs of the body; captions and headers stay out."""
    assert read(name).text == TEXT


@pytest.mark.parametrize("name", FILES)
def test_facts(name: str) -> None:
    """Headline, author, date and source come from where the format has them."""
    article = read(name)
    assert (article.title, article.byline) == (HEADLINE, BYLINE)
    assert (article.published or "").startswith(DAY)
    assert article.info_sources == (AGENCY,) or article.publisher == PUBLISHER


@pytest.mark.parametrize("name", FILES)
def test_links(name: str) -> None:
    """A link of the body carries its words and its target."""
    article = read(name)
    assert [(article.text[link.start : link.end], link.target) for link in article.links] == [("long letter", ADDRESS)]


@pytest.mark.parametrize("name", FILES)
def test_places(name: str) -> None:
    """Every word of the text has its place in the file, and there the file has that word, escapes aside."""
    article = read(name)
    origin = article.origin
    assert origin is not None
    assert origin.raw == FILES[name]
    mapped = "".join(article.text[piece.start : piece.end] for piece in origin.pieces)
    assert "".join(mapped.split()) == "".join(TEXT.split())
    for piece in origin.pieces:
        if piece.is_exact:
            assert origin.raw[piece.raw_start : piece.raw_end] == article.text[piece.start : piece.end]


@pytest.mark.parametrize("name", INPUTS)
def test_every_input_is_a_format(name: str) -> None:
    """What the command offers under `--input` are the formats there are."""
    assert name in FORMATS
    assert len(INPUTS) == len(FORMATS)


def test_word() -> None:
    """A Word document is read with all changes accepted and without its tables, and its paragraphs are numbered."""
    article = read_bytes(made_files.make_docx(), "a.docx")
    assert (article.text, article.title, article.byline) == (TEXT, HEADLINE, BYLINE)
    assert [number for _, number in article.numbers] == [1, 3, 4, 5]
    assert [article.text[start:].partition(" ")[0] for start, _ in article.numbers] == ["Ferry", "The", "Nobody", "The"]
    assert [(article.text[link.start : link.end], link.target) for link in article.links] == [("long letter", ADDRESS)]
    assert article.origin is None


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_crawl(pack: Callable[[bytes], bytes]) -> None:
    """The pages among the responses of a crawl are articles, named by their addresses, with their places in the page."""
    found = list(read_items(pack(made_files.make_warc()), "c.warc"))
    assert [one.path for one in found] == [
        f"c.warc#https://post.example/{name}" for name in ("ferry", "empty", "again")
    ]
    assert isinstance(found[1], Failure)
    for one in (found[0], found[2]):
        assert isinstance(one, Article)
        assert (one.text, one.byline) == (TEXT, BYLINE)
        assert one.origin
        assert one.origin.raw == made_files.PAGE


def test_lines() -> None:
    """Every line is an article of its own, in any format we know; a broken line does not cost the others."""
    lines = [
        made_files.LINES,
        json.dumps(json.loads(made_files.ANS)),
        "{broken",
        "",
        '"words"',
        '{"id": 7, "a": 1}',
        made_files.SUPERDESK,
    ]
    source = "\n".join(lines)
    found = list(read_items(source.encode(), "a.jsonl"))
    assert [one.path for one in found] == [f"a.jsonl#{part}" for part in ("9", "POST6", "3", "5", "7", "urn:post:5")]
    for one in (found[0], found[1], found[5]):
        assert isinstance(one, Article)
        assert one.text == TEXT
        assert one.origin
        assert one.origin.raw == source
        start = one.origin.pieces[-1].raw_start
        assert source.count("\n", 0, start) == {"9": 0, "POST6": 1}.get(one.part or "", 6)
    assert [one.reason for one in found[2:5] if isinstance(one, Failure)] == [
        "is not valid JSON (line 1: Expecting property name enclosed in double quotes)",
        "is no JSON object",
        "has no text in a field we know: name it with --field text=NAME",
    ]


def test_fields() -> None:
    """The user says in which fields the parts of an article stand; a dot leads into an object."""
    line = json.dumps(
        {"data": {"story": TEXT}, "who": {"name": BYLINE}, "top": HEADLINE, "text": "Nothing of interest."}
    )
    options = ReadingOptions(fields={"text": "data.story", "byline": "who", "title": "top"})
    article = read_bytes(line.encode(), "a.jsonl", options)
    assert (article.text, article.title, article.byline) == (TEXT, HEADLINE, BYLINE)
    with pytest.raises(ReadingError, match="has no text in the field 'story'"):
        read_bytes(line.encode(), "a.jsonl", ReadingOptions(fields={"text": "story"}))


def test_news_message() -> None:
    """The news items of a message are articles of their own; pictures among them are none."""
    item = made_files.NEWSML.partition("?>")[2]
    picture = '<newsItem guid="urn:post:p"><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>'
    source = f"<newsMessage><itemSet>{item}{picture}{item.replace('urn:post:4', 'urn:post:5')}</itemSet></newsMessage>"
    found = list(read_items(source.encode(), "message.xml"))
    assert [one.path for one in found] == ["message.xml#urn:post:4", "message.xml#urn:post:5"]


def test_feed_of_summaries() -> None:
    """An entry that has but a summary is told from one with full content."""
    source = made_files.RSS.replace(
        "</channel>", "<item><guid>2</guid><description>Short.</description></item></channel>"
    )
    found = list(read_items(source.encode(), "rss.xml"))
    assert isinstance(found[0], Article)
    assert isinstance(found[1], Failure)
    assert found[1].reason == "has no full content in the feed, only a summary"


def test_superdesk_answer() -> None:
    """The items in an answer of Superdesk's interface are articles."""
    source = json.dumps({"_items": [json.loads(made_files.SUPERDESK)], "_meta": {"total": 1}})
    assert read_bytes(source.encode(), "answer.json").text == TEXT


def test_one_of_several(tmp_path: Path) -> None:
    """FILE#PART reads one article of several; FILE alone is refused where one is wanted, with a name that would do."""
    path = tmp_path / "a.jsonl"
    path.write_text(f"{made_files.LINES}\n{json.dumps(json.loads(made_files.ANS))}\n")
    assert read_article(f"{path}#POST6").part == "POST6"
    with pytest.raises(ReadingError, match=r"holds several articles: name one of them, such as .*#9"):
        read_article(str(path))
    with pytest.raises(ReadingError, match="the file has no article of that name"):
        read_article(f"{path}#10")


def test_without_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a package is missing, the message says what to install; Markdown is still read, marks and all."""
    for package in ("docx", "markdown_it", "fastwarc.warc"):
        monkeypatch.setitem(sys.modules, package, None)
        for module in ("docx", "markdown", "warc"):
            monkeypatch.delitem(sys.modules, f"provenance.reading.formats.{module}", raising=False)
    with pytest.raises(ReadingError, match=r"needs the package docx: pip install 'provenance\[formats\]'"):
        read_bytes(made_files.make_docx(), "a.docx")
    with pytest.raises(ReadingError, match="needs the package fastwarc"):
        list(read_items(made_files.make_warc(), "a.warc"))
    monkeypatch.setattr("provenance.reading.registry.find_spec", lambda _: None)
    article = read_bytes(FILES["a.md"].encode(), "a.md")
    assert article.text == FILES["a.md"]
    assert "pip install" in article.notes[0]


def test_the_user_decides() -> None:
    """A format that the user names is read whatever the content looks like."""
    article = read_bytes(FILES["a.nitf"].encode(), "a.nitf", ReadingOptions(format="text"))
    assert article.text == FILES["a.nitf"]


def test_several_articles() -> None:
    """Several articles in a file are named after themselves; one that is not English does not cost the others."""
    german = "Der Bürgermeister sagte, dass die Fähre im Hafen bleibt, weil der Sturm nicht nachlässt und das Wetter schlecht ist."
    items = [json.loads(made_files.NINJS_1), {"uri": "urn:post:9", "headline": "Fähre", "body_text": german}]
    found = list(read_items(json.dumps([*items, items[0]]).encode(), "feed.json"))
    assert [one.path for one in found] == ["feed.json#urn:post:1", "feed.json#urn:post:9", "feed.json#urn:post:1.2"]
    assert [isinstance(one, Failure) for one in found] == [False, True, False]
    first, _, third = found
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert first.origin
    assert third.origin
    assert first.origin.pieces[-1].raw_end < third.origin.pieces[0].raw_start


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        ("<nitf><body><p>unclosed</body></nitf>", "a.nitf", "is not well-formed XML (line 1:"),
        ("<?xml version='1.0'?><svg/>", "a.xml", "is XML of a kind that is not read (<svg>)"),
        ('{"a": 1', "a.json", "is not valid JSON (line 1:"),
        ('{"a": 1}', "a.json", "is JSON of a kind that is not read"),
        ("[" * 200_000, "a.json", "nests too deeply to be read"),
        ('{"uri": "x", "versioncreated": "2026"}', "a.json", "is ninjs without body text"),
        ("<nitf>" + "<p>" * 5000 + "</p>" * 5000 + "</nitf>", "a.nitf", "nests too deeply to be read"),
        (
            '<!DOCTYPE nitf [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><nitf><body>&b;</body></nitf>',
            "a.nitf",
            "declares entities of its own, which are not read",
        ),
        ('<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf>&x;</nitf>', "a.nitf", "declares entities"),
    ],
)
def test_refused(content: str, name: str, reason: str) -> None:
    """What cannot be read is refused with the reason."""
    with pytest.raises(ReadingError) as caught:
        read_bytes(content.encode(), name)
    assert caught.value.reason.startswith(reason)
