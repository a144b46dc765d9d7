"""Every format: the text, what is said about it, its links, and where its words stand in the file."""

import json

import pytest

from provenance.cli.parser import INPUTS
from provenance.errors import ReadingError
from provenance.model import Failure
from provenance.model.article import Article
from provenance.reading import FORMATS, ReadingOptions, read_bytes, read_items
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
        ('{"uri": "x", "headline": "H"}', "a.json", "is ninjs without body text"),
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
