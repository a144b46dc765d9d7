"""Markdown with front matter: the text as it is read, without marks."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any

import yaml
from attrs import frozen
from markdown_it import MarkdownIt
from markdown_it.token import Token

from provenance.errors import ReadingError
from provenance.reading.bodies import read_html
from provenance.reading.item import Facts, Item, RawFile, first_text
from provenance.reading.runs import Layers, Runs, build_runs

_FRONT = re.compile(
    r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.{0,65536}?)^(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors"),
    "publisher": ("publisher", "outlet", "site"),
    "source": ("info_source", "infosource", "source", "agency"),
    "credit": ("credit", "creditline", "credit_line"),
    "published": ("date", "published", "pubdate"),
    "address": ("canonical_url", "canonical", "url", "link"),
}
_WORD = re.compile(r"[^\s\"']+")
_CLOSES = {"](": ")", "][": "]"}


def read_items(raw: RawFile) -> Iterator[Item]:
    """Give the article in a file."""
    found = _FRONT.match(raw.text)
    start = found.end() if found else 0
    data = _load(found[1], found[2], raw.path) if found else {}
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    body = read_html(parser.render(raw.text[start:]))
    if not body.blocks:
        raise ReadingError(raw.path, "is Markdown without text")
    yield Item(body.blocks, _facts_of(data), body.trees, layers=Layers(raw.text, (_words_of(raw.text, start),)))


def _load(mark: str, source: str, path: str) -> Mapping[str, Any]:
    """Load front matter: YAML between dashes, TOML between plus signs."""
    try:
        data = tomllib.loads(source) if mark == "+++" else yaml.safe_load(source)
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        place = getattr(getattr(error, "problem_mark", None), "line", None)
        line = f" (line {place + 2})" if isinstance(place, int) else ""
        raise ReadingError(path, f"has front matter that cannot be read{line}") from error
    return data if isinstance(data, Mapping) else {}


def _facts_of(data: Mapping[str, Any]) -> Facts:
    lower = {str(key).lower(): value for key, value in data.items()}
    said = {field: first_text(_text(lower.get(name)) for name in names) for field, names in _NAMES.items()}
    address = said["address"]
    return Facts(
        title=said["title"],
        byline=said["byline"],
        publisher=said["publisher"],
        info_sources=(said["source"],) if said["source"] else (),
        credit=said["credit"],
        published=said["published"],
        address=address if address and address.startswith("http") else None,
    )


def _text(value: object) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    members = value if isinstance(value, list) else [value]
    names = (one.get("name") if isinstance(one, Mapping) else one for one in members)
    return ", ".join(name for name in names if isinstance(name, str)) or None


@frozen
class _Stretch:
    """The lines of the file that a block of words stands in."""

    start: int
    end: int


def _words_of(text: str, start: int) -> Runs:
    """Give the words of the file without white space: of its front matter, and of the Markdown behind without its marks."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
    lines = [start]
    for line in text[start:].split("\n"):
        lines.append(lines[-1] + len(line) + 1)
    front = ((found.group(), *found.span()) for found in _WORD.finditer(text, 0, start))
    return build_runs(chain(front, _words_in(parser.parse(text[start:]), lines, text)))


def _words_in(tokens: list[Token], lines: list[int], text: str) -> Iterator[tuple[str, int, int]]:
    place = 0
    for token in tokens:
        if token.type != "inline" or token.map is None:
            continue
        stretch = _Stretch(lines[token.map[0]], min(lines[min(token.map[1], len(lines) - 1)], len(text)))
        place = max(place, stretch.start)  # the cells of a row of a table share their line
        for child in token.children or ():
            if child.type in {"text", "code_inline", "text_special"}:
                for word, begin, end in _find(child, text, place, stretch.end):
                    yield word, begin, end
                    place = end
            elif child.type in {"link_close", "image"}:
                place = _behind_target(text, place, stretch.end)


def _find(child: Token, text: str, place: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the words of one piece with their places; a character that is escaped stands for what is written."""
    written = (
        [(child.content, child.markup)] if child.type == "text_special" else [(w, w) for w in child.content.split()]
    )
    for word, spelling in written:
        begin = text.find(spelling, place, end)
        if begin < 0:
            return
        place = begin + len(spelling)
        if word.strip():
            yield word, begin, place


def _behind_target(text: str, place: int, end: int) -> int:
    """Give the place behind the address of a link, so that no word is found in it."""
    opening = min((at for at in (text.find(mark, place, end) for mark in _CLOSES) if at >= 0), default=-1)
    if opening < 0 or text[place:opening].strip("*_`~"):
        return place
    close = text.find(_CLOSES[text[opening : opening + 2]], opening + 2, end)
    return close + 1 if close >= 0 else place
