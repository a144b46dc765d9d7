"""Ninjs 1 to 3: JSON news items; items that are associated with one and have a text of their own are articles too."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from provenance.errors import ReadingError
from provenance.reading.bodies import Body, read_body
from provenance.reading.detection import objects_in
from provenance.reading.item import Facts, Item, RawFile, first_text
from provenance.reading.runs import Layers, take_escapes_off, take_markup_off

_MARKED, _PLAIN = ("body_xhtml", "body_html", "body_nitf"), ("body_text",)
_ORDER = ("html", "nitf", "plain")


def read_items(raw: RawFile) -> Iterator[Item]:
    """Give the articles in a file: one item, or a list of them."""
    layers = Layers(raw.text).add(take_escapes_off).add(take_markup_off)
    items = [item for value in objects_in(raw.json) if isinstance(value, Mapping) for item in _read_all(value, layers)]
    if not items:
        raise ReadingError(raw.path, "is ninjs without body text")
    yield from items


def _read_all(value: Mapping[str, Any], layers: Layers, depth: int = 5) -> Iterator[Item]:
    """Yield an item if it has a text, and what is associated with it."""
    item = read_ninjs(value, layers)
    if item.blocks and value.get("type") in {None, "text", "composite"}:
        yield item
    associations = value.get("associations")
    inner = associations.values() if isinstance(associations, Mapping) else associations
    for one in inner if isinstance(inner, Iterable) and depth else ():
        if isinstance(one, Mapping):
            yield from _read_all(one, layers, depth - 1)


def read_ninjs(value: Mapping[str, Any], layers: Layers) -> Item:
    """Give the article of an item; without blocks if it has no text."""
    body = read_body(_bodies_of(value))
    name = first_text((value.get("uri"), value.get("guid"), value.get("altid")))
    return Item(body.blocks, _facts_of(value), body.trees, name, layers, notes=body.notes)


def _bodies_of(value: Mapping[str, Any]) -> Iterable[Body]:
    """List the bodies of an item, the best first: marked up before plain, since links stand in it."""
    found = [
        Body(_kind_of(one), str(one["value"]))
        for one in _list(value.get("bodies"))
        if isinstance(one, Mapping) and isinstance(one.get("value"), str)
    ]
    found += [Body("html", value[key]) for key in _MARKED if isinstance(value.get(key), str)]
    found += [Body("plain", value[key]) for key in _PLAIN if isinstance(value.get(key), str)]
    return sorted(found, key=lambda body: _ORDER.index(body.kind))


def _kind_of(body: Mapping[str, Any]) -> str:
    """Tell how a body is marked up: by its content type, else by its role."""
    said = str(body.get("contenttype") or body.get("contentType") or body.get("role") or "").lower()
    return "nitf" if "nitf" in said else "html" if "html" in said else "plain"


def _facts_of(value: Mapping[str, Any]) -> Facts:
    sources = _list(value.get("infosources") or value.get("infoSources"))
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
    found = [one for one in _list(value.get("headlines")) if isinstance(one, Mapping)]
    found.sort(key=lambda one: one.get("role") not in {"main", None})
    return [one.get("value") for one in found]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _name(value: object) -> object:
    return value.get("name") if isinstance(value, Mapping) else value
