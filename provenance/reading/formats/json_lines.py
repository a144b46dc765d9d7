"""JSON Lines: an article a line; a line in a format that we know is read as such, any other by the names of its fields."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve

from provenance.errors import ReadingError
from provenance.reading.bodies import Body, Markup, read_body
from provenance.reading.formats import ans, ninjs, superdesk
from provenance.reading.item import Facts, Item, RawFile, load_json, strip_tags
from provenance.reading.json_files import ReadObject, json_layers, objects_in
from provenance.reading.json_shapes import find_field, shape_of, values_in
from provenance.reading.runs import Layers

_SHAPES: Mapping[str | None, ReadObject] = {
    "ans": ans.read_object,
    "ninjs": ninjs.read_object,
    "superdesk": superdesk.read_object,
}
_NO_TEXT = "has no text in a field we know: name it with --field text=NAME"


def read_items(raw: RawFile) -> Iterator[Item]:
    """Give the article of every line, or of every object of a file that is one JSON value."""
    try:
        values = objects_in(raw.json)
    except ReadingError:
        yield from _read_lines(raw)
        return
    layers = json_layers(Layers(raw.text))
    for value in values:
        yield from _read_value(value, raw, layers)


def _read_lines(raw: RawFile) -> Iterator[Item]:
    place = 0
    for number, line in enumerate(raw.text.split("\n"), 1):
        if line.strip("\ufeff \t\r"):
            for item in _read_line(line, place, raw):
                yield item if item.name else evolve(item, name=str(number))
        place += len(line) + 1


def _read_line(line: str, place: int, raw: RawFile) -> Iterable[Item]:
    try:
        value = load_json(line, raw.path)
    except ReadingError as error:
        return [Item(error=error.reason)]
    return _read_value(value, raw, json_layers(Layers(line, offset=place, file=raw.text)))


def _read_value(value: object, raw: RawFile, layers: Layers) -> Iterable[Item]:
    """Read one value; what it lacks is said in its place."""
    if not isinstance(value, Mapping):
        return [Item(error="is no JSON object")]
    shape = shape_of(value, raw.fields)
    if shape in _SHAPES:
        items = [item for item in _SHAPES[shape](value, layers) if item.blocks]
        return items or [Item(error=f"is {shape} without body text")]
    return [_read_fields(value, raw.fields, layers)]


def _read_fields(value: Mapping[str, Any], fields: Mapping[str, str], layers: Layers) -> Item:
    body = read_body(_bodies_of(value, fields))
    if not body.blocks:
        wanted = fields.get("text") or fields.get("html")
        return Item(
            name=find_field(value, fields, "id"), error=f"has no text in the field '{wanted}'" if wanted else _NO_TEXT
        )
    source = find_field(value, fields, "source")
    facts = Facts(
        title=strip_tags(find_field(value, fields, "title")),
        byline=find_field(value, fields, "byline"),
        publisher=find_field(value, fields, "publisher"),
        info_sources=(source,) if source else (),
        credit=find_field(value, fields, "credit"),
        published=find_field(value, fields, "published"),
        address=find_field(value, fields, "address"),
    )
    return Item(body.blocks, facts, body.trees, find_field(value, fields, "id"), layers, notes=body.notes)


def _bodies_of(value: Mapping[str, Any], fields: Mapping[str, str]) -> Iterator[Body]:
    """Yield the texts under the names of HTML, then those under the names of plain text, which may be HTML too."""
    for name in ("html", "text"):
        for found in values_in(value, fields, name):
            if isinstance(found, str):
                marked = name == "html" or "<p>" in found or "<p " in found
                yield Body(Markup.HTML if marked else Markup.PLAIN, found)
