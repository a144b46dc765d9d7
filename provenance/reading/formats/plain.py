"""Plain text: the file is the text; nothing is taken out of it."""

from collections.abc import Iterator

from provenance.reading.item import Item, RawFile


def read_items(raw: RawFile) -> Iterator[Item]:
    """Give the text as it is."""
    yield Item((raw.text,))
