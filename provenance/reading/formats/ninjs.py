"""Ninjs 1 to 3: JSON news items; items that are associated with one and have a text of their own are articles too."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from provenance.reading.bodies import Body, Markup, read_body
from provenance.reading.item import Facts, Item, RawFile, first_text
from provenance.reading.json_files import list_in, read_all
from provenance.reading.runs import Layers

_MARKED, _PLAIN = ("body_xhtml", "body_html", "body_nitf"), ("body_text",)
_TYPES = (None, "text", "composite")
_DEEPEST = 5
_BY_WORTH = list(Markup)


def read_items(raw: RawFile) -> Iterator[Item]:
    """Give the articles in a file: one item, or a list of them."""
    return read_all(raw, read_object, "ninjs")


def read_object(value: Mapping[str, Any], layers: Layers, depth: int = _DEEPEST) -> Iterator[Item]:
    """Yield the article of an item if it is text, and those of what is associated with it; without blocks if empty."""
    if value.get("type") in _TYPES:
        yield read_ninjs(value, layers)
    associations = value.get("associations")
    inside = associations.values() if isinstance(associations, Mapping) else list_in(associations)
    for one in inside if depth else ():
        if isinstance(one, Mapping):
            yield from read_object(one, layers, depth - 1)


def read_ninjs(value: Mapping[str, Any], layers: Layers) -> Item:
    """Give the article of an item; without blocks if it has no text."""
    body = read_body(_bodies_of(value))
    name = first_text((value.get("uri"), value.get("guid"), value.get("altid")))
    return Item(body.blocks, _facts_of(value), body.trees, name, layers, notes=body.notes)


def _bodies_of(value: Mapping[str, Any]) -> Iterable[Body]:
    """List the bodies of an item, the best first: marked up before plain, since links stand in it."""
    found = [
        Body(_markup_of(one), str(one["value"]))
        for one in list_in(value.get("bodies"))
        if isinstance(one, Mapping) and isinstance(one.get("value"), str)
    ]
    found += [Body(Markup.HTML, value[key]) for key in _MARKED if isinstance(value.get(key), str)]
    found += [Body(Markup.PLAIN, value[key]) for key in _PLAIN if isinstance(value.get(key), str)]
    return sorted(found, key=lambda body: _BY_WORTH.index(body.markup))


def _markup_of(body: Mapping[str, Any]) -> Markup:
    """Tell how a body is marked up: by its content type, else by its role."""
    said = str(body.get("contenttype") or body.get("contentType") or body.get("role") or "").lower()
    return next((markup for markup in (Markup.NITF, Markup.HTML) if markup in said), Markup.PLAIN)


def _facts_of(value: Mapping[str, Any]) -> Facts:
    sources = list_in(value.get("infosources") or value.get("infoSources"))
    names = (first_text([one.get("name"), one.get("literal")]) for one in sources if isinstance(one, Mapping))
    return Facts(
        title=first_text((value.get("headline"), *_headlines(value), value.get("title"))),
        byline=first_text((value.get("byline"), value.get("by"))),
        publisher=first_text(
            (value.get("copyrightholder"), value.get("copyrightHolder"), _name(value.get("provider")))
        ),
        info_sources=tuple(filter(None, (*names, first_text([value.get("source")])))),
        credit=first_text((value.get("creditline"), value.get("creditLine"))),
        published=first_text(
            value.get(key)
            for key in (
                "firstcreated",
                "firstCreated",
                "contentcreated",
                "contentCreated",
                "versioncreated",
                "versionCreated",
            )
        ),
        address=first_text(value.get(key) for key in ("url", "uri") if str(value.get(key)).startswith("http")),
    )


def _headlines(value: Mapping[str, Any]) -> list[object]:
    """List the headlines, the main one first."""
    found = [one for one in list_in(value.get("headlines")) if isinstance(one, Mapping)]
    found.sort(key=lambda one: one.get("role") not in {"main", None})
    return [one.get("value") for one in found]


def _name(value: object) -> object:
    return value.get("name") if isinstance(value, Mapping) else value
