"""Paragraphs, lines and columns."""

from provenance.listing.places import Place, read_places
from provenance.model import Article, AuditResult, Parse, Span


def test_lines_and_columns_count_from_one() -> None:
    """CR LF, LF and a lone CR each end one line, and columns count code points from one."""
    places = read_places(Parse(Article("ab\r\ncd\nef\rgh")))
    assert [(places.place_of(at).line, places.place_of(at).column) for at in (0, 4, 7, 11)] == [
        (1, 1), (2, 1), (3, 1), (4, 2),
    ]  # fmt: skip


def test_paragraphs_and_headline(made_result: AuditResult) -> None:
    """Body paragraphs count from one, and the headline is none of them."""
    places = read_places(made_result.parse)
    text = made_result.article.text
    assert places.place_of(0) == Place(1, 1, None, headline=True)
    assert places.place_of(text.index("The fund")) == Place(3, 1, 1, headline=False)
    assert places.place_of(text.index("“It will")).paragraph == 3


def test_between_paragraphs() -> None:
    """What stands between two paragraphs belongs to neither."""
    places = read_places(Parse(Article("a\n\nb"), paragraphs=(Span(0, 1), Span(3, 4))))
    assert [places.place_of(at).paragraph for at in range(4)] == [1, None, None, 2]
