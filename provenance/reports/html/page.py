"""The page: an index where there are several articles, and a section an article."""

from attrs import evolve

from provenance.model import AuditResult, Failure, Report
from provenance.reports.chains import support_counter
from provenance.reports.html.body import render_body
from provenance.reports.html.cards import render_card
from provenance.reports.html.frame import render_document
from provenance.reports.html.index import name_of, read_index_row, render_index
from provenance.reports.html.markup import Markup, element
from provenance.reports.html.overview import render_filter, render_shares, render_sources
from provenance.reports.rows import read_rows
from provenance.reports.style import Style
from provenance.reports.summary import Tally, render_summary


def render_page(report: Report, style: Style, scope: str = "", index: str | None = None) -> str:
    """Return the whole page; of `style` it takes which findings to show and whether attitudes count as claims.

    `index` is where the page that lists all articles stands, if there is one.
    """
    tally = Tally(scope=scope)
    for item in report.results:
        tally.add(item, everything=style.everything)
    sections = [_render_item(item, style, f"art{number}-") for number, item in enumerate(report.results, 1)]
    rows = [read_index_row(item, style, f"#art{number}-top") for number, item in enumerate(report.results, 1)]
    return render_document(
        name_of(report.results[0]) if len(report.results) == 1 else f"{len(report.results)} articles",
        report.rules,
        element("p", element("a", "All articles", href=index)) if index else None,
        element("p", render_summary(tally, style), class_="sum"),
        render_index(rows) if len(rows) > 1 else None,
        *sections,
    )


def _render_item(item: AuditResult | Failure, style: Style, prefix: str) -> Markup:
    if isinstance(item, Failure):
        words = element("p", f"not audited: {item.reason}", class_="failure")
        return element("section", element("h2", item.path), words, id=f"{prefix}top")
    rows = read_rows(item, everything=style.everything)
    shown = [finding for finding in item.findings if style.shows(finding)]
    kept = {finding.id for finding in shown}
    rows = tuple(evolve(row, findings=tuple(f for f in row.findings if f.id in kept)) for row in rows)
    support = support_counter(item.parse)
    cards = [render_card(row, item.parse.article.words, prefix, support(row.record)) for row in rows]
    return element(
        "section",
        *_render_top(item),
        render_shares(rows) if rows else element("p", "No attributed claims found."),
        render_filter(shown, prefix),
        element("h3", "Text and findings"),
        render_body(item, rows, shown, prefix),
        element("h3", "Sources"),
        render_sources(item, everything=style.everything),
        *((element("h3", "Claims and their records"), element("ol", *cards, class_="cards")) if cards else ()),
        id=f"{prefix}top",
    )


def _render_top(item: AuditResult) -> list[Markup]:
    article, name = item.article, name_of(item)
    facts = [fact for fact in (article.path, article.publisher, article.published) if fact and fact != name]
    notes = [element("p", f"note: {note}", class_="remark") for note in (*article.notes, *item.parse.notes)]
    return [element("h2", name), element("p", ", ".join(facts), class_="facts") if facts else Markup(), *notes]
