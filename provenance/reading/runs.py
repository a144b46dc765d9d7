"""Text taken out of markup or out of escapes, with the place of each of its characters."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from json import loads

from attrs import evolve, field, frozen

INVISIBLE = "\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
"""Characters without a width of their own; in a character class."""
MOST_MAPPED = 8_000_000
"""In files with more characters the places of words are not looked for."""
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});"
_MARKUP = re.compile(
    rf"(?P<comment><!--)|(?P<silent><(?:script|style)\b)|(?P<tag><!\[CDATA\[|\]\]>|<[/!?a-zA-Z][^<>]*>)|(?P<entity>{_ENTITY})"
    rf"|(?P<words>[^<&\]\s{INVISIBLE}]+|[<&\]])",
    re.IGNORECASE,
)
_XML = re.compile(rf"(?P<comment><!--)|(?P<data><!\[CDATA\[)|(?P<tag><[/!?a-zA-Z][^<>]*>)|(?P<entity>{_ENTITY})")
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\[\"\\/bfnrt]")
_SILENT_END = re.compile(r"</(?:script|style)\s*>", re.IGNORECASE)


@frozen(eq=False, repr=False)
class Runs:
    """`text` made of runs: run i begins at `starts[i]` and stands in the text below at `raws[i]` (start, end)."""

    text: str
    starts: list[int]
    raws: list[tuple[int, int]]

    def raw_of(self, start: int, end: int) -> tuple[int, int]:
        """Give where `text[start:end]` stands in the text below; not empty."""
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1) - 1
        return self._begin(first, start), self._end(last, end)

    def _begin(self, run: int, place: int) -> int:
        raw_start, _ = self.raws[run]
        return raw_start + (place - self.starts[run] if self._is_exact(run) else 0)

    def _end(self, run: int, place: int) -> int:
        raw_start, raw_end = self.raws[run]
        return raw_start + place - self.starts[run] if self._is_exact(run) else raw_end

    def _is_exact(self, run: int) -> bool:
        raw_start, raw_end = self.raws[run]
        following = self.starts[run + 1] if run + 1 < len(self.starts) else len(self.text)
        return following - self.starts[run] == raw_end - raw_start


@frozen(eq=False, repr=False)
class Layers:
    """Runs over runs over a file: escapes taken off first, markup last."""

    raw: str
    runs: tuple[Runs, ...] = ()
    offset: int = 0
    """Where `raw` begins in the whole file."""
    file: str | None = field(default=None, repr=False)
    """The whole file; None if `raw` is all of it."""

    @property
    def whole(self) -> str:
        """The whole file."""
        return self.raw if self.file is None else self.file

    @property
    def text(self) -> str:
        """The text that is left when all layers are off."""
        return self.runs[-1].text if self.runs else self.raw

    def add(self, take_off: Callable[[str], Runs]) -> "Layers":
        """Take one more layer off; of a text that is too long none, which would fill the memory."""
        if len(self.raw) > MOST_MAPPED:
            return self
        return evolve(self, runs=(*self.runs, take_off(self.text)))

    def raw_of(self, start: int, end: int) -> tuple[int, int]:
        """Give where `text[start:end]` stands in the file; not empty."""
        for runs in reversed(self.runs):
            start, end = runs.raw_of(start, end)
        return start + self.offset, end + self.offset


def build_runs(pieces: Iterable[tuple[str, int, int]]) -> Runs:
    """Put runs together from (words, start, end) in order."""
    parts: list[str] = []
    starts: list[int] = []
    raws: list[tuple[int, int]] = []
    length = 0
    for words, start, end in pieces:
        if words:
            parts.append(words)
            starts.append(length)
            raws.append((start, end))
            length += len(words)
    return Runs("".join(parts), starts, raws)


def take_markup_off(text: str) -> Runs:
    """Leave the words of HTML or XML, run together without any white space, so that layout does not matter."""
    return build_runs(_bare_words(text))


def take_xml_off(text: str) -> Runs:
    """Leave what the elements of an XML file hold, entities resolved and CDATA opened, so that HTML within comes out."""
    return build_runs(_held(text))


def take_escapes_off(text: str) -> Runs:
    """Leave JSON with the escapes of its strings resolved."""
    return build_runs(_unescaped(text))


def _bare_words(text: str) -> Iterator[tuple[str, int, int]]:
    place, size = 0, len(text)
    ends = _Ends(text)
    while place < size and (found := _MARKUP.search(text, place)):
        place = found.end()
        match found.lastgroup:
            case "comment":
                place = ends.behind("-->", place)
            case "silent":
                place = ends.behind_silent(place)
            case "entity":
                decoded = unescape(found.group())
                yield "" if decoded.isspace() else decoded, *found.span()
            case "words":
                yield found.group(), *found.span()


def _held(text: str) -> Iterator[tuple[str, int, int]]:
    place = 0
    ends = _Ends(text)
    while found := _XML.search(text, place):
        yield text[place : found.start()], place, found.start()
        place = found.end()
        match found.lastgroup:
            case "comment":
                place = ends.behind("-->", place)
            case "data":
                behind = ends.behind("]]>", place)
                closed = behind - 3 if text.startswith("]]>", behind - 3) else behind
                yield text[place:closed], place, closed
                place = behind
            case "entity":
                yield unescape(found.group()), *found.span()
    yield text[place:], place, len(text)


def _unescaped(text: str) -> Iterator[tuple[str, int, int]]:
    place = 0
    for found in _ESCAPE.finditer(text):
        yield text[place : found.start()], place, found.start()
        yield loads(f'"{found.group()}"'), *found.span()
        place = found.end()
    yield text[place:], place, len(text)


class _Ends:
    """Finds what closes a stretch; a close that is missing once is not looked for again, which would take for ever."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._missing: set[str] = set()

    def behind(self, close: str, place: int) -> int:
        """Give the place behind the next `close`, or `place` if there is none."""
        found = -1 if close in self._missing else self._text.find(close, place)
        if found < 0:
            self._missing.add(close)
            return place
        return found + len(close)

    def behind_silent(self, place: int) -> int:
        """Give the place behind the end of a script or a style sheet."""
        found = None if "silent" in self._missing else _SILENT_END.search(self._text, place)
        if found is None:
            self._missing.add("silent")
            return place
        return found.end()
