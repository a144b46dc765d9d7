"""How every pattern does on annotated articles, as a table."""

from collections.abc import Iterable

from provenance.reports.grid import render_grid
from provenance.reports.style import Style

Row = tuple[str, int, int, float | None, float | None, str]
"""Pattern, articles it fires on, how often, precision, precision on reported speech, a remark."""

_HEADERS = ("Pattern", "Articles", "Found", "Precision", "Reported", "")


def render_scores(rows: Iterable[Row], style: Style) -> str:
    """Return a row a pattern; shares with two decimals, nothing where there is nothing to judge."""
    cells = [
        (style.plain(name), articles, found, _share(precision), _share(reported), remark)
        for name, articles, found, precision, reported, remark in rows
    ]
    return render_grid(cells, _HEADERS, right=frozenset(range(1, 5)))


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
