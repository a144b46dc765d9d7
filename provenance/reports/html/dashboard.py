"""An archive at a glance, as one page that loads nothing: sourcing over time and by publisher, who cites whom."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from provenance.model import RulesUsed
from provenance.reports.html.bars import draw_legend, draw_shares, read_shares
from provenance.reports.html.frame import render_document
from provenance.reports.html.markup import Markup, element, table_head
from provenance.reports.html.network import draw_network

_MOST = 30
_DATE = re.compile(r"\d{4}-\d\d-\d\d(T.*)?")


@frozen
class Table:
    """Rows under column names."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Any]]


def render_dashboard(title: str, rules: RulesUsed, tables: Mapping[str, Table]) -> str:
    """Return the page; of `tables`, which are answers by the name of their question, it shows those that hold rows."""
    sections = [
        _section("Sourcing over time", _render_shares(tables.get("months"), latest=True)),
        _section("Sourcing by publisher", _render_shares(tables.get("publishers"))),
        _section("Who cites whom", _render_network(tables.get("relays"))),
        _section("Whom the cited outlets rest on", _render_rows(tables.get("origins"))),
        _section("What unnamed sources are called", _render_rows(tables.get("descriptors"))),
        _section("Stories with a single origin", _render_rows(tables.get("stories"))),
        _section("Who took statements from whom", _render_rows(tables.get("taken"))),
        _section("Quotations in different words", _render_rows(tables.get("drift"))),
        _section("Accounts that cannot all be right", _render_rows(tables.get("conflicts"))),
        _section("What could not be audited", _render_rows(tables.get("failures"))),
    ]
    return render_document(title, rules, element("h2", title), _render_totals(tables["totals"]), *sections)


def _section(head: str, body: Markup | None) -> Markup | None:
    return element("section", element("h3", head), body) if body is not None else None


def _render_totals(table: Table) -> Markup:
    items = [element("div", element("dt", what), element("dd", f"{count:,}")) for what, count in table.rows]
    return element("dl", *items, class_="totals")


def _render_shares(table: Table | None, *, latest: bool = False) -> Markup | None:
    """Return a bar a row, with its counts; of many rows the first, or the last where these are the latest."""
    if table is None or not table.rows:
        return None
    rows = []
    for row in table.rows[-_MOST:] if latest else table.rows[:_MOST]:
        label, articles, claims = row[:3]
        bar = draw_shares(read_shares(table.columns, row), str(label))
        cells = (element("td", f"{articles:,}"), element("td", f"{claims:,}"), element("td", bar))
        rows.append(element("tr", element("th", str(label), scope="row"), *cells))
    head = table_head((table.columns[0], "articles", "claims", "sourcing"))
    body = element("table", head, element("tbody", *rows), class_="numbers")
    return element("div", draw_legend(), element("div", body, class_="scroll"), *_rest(table))


def _render_network(table: Table | None) -> Markup | None:
    if table is None or not table.rows:
        return None
    edges = [(str(citing), str(cited), int(count)) for citing, cited, count, *_ in table.rows if citing != "?"]
    drawing = draw_network(edges) if edges else None
    words = element("p", "An arrow leads from the outlet that cites to the one it cites; the broader, the more claims.")
    return element("div", words, drawing, _render_rows(table))


def _render_rows(table: Table | None) -> Markup | None:
    if table is None or not table.rows:
        return None
    head = table_head(name.replace("_", " ") for name in table.columns)
    rows = [element("tr", *map(_render_cell, row)) for row in table.rows[:_MOST]]
    body = element("table", head, element("tbody", *rows), class_="numbers")
    return element("div", element("div", body, class_="scroll"), *_rest(table))


def _render_cell(value: object) -> Markup:
    if isinstance(value, int | float):
        return element("td", f"{value:,}")
    text = "" if value is None else str(value)
    return element("td", text, class_="date" if _DATE.fullmatch(text) else "words")


def _rest(table: Table) -> list[Markup]:
    """Say how many rows are left out."""
    left = len(table.rows) - _MOST
    return [element("p", f"and {left:,} more: provenance archive query", class_="remark")] if left > 0 else []
