"""Examples of rules: plain text with `{tag:...}` around the words that matter."""

import re

from provenance.model import Span
from provenance.rulebook.schema import TaggedText

_MARK = re.compile(r"\\([{}\\])|\{([a-z][a-z0-9_-]*):|[{}]")
"""An escaped brace or backslash, the opening of a tag, or a brace that is neither."""


def parse_tagged(marked: str) -> TaggedText:
    r"""Take the tags out of `marked`; tags may nest, and `\{` stands for a brace that is none.

    Raise ValueError with a reason where a brace opens no tag or closes none.
    """
    text: list[str] = []
    spans: list[tuple[str, Span]] = []
    opened: list[tuple[str, int]] = []
    done = length = 0
    for mark in _MARK.finditer(marked):
        literal = marked[done : mark.start()] + (mark[1] or "")
        text.append(literal)
        length += len(literal)
        done = mark.end()
        if mark[2]:
            opened.append((mark[2], length))
        elif not mark[1]:
            spans.append(_close(mark, opened, length))
    if opened:
        msg = f"the tag '{opened[-1][0]}' is never closed"
        raise ValueError(msg)
    text.append(marked[done:])
    return TaggedText("".join(text), tuple(sorted(spans, key=lambda tagged: (tagged[1].start, -tagged[1].end))))


def _close(brace: re.Match[str], opened: list[tuple[str, int]], position: int) -> tuple[str, Span]:
    """Give the tag that `brace` closes at `position` of the plain text; ValueError if it closes none or holds nothing."""
    if brace[0] == "{":
        msg = f"'{{' at {brace.start()} opens no tag; write '\\{{' for a brace"
        raise ValueError(msg)
    if not opened:
        msg = f"'}}' at {brace.start()} closes no tag; write '\\}}' for a brace"
        raise ValueError(msg)
    name, start = opened.pop()
    if start == position:
        msg = f"the tag '{name}' is empty"
        raise ValueError(msg)
    return name, Span(start, position)
