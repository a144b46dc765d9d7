"""Fitting text into columns: how wide it is, shortened to one line, wrapped to several."""

import textwrap
import unicodedata

_WIDE = frozenset("WF")


def measure_width(text: str) -> int:
    """Count the terminal columns `text` takes: two for wide East Asian characters, none for combining marks."""
    if text.isascii():
        return len(text)
    return sum(_column_count(char) for char in text)


def join_lines(text: str) -> str:
    """Return `text` on one line: every run of white space becomes one blank."""
    return " ".join(text.split())


def shorten(text: str, width: int, ellipsis: str = "…") -> str:
    """Return `text` on one line of at most `width` columns, cut after a word where one ends near enough."""
    text = join_lines(text)
    if measure_width(text) <= width:
        return text
    room = max(0, width - measure_width(ellipsis))
    cut = _cut(text, room)
    blank = cut.rfind(" ")
    if text[len(cut)] != " " and blank >= room * 2 // 3:
        cut = cut[:blank]
    return cut.rstrip(" .,;:-") + ellipsis


def wrap(text: str, width: int, lines: int | None = None, ellipsis: str = "…") -> list[str]:
    """Return `text` on lines of at most `width` columns; what does not fit into `lines` of them is cut off."""
    wrapped = textwrap.wrap(join_lines(text), width, break_on_hyphens=False) or [""]
    if lines is None or len(wrapped) <= lines:
        return wrapped
    return [*wrapped[: lines - 1], shorten(" ".join(wrapped[lines - 1 :]), width, ellipsis)]


def _column_count(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1


def _cut(text: str, room: int) -> str:
    """Return the longest beginning of `text` that takes at most `room` columns."""
    used = 0
    for index, char in enumerate(text):
        used += _column_count(char)
        if used > room:
            return text[:index]
    return text
