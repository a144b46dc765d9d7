"""The list of rules as a table."""

from collections.abc import Iterable, Mapping
from typing import Any

from provenance.reports.grid import render_grid
from provenance.reports.style import Style
from provenance.reports.width import shorten

HEADERS = ("Id", "Code", "Kind", "Severity", "Status", "About")
_KEYS = ("id", "code", "kind", "severity", "status")
_FIXED = 4 + 2 + 7 + 2 + 10 + 2 + 10 + 2  # Code, Kind, Severity, Status and the gaps behind them
_LEAST_ABOUT = 20


def render_rule_list(rules: Iterable[Mapping[str, Any]], style: Style) -> str:
    """Return one row a rule, as wide as the style says; what a rule is about is cut, or left out, where there is no room."""
    rows = list(rules)
    room = style.width - _FIXED - max((len(row["id"]) for row in rows), default=0) - 2
    cells = [[row[key] or "" for key in _KEYS] for row in rows]
    headers = HEADERS[: len(_KEYS)]
    if room >= _LEAST_ABOUT:
        headers = HEADERS
        cells = [
            [*cell, shorten(style.plain(row["about"]), room, style.ellipsis)]
            for cell, row in zip(cells, rows, strict=True)
        ]
    return render_grid(cells, headers)
