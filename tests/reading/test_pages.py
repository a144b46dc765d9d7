"""Web pages: main text, facts, links, and broken ones."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.errors import LanguageError, ReadingError
from provenance.model.article import Article
from provenance.reading import read_bytes

FIRST = "The harbour master said on Tuesday that the ferry would stay in port because of the storm that hit the coast."
SECOND = "Nobody on the island had been told, the owner of the only hotel complained to the council in a long letter."
PARAGRAPHS = f"<p>{FIRST}</p>\n<p>{SECOND}</p>\n" * 2
HEAD = """<title>Ferry stays in port - The Island Post</title>
<link rel="canonical" href="https://post.example/news/ferry">
<meta property="og:site_name" content="The Island Post">
<meta property="article:published_time" content="2024-05-03T10:00:00Z">"""


def page(body: str, head: str = HEAD, path: str = "a.html") -> Article:
    """Read a page made of `head` and `body`."""
    return read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), path)


def test_main_text() -> None:
    """Paragraphs are kept apart by a blank line, menus are left out, and the title stands on top."""
    article = page(f"<nav><a href='/'>Home</a></nav><article>{PARAGRAPHS}</article><footer>Imprint</footer>")
    assert article.text == f"Ferry stays in port\n\n{FIRST}\n\n{SECOND}\n\n{FIRST}\n\n{SECOND}"
    assert article.extracted


def test_facts() -> None:
    """Title, outlet and date come from what the page says about itself."""
    article = page(f"<article>{PARAGRAPHS}</article>")
    assert (article.title, article.publisher) == ("Ferry stays in port", "The Island Post")
    assert article.published == "2024-05-03T10:00:00Z"


def test_facts_from_json() -> None:
    """JSON-LD is believed before meta elements and the window title, also inside a graph."""
    data = """{"@graph": [{"@type": "NewsArticle", "headline": "Ferry lost", "datePublished": "2024-06-01",
        "publisher": {"@type": "Organization", "name": "Sea News"}}]}"""
    article = page(PARAGRAPHS, f'{HEAD}<script type="application/ld+json">{data}</script>')
    assert (article.title, article.publisher, article.published) == ("Ferry lost", "Sea News", "2024-06-01")


def test_links() -> None:
    """Links in the text are found with their exact words and an absolute target; menus' links are not."""
    body = f"""<nav><a href="/ferry">ferry</a></nav><article><p>The <a href="/f?a=1&amp;b=2">ferry
        company</a> said so.</p>{PARAGRAPHS}<p>See <a href="#top">above</a> or <a href="mailto:a@b.c">write</a>.</p></article>"""
    article = page(body)
    assert [(article.text[link.start : link.end], link.target) for link in article.links] == [
        ("ferry company", "https://post.example/f?a=1&b=2"),
    ]


def test_line_breaks_part_paragraphs() -> None:
    """Pages that part paragraphs by double line breaks keep their structure."""
    assert f"{FIRST}\n\n{SECOND}" in page(f"<article>{FIRST}<br><br>{SECOND}<br><br>{FIRST}</article>").text


def test_list_items() -> None:
    """List items carry a dash."""
    body = f"<article><h1>Ferry stays in port</h1>{PARAGRAPHS}<ul><li>{FIRST}</li><li>{SECOND}</li></ul>{PARAGRAPHS}</article>"
    assert f"- {FIRST}\n\n- {SECOND}" in page(body).text


@pytest.mark.parametrize("depth", [300, 1500, 3000, 200_000])
def test_deep_pages(depth: int) -> None:
    """A page that nests beyond the parser's limit keeps its text, with a note."""
    article = page("<div>" * depth + PARAGRAPHS + "</div>" * depth + "<p>The end of the page is here.</p>")
    assert FIRST in article.text
    assert bool(article.notes) == (depth > 2000)


def test_no_external_entities() -> None:
    """Entities that a page declares are never resolved."""
    source = f"""<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa">]>
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>&x; &a; {FIRST}</p>{PARAGRAPHS}</body></html>"""
    text = read_bytes(source.encode(), "a.xhtml").text
    assert "root:" not in text
    assert "aaaa" not in text


@pytest.mark.parametrize("body", ["", "<script>var a = 1;</script>", "<!-- nothing -->", "<img src='a.png'>"])
def test_pages_without_text(body: str) -> None:
    """A page without article text is refused with that reason."""
    with pytest.raises(ReadingError, match="is a web page without article text"):
        page(body)


def test_declared_encoding() -> None:
    """The encoding that a page declares is used."""
    head = "<meta charset='windows-1251'>"
    source = f"<html><head>{head}</head><body><p>Москва — {FIRST}</p>{PARAGRAPHS}</body></html>".encode("cp1251")
    article = read_bytes(source, "a.html")
    assert article.encoding == "windows-1251"
    assert "Москва" in article.text


def test_sniffing() -> None:
    """A page is told by its first tag whatever the file is called, and text called .html without tags is text."""
    assert page(PARAGRAPHS, path="a.txt").extracted
    assert not read_bytes(FIRST.encode(), "a.html").extracted


def test_foreign_page() -> None:
    """A German page is refused by name."""
    words = "Die Regierung hat am Dienstag mitgeteilt, dass die Fähre nicht in den Hafen zurückkehren wird und das ist gut. "
    with pytest.raises(LanguageError, match="looks German"):
        page(f"<p>{words * 3}</p>" * 4)


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<a href='http://[x'>", "</a>", "<br>", "<ul>", "<li>", "<table><tr><td>", "<h1>", "</body>",
     "<script type='application/ld+json'>", "</script>", "[{", '"', "<!--", "-->", "<![CDATA[", "&#0;", "&bad;", "<html>", "text ", FIRST],
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.lists(TAGS, max_size=40))
def test_broken_pages(pieces: list[str]) -> None:
    """However broken a page is, it gives an article or a ReadingError, links lie in its text, and twice the same."""
    data = ("<html>" + "".join(pieces)).encode()
    try:
        article = read_bytes(data, "a.html")
    except ReadingError:
        return
    assert article == read_bytes(data, "a.html")
    assert all(article.text[link.start : link.end].strip() for link in article.links)


def test_heavy_libraries_are_loaded_for_pages_only() -> None:
    """Reading plain text loads neither trafilatura nor lxml."""
    code = (
        "import sys; from provenance.reading import read_text; read_text('The mayor said so.');"
        "print([name for name in ('lxml', 'trafilatura', 'charset_normalizer') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
