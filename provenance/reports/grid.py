"""Cells to a table: for the terminal, with cells of one or several lines, and in Markdown."""

import re
from collections.abc import Iterable, Sequence

from provenance.reports.width import measure_width

HEADER_PADDING = 2
"""Every column is at least so much wider than its header: tabulate's way."""

_COLOUR = re.compile(r"\033\[\d+m")


def render_grid(rows: Sequence[Sequence[object]], headers: Sequence[str], right: frozenset[int] = frozenset()) -> str:
    """Return the table; `right` are the numbers of the columns whose cells stand on the right."""
    from tabulate import tabulate  # noqa: PLC0415 - slow to load, and only tables need it

    aligned = ["right" if column in right else "left" for column in range(len(headers))]
    cells = [[str(cell).strip() for cell in row] for row in rows]
    return tabulate(cells, headers, "simple", disable_numparse=True, colalign=aligned if rows else None)


def render_pipes(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the table in Markdown; no cell can end early by a pipe in it."""
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def width_of(text: str) -> int:
    """The columns that a line takes; colours take none."""
    return measure_width(_COLOUR.sub("", text) if "\033" in text else text)
