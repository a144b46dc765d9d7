"""Where many articles are listed: a row each, with what its claims rest on and what was found."""

from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import frozen

from provenance.model import AuditResult, Failure, RulesUsed, Severity, Sourcing
from provenance.reports.counting import count_of
from provenance.reports.html.frame import render_document
from provenance.reports.html.markup import Markup, element, table_head
from provenance.reports.html.wording import SOURCING
from provenance.reports.rows import read_rows
from provenance.reports.style import Style
from provenance.reports.summary import Tally, render_summary

_LEVELS = tuple(reversed(Severity))
_BAR = 120


@frozen
class IndexRow:
    """What is listed of an article; `reason` says why it could not be audited."""

    name: str
    target: str
    sourcing: Mapping[Sourcing, int]
    severities: Mapping[Severity, int]
    reason: str | None = None

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return sum(self.sourcing.values())


def read_index_row(item: AuditResult | Failure, style: Style, target: str) -> IndexRow:
    """Return what is listed of an article that stands at `target`; the article itself is not kept."""
    if isinstance(item, Failure):
        return IndexRow(item.path, target, {}, {}, item.reason)
    rows = read_rows(item, everything=style.everything)
    shown = [finding.severity for finding in item.findings if style.shows(finding)]
    return IndexRow(name_of(item), target, Counter(row.record.sourcing for row in rows), Counter(shown))


def render_index(rows: Sequence[IndexRow]) -> Markup:
    """Return the list of articles."""
    heads = ("Article", "Claims", "Resting on", *(f"{level.value}s" for level in _LEVELS))
    table = element("table", table_head(heads), element("tbody", *map(_render_row, rows)), class_="index")
    return element("nav", element("h2", "Articles"), table, aria_label="Articles")


def render_index_page(rows: Sequence[IndexRow], tally: Tally, style: Style, rules: RulesUsed) -> str:
    """Return the page that leads to the pages of articles."""
    summary = element("p", render_summary(tally, style), class_="sum")
    return render_document(count_of(len(rows), "article"), rules, summary, render_index(rows))


def name_of(item: AuditResult | Failure) -> str:
    """What an article is called: its title, else its headline, else its path."""
    if isinstance(item, Failure):
        return item.path
    headline = item.parse.headline
    return item.article.title or (headline.of(item.article.words) if headline else "") or item.article.path or "text"


def _render_row(row: IndexRow) -> Markup:
    name = element("th", element("a", row.name, href=row.target), scope="row")
    if row.reason is not None:
        return element("tr", name, element("td", f"not audited: {row.reason}", colspan=2 + len(_LEVELS)))
    counts = (element("td", str(row.severities.get(level, 0)), data_head=f"{level.value}s") for level in _LEVELS)
    claims = element("td", str(row.claims), data_head="Claims")
    return element("tr", name, claims, element("td", _render_shares(row), data_head="Resting on"), *counts)


def _render_shares(row: IndexRow) -> Markup | None:
    """Return the kinds of sourcing as one bar; who cannot see it is told in words."""
    kinds = [(kind, row.sourcing[kind]) for kind in SOURCING if row.sourcing.get(kind)]
    parts, left = [], 0.0
    for kind, count in kinds:
        width = round(_BAR * count / row.claims, 2)
        parts.append(element("rect", x=f"{left:g}", width=f"{width:g}", height=12, class_=f"k-{kind.value}"))
        left += width
    if not parts:
        return None
    said = ", ".join(f"{count} {SOURCING[kind][1]}" for kind, count in kinds)
    return element("svg", element("title", said), *parts, width=_BAR, height=12, role="img", aria_label=said)
