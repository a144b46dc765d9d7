"""ANS, the format of Arc XP: stories, alone or in a list of results."""

from collections.abc import Iterator, Mapping
from typing import Any

from provenance.reading.bodies import read_html
from provenance.reading.item import Facts, Item, RawFile, first_text, strip_tags
from provenance.reading.json_files import inner, list_in, read_all
from provenance.reading.runs import Layers

_TEXTS = frozenset({"text", "header", "correction", "endorsement"})
_STAFF = "staff"
_DEEPEST = 8


def read_items(raw: RawFile) -> Iterator[Item]:
    """Give the stories of a file that have a text."""
    return read_all(raw, read_object, "ANS")


def read_object(value: Mapping[str, Any], layers: Layers) -> Iterator[Item]:
    """Give the article of a story, or those of a list of results; without blocks where there is no text."""
    held = [one for one in list_in(value.get("content_elements")) if _is_story(one)]
    for story in held or [value]:
        yield _read_story(story, layers)


def _is_story(value: object) -> bool:
    return isinstance(value, Mapping) and isinstance(value.get("content_elements"), list) and "headlines" in value


def _read_story(story: Mapping[str, Any], layers: Layers) -> Item:
    parts = "\n".join(_html_of(story.get("content_elements"), _DEEPEST))
    body = read_html(parts) if parts else None
    name = first_text((story.get("_id"), story.get("canonical_url")))
    return Item(body.blocks if body else (), _facts_of(story), body.trees if body else (), name, layers)


def _html_of(elements: object, depth: int) -> Iterator[str]:
    """Yield the elements of a story as HTML, one paragraph or list item each; pictures and embeds hold no text of it."""
    for element in list_in(elements) if depth else ():
        if not isinstance(element, Mapping):
            continue
        kind, content = element.get("type"), element.get("content")
        if kind in _TEXTS and isinstance(content, str):
            yield f"<p>{content}</p>"
        elif kind == "raw_html" and isinstance(content, str) and "<p" in content:
            yield content
        elif kind == "quote":
            yield from _quote(element, depth)
        elif kind == "list":
            yield from (
                part.replace("<p>", "<li>").replace("</p>", "</li>")
                for part in _html_of(element.get("items"), depth - 1)
            )
        elif kind == "element_group":
            yield from _html_of(element.get("content_elements"), depth - 1)


def _quote(element: Mapping[str, Any], depth: int) -> Iterator[str]:
    yield from _html_of(element.get("content_elements"), depth - 1)
    citation = element.get("citation")
    if isinstance(citation, Mapping) and isinstance(citation.get("content"), str):
        yield f"<p>{citation['content']}</p>"


def _facts_of(story: Mapping[str, Any]) -> Facts:
    return Facts(
        title=strip_tags(first_text((inner(story, "headlines", "basic"), inner(story, "headlines", "web")))),
        byline=_byline_of(story),
        publisher=first_text((inner(story, "owner", "name"), inner(story, "publisher", "name"))),
        info_sources=tuple(dict.fromkeys(_sources_of(story))),
        credit=first_text((story.get("credit_line"), inner(story, "copyright"))),
        published=first_text(
            story.get(key) for key in ("first_publish_date", "display_date", "publish_date", "created_date")
        ),
        address=_address_of(story),
    )


def _sources_of(story: Mapping[str, Any]) -> Iterator[str]:
    """Yield who supplied the story, unless the house's own staff did."""
    for key, kind in (("distributor", "category"), ("source", "source_type")):
        name = first_text([inner(story, key, "name")])
        if name and str(inner(story, key, kind) or "").lower() not in {_STAFF, ""}:
            yield name


def _byline_of(story: Mapping[str, Any]) -> str | None:
    credits_ = story.get("credits")
    writers = list_in(credits_.get("by")) if isinstance(credits_, Mapping) else []
    names = [first_text((one.get("name"), one.get("byline"))) for one in writers if isinstance(one, Mapping)]
    return ", ".join(filter(None, names)) or None


def _address_of(story: Mapping[str, Any]) -> str | None:
    """Give the canonical address, absolute where the story says on which site it stands."""
    path, site = first_text([story.get("canonical_url")]), first_text([story.get("website_url")])
    if path and path.startswith("/") and site and site.startswith("http"):
        return site.rstrip("/") + path
    return path if path and path.startswith("http") else None
