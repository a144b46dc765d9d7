"""From text to paragraphs: which lines belong together.

Three habits occur in news files: a blank line between paragraphs; a paragraph a line; lines wrapped at a fixed width.
Lines are joined only where the text is wrapped, or where a line plainly goes on in the next.
"""

import re
from itertools import pairwise

from provenance.text.prefixes import LIST_MARK

WIDEST_WRAP = 100
"""No line of a hard-wrapped text is longer."""
NARROWEST_WRAP = 40
_STOP = ".!?:;\"”’'»)…"

Line = tuple[int, int, int]
"""Start, end (without surrounding white space) and the number of blank lines before it."""


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Find where the paragraphs of `text` start and end. Everything outside them is white space (or a byte order mark)."""
    lines = _find_lines(text)
    width = _wrap_width(text, lines)
    paragraphs: list[tuple[int, int]] = []
    for number, (start, end, blanks) in enumerate(lines):
        if number and not blanks and _goes_on(text, lines[number - 1], start, width):
            paragraphs[-1] = (paragraphs[-1][0], end)
        else:
            paragraphs.append((start, end))
    return paragraphs


def _find_lines(text: str) -> list[Line]:
    """Find the lines of `text` that hold more than white space."""
    lines: list[Line] = []
    offset = blanks = 0
    for raw in text.splitlines(keepends=True):
        line = raw.lstrip(_SPACE) if raw[0] in _SPACE else raw
        start = offset + len(raw) - len(line)
        offset += len(raw)
        line = line.rstrip(_SPACE)
        if line:
            lines.append((start, start + len(line), blanks))
            blanks = 0
        else:
            blanks += 1
    return lines


def _goes_on(text: str, line: Line, start: int, width: int) -> bool:
    """Whether the paragraph of `line` goes on in the line that follows it directly, at `start`."""
    if LIST_MARK.match(text, start):
        return False
    if width and _is_full(text, line, start, width):
        return True
    return text[start].islower() and text[line[1] - 1] not in _STOP


def _is_full(text: str, line: Line, start: int, width: int) -> bool:
    """Whether the first word at `start` would not have fitted into `line`."""
    word = _WORD.match(text, start)
    return line[1] - line[0] + 1 + (word.end() - start if word else 0) > width - 4


def _wrap_width(text: str, lines: list[Line]) -> int:
    """Measure the width at which `text` was wrapped, or 0 if it was not: then most lines that have a next one are full."""
    width = max((end - start for start, end, _ in lines), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    pairs = [(line, after) for line, after in pairwise(lines) if not after[2]]
    full = sum(_is_full(text, line, after[0], width) for line, after in pairs)
    open_ended = sum(text[line[1] - 1] not in _STOP for line, _ in pairs)
    return width if pairs and full * 10 >= len(pairs) * 6 and open_ended * 2 > len(pairs) else 0


_SPACE = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\u200b\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B)),
)
_WORD = re.compile(r"\S{1,40}")
