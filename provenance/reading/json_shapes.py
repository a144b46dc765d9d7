"""Tells what kind of article a JSON object is, and what stands in its fields."""

from collections.abc import Iterator, Mapping
from typing import Any

from provenance.reading.item import first_text
from provenance.reading.json_files import inner

_NINJS = frozenset(
    "headlines bodies body_text body_html body_xhtml standard versioncreated versionCreated associations".split()
)
_SUPERDESK = frozenset(
    "_id family_id item_id unique_name unique_id anpa_category original_creator original_source task state operation "
    "sign_off ingest_provider _current_version".split()
)
FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "articleBody", "article_body", "body_text", "maintext"),
    "html": ("html", "body_html", "content_html"),
    "title": ("title", "headline", "name"),
    "byline": ("byline", "author", "authors", "creator"),
    "publisher": ("publisher", "outlet", "site_name", "source_name", "source", "domain"),
    "source": ("info_source", "infosource", "agency"),
    "credit": ("credit", "creditline", "credit_line"),
    "published": (
        "published",
        "date",
        "datePublished",
        "date_published",
        "published_at",
        "pubDate",
        "date_publish",
        "versioncreated",
    ),
    "address": ("url", "link", "address"),
    "id": ("id", "_id", "guid", "uri", "url"),
}
"""Under which names we look for what, unless the user names a field."""
_BODIES = frozenset({"text", "html"})
"""A body that the user names is the only one that is looked for."""


def shape_of(item: object, fields: Mapping[str, str]) -> str | None:
    """Give the format of a JSON object; None if it is no article that we know. Fields that the user names go first."""
    if not isinstance(item, Mapping):
        return None
    if fields:
        return "jsonl"
    if isinstance(item.get("content_elements"), list):
        return "ans"
    if isinstance(item.get("body_html"), str) and not _SUPERDESK.isdisjoint(item):
        return "superdesk"
    if ("uri" in item or "guid" in item) and not _NINJS.isdisjoint(item):
        return "ninjs"
    texts = (item.get(name) for name in (*FIELDS["html"], *FIELDS["text"]))
    return "jsonl" if any(isinstance(text, str) and " " in text for text in texts) else None


def find_field(value: Mapping[str, Any], fields: Mapping[str, str], name: str) -> str | None:
    """Give a field as text: names and numbers too, and the members of a list one after the other."""
    for found in values_in(value, fields, name):
        members = found if isinstance(found, list) else [found]
        texts = (
            str(one.get("name") or "") if isinstance(one, Mapping) else str(one) for one in members if one is not None
        )
        text = first_text([", ".join(filter(None, texts))])
        if text:
            return text
    return None


def values_in(value: Mapping[str, Any], fields: Mapping[str, str], name: str) -> Iterator[object]:
    """Yield what stands in the field that the user names, else in those that we know; a dot leads into an object."""
    for path in _paths_of(name, fields):
        yield value[path] if path in value else inner(value, *path.split("."))


def _paths_of(name: str, fields: Mapping[str, str]) -> tuple[str, ...]:
    if name in fields:
        return (fields[name],)
    return () if name in _BODIES and not _BODIES.isdisjoint(fields) else FIELDS[name]
