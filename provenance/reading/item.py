"""What a reader of a format gives: an article before anybody looked at its words."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING, Any

from attrs import asdict, evolve, field, frozen

from provenance.errors import ReadingError
from provenance.reading.decoding import Decoded, decode
from provenance.reading.markup import declared_encoding
from provenance.reading.runs import Layers

if TYPE_CHECKING:
    from lxml import etree  # plain text is read without it

_INVISIBLE = "\ufeff\u200b\u2060"
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
SAME_TITLE_WITHIN = 3
"""A title that is among so many first blocks is not put above them once more."""


@frozen(eq=False, repr=False)
class Facts:
    """What a file says about an article; names as the file has them."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    info_sources: tuple[str, ...] = ()
    credit: str | None = None
    published: str | None = None
    address: str | None = None

    def or_else(self, other: "Facts") -> "Facts":
        """Give these facts, those of `other` where nothing is said."""
        mine = asdict(self)
        return evolve(other, **{name: value for name, value in mine.items() if value})


@frozen(eq=False, repr=False)
class Item:
    """The blocks of an article, what the file says about it, and the trees in which its links stand.

    `name` tells it apart from others in the file. `layers` hold the bare words of the file, or of the item's part of it.
    `numbers` are the paragraphs of the file that the blocks are made of. `error` says why there is no article.
    """

    blocks: tuple[str, ...] = ()
    facts: Facts = field(factory=Facts)
    trees: tuple["etree._Element", ...] = ()
    name: str | None = None
    layers: Layers | None = None
    numbers: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    error: str | None = None


@frozen(eq=False, repr=False)
class RawFile:
    """A file as it came: its path and its bytes; `fields` say under which names JSON has what we look for."""

    path: str
    data: bytes
    fields: Mapping[str, str] = field(factory=dict)

    @cached_property
    def decoded(self) -> Decoded:
        """The text of the file with its encoding; raises ReadingError if it is no text."""
        decoded = decode(self.data, self.path, declared_encoding(self.data))
        if not decoded.text.strip().strip(_INVISIBLE).strip():
            raise ReadingError(self.path, "is empty")
        return decoded

    @property
    def text(self) -> str:
        """The text of the file; raises ReadingError if it has none."""
        return self.decoded.text

    @cached_property
    def json(self) -> Any:  # noqa: ANN401 - JSON is anything
        """The JSON in the file; raises ReadingError if it is none."""
        return load_json(self.text, self.path)


ReadItems = Callable[[RawFile], Iterable[Item]]
"""What a module of a format has under the name `read_items`; raises ReadingError if the file as a whole cannot be read."""


def compose(title: str | None, blocks: tuple[str, ...]) -> str:
    """Put the title above the blocks unless it stands there, and a blank line between them all."""
    if not blocks:
        return ""
    heads = [block.casefold() for block in blocks[:SAME_TITLE_WITHIN]]
    above = [title] if title and title.casefold() not in heads else []
    return "\n\n".join([*above, *blocks])


def even(text: str | None) -> str | None:
    """Even out white space; None if nothing is left."""
    return " ".join((text or "").split()) or None


def strip_tags(text: str | None) -> str | None:
    """Take tags and entities out of a line such as a headline; None if nothing is left."""
    return even(unescape(_TAG.sub("", text))) if text and ("<" in text or "&" in text) else text


def first_text(values: Iterable[object]) -> str | None:
    """Give the first of some values that is a text and holds something, white space evened out."""
    texts: Iterator[str | None] = (even(value) for value in values if isinstance(value, str))
    return next(filter(None, texts), None)


def load_json(text: str, path: str) -> Any:  # noqa: ANN401 - as above
    """Load JSON; raise ReadingError if it is none."""
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except RecursionError as error:
        raise ReadingError(path, "nests too deeply to be read") from error
    except json.JSONDecodeError as error:
        raise ReadingError(path, f"is not valid JSON (line {error.lineno}: {error.msg})") from error
    except ValueError as error:
        raise ReadingError(path, "is not valid JSON (a number is too long)") from error
