"""From what a reader of a format gives to articles: text, links, and where its words stand in the file."""

from collections.abc import Iterable, Iterator

from provenance.errors import ReadingError
from provenance.model import Failure
from provenance.model.article import Article, Link, Origin
from provenance.reading.acceptance import refuse_other_languages, refuse_too_long
from provenance.reading.item import Item, RawFile, compose, even
from provenance.reading.likeness import find_doubt
from provenance.reading.page_links import find_links
from provenance.reading.places import find_origin
from provenance.reading.registry import FORMATS
from provenance.reading.runs import Layers, drop_invisible


class Extraction:
    """Makes articles of the items of one file, in their order."""

    def __init__(self, raw: RawFile, name: str) -> None:
        self._raw, self._name = raw, name
        self._layers: Layers | None = None
        self._after = 0
        self._parts: dict[str, int] = {}

    def make_all(self, items: Iterable[Item]) -> Iterator[Article | Failure]:
        """Make articles of items, each with a part of its own in its path."""
        for number, item in enumerate(items, 1):
            part = self._part_of(item, number)
            try:
                yield self.make_article(item, part)
            except ReadingError as error:
                yield Failure(error.path, error.reason)

    def make_article(self, item: Item, part: str | None) -> Article:
        """Make the article of one item; raise ReadingError if there is none in it."""
        path = self._raw.path if part is None else f"{self._raw.path}#{part}"
        blocks = tuple(filter(None, map(drop_invisible, item.blocks)))
        if item.error or not blocks:
            raise ReadingError(path, item.error or "has no text")
        title = even(drop_invisible(item.facts.title or ""))
        text = compose(title, blocks)
        refuse_too_long(text, path)
        refuse_other_languages(text, path)
        binary, facts = FORMATS[self._name].binary, item.facts
        notes = (None if binary else self._raw.decoded.note, *item.notes, find_doubt(text))
        return Article(
            text=text,
            path=path,
            title=title,
            publisher=facts.publisher,
            published=facts.published,
            encoding="utf-8" if binary else self._raw.decoded.encoding,
            extracted=True,
            links=_links_of(item, text),
            notes=tuple(note for note in notes if note),
            format=self._name,
            byline=facts.byline,
            credit=facts.credit,
            info_sources=facts.info_sources,
            address=facts.address,
            part=part,
            origin=self._origin_of(item, text),
            numbers=_numbers_of(item, text, len(blocks)),
        )

    def _part_of(self, item: Item, number: int) -> str:
        """Give the name of an item among others: its own, made different where two are called the same."""
        name = item.name or str(number)
        self._parts[name] = self._parts.get(name, 0) + 1
        return name if self._parts[name] == 1 else f"{name}.{self._parts[name]}"

    def _origin_of(self, item: Item, text: str) -> Origin | None:
        """Find the words of an item in the file, behind those of the item before it."""
        if item.layers is None or not item.layers.runs:
            return None
        after = self._after if item.layers is self._layers else 0
        origin, self._after = find_origin(text, item.layers, after)
        self._layers = item.layers
        return origin


def _links_of(item: Item, text: str) -> tuple[Link, ...]:
    found = {link.start: link for tree in item.trees for link in find_links(tree, text, item.facts.address)}
    return tuple(found[start] for start in sorted(found))


def _numbers_of(item: Item, text: str, blocks: int) -> tuple[tuple[int, int], ...]:
    """Give where each paragraph of the file begins in the text; a title put above them has none."""
    if len(item.numbers) != blocks:
        return ()
    starts = [0]
    for block in text.split("\n\n"):
        starts.append(starts[-1] + len(block) + 2)
    return tuple(zip(starts[-1 - blocks : -1], item.numbers, strict=True))
