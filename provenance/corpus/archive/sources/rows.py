"""A row of a table, or an object of JSON Lines -> an article."""

from collections.abc import Mapping

from attrs import evolve

from provenance.errors import ReadingError
from provenance.model import Article
from provenance.reading import read_bytes, read_text

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "body_text", "content", "maintext"),
    "html": ("html", "body_html"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "source", "domain"),
    "published": ("published", "date", "date_publish", "versioncreated"),
    "id": ("id", "guid", "uri", "url"),
}
"""What a field is usually called, the likeliest name first; the text of an article wins over its page."""


def read_row(row: Mapping[str, object], path: str, fields: Mapping[str, str]) -> Article:
    """Make an article of a row; `fields` name the fields that are called otherwise. Raises ReadingError without text."""
    text, page = find_field(row, "text", fields), find_field(row, "html", fields)
    if text is None and page is None:
        raise ReadingError(path, f"has no text (a field named {' or '.join(_names('text', fields))})")
    article = read_text(text, path) if text is not None else read_bytes((page or "").encode(), f"{path}.html")
    return evolve(
        article,
        path=path,
        title=find_field(row, "title", fields) or article.title,
        publisher=find_field(row, "publisher", fields) or article.publisher,
        published=find_field(row, "published", fields) or article.published,
    )


def name_row(row: Mapping[str, object], path: str, place: int, fields: Mapping[str, str]) -> str:
    """Name a row by its id, else by its place in the file."""
    return f"{path}#{find_field(row, 'id', fields) or place}"


def find_field(row: Mapping[str, object], what: str, fields: Mapping[str, str]) -> str | None:
    """Return the first field that holds something, as text."""
    found = (row.get(name) for name in _names(what, fields))
    return next((str(value) for value in found if value not in (None, "")), None)


def _names(what: str, fields: Mapping[str, str]) -> tuple[str, ...]:
    return (fields[what],) if what in fields else NAMES[what]
