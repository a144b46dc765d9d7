"""Tells what kind of article a JSON object is."""

from collections.abc import Mapping

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
    "publisher": ("publisher", "outlet", "site_name", "source_name"),
    "source": ("info_source", "infosource", "agency"),
    "credit": ("credit", "creditline", "credit_line"),
    "published": ("published", "date", "datePublished", "date_published", "published_at", "pubDate"),
    "address": ("url", "link", "address"),
    "id": ("id", "_id", "guid", "uri", "url"),
}
"""Under which names we look for what, unless the user names a field."""


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
