"""Rows under column names, as a table for people, as CSV, or as bars."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from provenance.reports.grid import render_grid

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Rows = Sequence[Sequence[Any]]
_MOST_BARS, _LONGEST = 40, 60


def render_answer(columns: Sequence[str], rows: Rows) -> str:
    """Return a table; nothing found is said."""
    if not rows:
        return "nothing found\n"
    right = frozenset(map(columns.index, numbers_in(columns, rows)))
    return render_grid([[*map(_cell, row)] for row in rows], columns, right) + "\n"


def write_csv(columns: Sequence[str], rows: Rows) -> bytes:
    """Return CSV (RFC 4180) in UTF-8."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows(rows)
    return file.getvalue().encode(errors="backslashreplace")


def draw_bars(columns: Sequence[str], rows: Rows, bars: Sequence[str], kind: str) -> bytes:
    """Return a picture (`svg` or `png`): a bar a row, as long as its columns `bars` together; the first 40 rows.

    The words beside a bar are those of the columns in front of the first number.
    """
    import matplotlib as mpl  # noqa: PLC0415 - an extra, and slow to load

    mpl.use("agg")
    mpl.rcParams["svg.hashsalt"] = "provenance"  # the ids in a picture are the same every time
    from matplotlib.figure import Figure  # noqa: PLC0415 - as above

    shown = rows[:_MOST_BARS]
    lengths = {name.replace("_", " "): [row[columns.index(name)] or 0 for row in shown] for name in bars}
    figure = Figure(figsize=(9, 1.2 + 0.3 * len(shown)), layout="constrained")
    axes = figure.subplots()
    _stack_bars(axes, lengths, [_label(row) for row in shown])
    if len(bars) > 1:
        figure.legend(loc="outside upper right", ncols=len(bars), fontsize=8, frameon=False)
    else:
        axes.set_xlabel(next(iter(lengths)))
    if len(rows) > len(shown):
        axes.set_title(f"the first {len(shown)} of {len(rows)}", fontsize=8, loc="left")
    file = io.BytesIO()
    figure.savefig(file, format=kind, metadata={"Date": None} if kind == "svg" else None)
    return file.getvalue()


def _stack_bars(axes: "Axes", lengths: Mapping[str, Sequence[float]], labels: Sequence[str]) -> None:
    """Draw a bar a label, the first on top, of the lengths of each name one behind the other."""
    left = [0.0] * len(labels)
    for name, some in lengths.items():
        axes.barh(range(len(labels)), some, left=left, label=name)
        left = [before + length for before, length in zip(left, some, strict=True)]
    axes.set_yticks(range(len(labels)), labels, fontsize=8)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.spines[["top", "right"]].set_visible(False)
    if all(isinstance(length, int) for some in lengths.values() for length in some):
        axes.locator_params(axis="x", integer=True)


def numbers_in(columns: Sequence[str], rows: Rows) -> list[str]:
    """The columns that hold numbers."""
    return [name for place, name in enumerate(columns) if rows and isinstance(rows[0][place], int | float)]


def _cell(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else "" if value is None else str(value)


def _label(row: Sequence[Any]) -> str:
    words: list[str] = []
    for value in row:
        if isinstance(value, int | float):
            break
        words += [str(value)] if value not in (None, "") else []
    label = " ".join(", ".join(words).split())
    return label if len(label) <= _LONGEST else f"{label[:_LONGEST].rpartition(' ')[0]} …"
