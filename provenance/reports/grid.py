"""Cells to a table in plain characters: a line of headers, a rule under it, and cells of one or several lines."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from provenance.reports.width import measure_width

HEADER_PADDING = 2
"""Every column is at least so much wider than its header."""

_GAP = "  "
_COLOUR = re.compile(r"\033\[\d+m")


def render_grid(rows: Sequence[Sequence[object]], headers: Sequence[str], right: frozenset[int] = frozenset()) -> str:
    """Return the table; `right` are the numbers of the columns whose cells stand on the right."""
    cells = [[str(cell).strip().split("\n") for cell in row] for row in rows]
    widths = [
        max(measure_width(header) + HEADER_PADDING, *(_widest(row[column]) for row in cells), 0)
        for column, header in enumerate(headers)
    ]
    lines = [headers, ["-" * width for width in widths]]
    lines += [line for row in cells for line in zip_longest(*row, fillvalue="")]
    return "\n".join(_join(line, widths, right) for line in lines)


def width_of(text: str) -> int:
    """The columns that a line takes; colours take none."""
    return measure_width(_COLOUR.sub("", text) if "\033" in text else text)


def _widest(cell: Sequence[str]) -> int:
    return max(map(width_of, cell))


def _join(line: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> str:
    padded = []
    for column, (text, width) in enumerate(zip(line, widths, strict=True)):
        room = " " * (width - width_of(text))
        padded.append(room + text if column in right else text + room)
    return _GAP.join(padded).rstrip()
