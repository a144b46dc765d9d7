"""Rows under column names, as a table for people, as CSV, or as bars."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from provenance.reports.grid import render_grid

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
    mpl.rcParams["svg.hashsalt"] = "provenance"
    from matplotlib.figure import Figure  # noqa: PLC0415 - as above

    shown = rows[:_MOST_BARS]
    labels = [_label(row) for row in shown]
    figure = Figure(figsize=(9, 1.2 + 0.3 * len(shown)), layout="constrained")
    axes = figure.subplots()
    left = [0.0] * len(shown)
    for name in bars:
        lengths = [float(row[columns.index(name)] or 0) for row in shown]
        axes.barh(range(len(shown)), lengths, left=left, label=name.replace("_", " "))
        left = [before + length for before, length in zip(left, lengths, strict=True)]
    axes.set_yticks(range(len(shown)), labels, fontsize=8)
    axes.set_ylim(len(shown) - 0.4, -0.6)  # the first row on top
    axes.spines[["top", "right"]].set_visible(False)
    if all(isinstance(row[columns.index(name)], int) for row in shown for name in bars):
        axes.locator_params(axis="x", integer=True)
    if len(bars) > 1:
        figure.legend(loc="outside upper right", ncols=len(bars), fontsize=8, frameon=False)
    else:
        axes.set_xlabel(bars[0].replace("_", " "))
    if len(rows) > len(shown):
        axes.set_title(f"the first {len(shown)} of {len(rows)}", fontsize=8, loc="left")
    file = io.BytesIO()
    figure.savefig(file, format=kind, metadata={"Date": None} if kind == "svg" else None)
    return file.getvalue()


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
