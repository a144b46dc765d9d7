"""JSON that lists articles: an object, a list of them, or the answer of an interface with a list in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from provenance.errors import ReadingError
from provenance.reading.item import Item, RawFile
from provenance.reading.runs import Layers, take_escapes_off, take_markup_off

ReadObject = Callable[[Mapping[str, Any], Layers], Iterable[Item]]
"""What a module of a JSON format has under the name `read_object`: the articles with a text in one object."""
_LISTS = ("_items", "items")


def read_all(raw: RawFile, read_object: ReadObject, name: str) -> Iterator[Item]:
    """Give the articles of a file; raise ReadingError if none of its objects has a text. `name` is the format's."""
    layers = json_layers(Layers(raw.text))
    objects = (value for value in objects_in(raw.json) if isinstance(value, Mapping))
    items = (item for value in objects for item in read_object(value, layers) if item.blocks)
    first = next(items, None)
    if first is None:
        raise ReadingError(raw.path, f"is {name} without body text")
    yield first
    yield from items


def json_layers(layers: Layers) -> Layers:
    """Take escapes and markup off JSON."""
    return layers.add(take_escapes_off).add(take_markup_off)


def objects_in(value: object) -> Iterator[object]:
    """Yield the objects that a JSON file lists."""
    if isinstance(value, Mapping):
        lists = [value[key] for key in _LISTS if isinstance(value.get(key), list)]
        value = lists[0] if lists and "uri" not in value and "headline" not in value else [value]
    yield from value if isinstance(value, list) else [value]


def list_in(value: object) -> list[Any]:
    """Give a list; an empty one for anything else."""
    return value if isinstance(value, list) else []


def inner(value: object, *keys: str) -> object:
    """Give what stands in an object within objects; None if there is no such thing."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value
