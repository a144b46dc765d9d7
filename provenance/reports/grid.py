"""Cells to a table in plain characters: a line of headers, a rule under it, and cells of one or several lines."""

from collections.abc import Sequence
from itertools import zip_longest

from provenance.expressions import compile_regex
from provenance.reports.width import measure_width

HEADER_PADDING = 2
"""Every column is at least so much wider than its header: tabulate's way."""

_COLOUR = compile_regex(r"\033\[\d+m")
_PLAIN = compile_regex(r"(?:[ -~¡-¬®-˿–—‘’“”…→¶]|\n|\033\[\d+m)*")
"""Characters that every terminal shows one column wide, line breaks, and colours."""


def render_grid(rows: Sequence[Sequence[object]], headers: Sequence[str], right: frozenset[int] = frozenset()) -> str:
    """Return the table; `right` are the numbers of the columns whose cells stand on the right."""
    cells = [[str(cell).strip() for cell in row] for row in rows]
    if _is_plain(cells, headers):
        return _draw(cells, headers, right)
    from tabulate import tabulate  # noqa: PLC0415  a tenth of a short run to load, and most tables are plain

    aligned = ["right" if column in right else "left" for column in range(len(headers))]
    return tabulate(cells, headers, "simple", disable_numparse=True, colalign=aligned if rows else None)


def width_of(text: str) -> int:
    """The columns that a line takes; colours take none."""
    return measure_width(_COLOUR.sub("", text) if "\033" in text else text)


def _is_plain(rows: Sequence[Sequence[str]], headers: Sequence[str]) -> bool:
    """Whether every row has a cell for each header, and nothing in it is wider or narrower than one column a character."""
    if not rows or any(len(row) != len(headers) for row in rows) or "\n" in "".join(headers):
        return False
    return all(_PLAIN.fullmatch(cell) for row in (headers, *rows) for cell in row)


def _draw(rows: Sequence[Sequence[str]], headers: Sequence[str], right: frozenset[int]) -> str:
    """The table as tabulate draws it."""
    tall = [[cell.split("\n") for cell in row] for row in rows]
    widths = [
        max(width_of(header) + HEADER_PADDING, *(width_of(line) for row in tall for line in row[column]))
        for column, header in enumerate(headers)
    ]
    cells = (line for row in tall for line in zip_longest(*row, fillvalue=""))
    lines = [headers, ["-" * width for width in widths], *cells]
    return "\n".join(
        "  ".join(_pad(cell, widths[column], right=column in right) for column, cell in enumerate(line)).rstrip()
        for line in lines
    )


def _pad(line: str, width: int, *, right: bool) -> str:
    blanks = " " * (width - width_of(line))
    return blanks + line if right else line + blanks
