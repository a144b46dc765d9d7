"""The page: head, index where there are several articles, and a section an article. Nothing is loaded from anywhere."""

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from attrs import evolve

from provenance.__about__ import __version__
from provenance.model import AuditResult, Failure, Report, Severity
from provenance.reports.html.body import render_body
from provenance.reports.html.cards import render_card
from provenance.reports.html.markup import Markup, element
from provenance.reports.html.overview import render_filter, render_shares, render_sources
from provenance.reports.rows import read_rows
from provenance.reports.style import Style
from provenance.reports.summary import Tally, render_summary

_FOLDER = Path(__file__).parent
_COUNTED = tuple(reversed(Severity))


def render_page(report: Report, style: Style, scope: str = "") -> str:
    """Return the whole page; of `style` it takes which findings to show and whether attitudes count as claims."""
    tally = Tally(scope=scope)
    for item in report.results:
        tally.add(item, everything=style.everything)
    sections = [_render_item(item, style, f"art{number}-") for number, item in enumerate(report.results, 1)]
    several = len(report.results) > 1
    main = [
        element("h1", "Who says so"),
        element("p", render_summary(tally, style), class_="sum"),
        _render_index(report.results, style) if several else None,
        *sections,
    ]
    foot = element(
        "footer", f"provenance {__version__}, {_rules_line(report)}. The marks say who is credited, not what is true."
    )
    return f"<!doctype html>\n{element('html', _render_head(report), _render_frame(*main, foot), lang='en')}\n"


def _render_frame(*main: str | None) -> Markup:
    script = Markup(read_asset("page.js"))
    # what hover and focus show repeats the card, which is what screen readers are led to
    peek = element("div", id="peek", hidden=True, aria_hidden="true")
    return element("body", element("main", *main), peek, element("script", script))


def _render_head(report: Report) -> Markup:
    title = _name_of(report.results[0]) if len(report.results) == 1 else f"{len(report.results)} articles"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=content_policy()),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"Sourcing: {title}"),
        element("style", Markup(read_asset("page.css"))),
    )


def _render_item(item: AuditResult | Failure, style: Style, prefix: str) -> Markup:
    if isinstance(item, Failure):
        words = element("p", f"not audited: {item.reason}", class_="failure")
        return element("section", element("h2", item.path), words, id=f"{prefix}top")
    rows = read_rows(item, everything=style.everything)
    shown = [finding for finding in item.findings if finding.severity.rank >= style.show.rank]
    kept = {finding.id for finding in shown}
    rows = tuple(evolve(row, findings=tuple(f for f in row.findings if f.id in kept)) for row in rows)
    cards = [render_card(row, item.parse, prefix) for row in rows]
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
    article, name = item.article, _name_of(item)
    facts = [fact for fact in (article.path, article.publisher, article.published) if fact and fact != name]
    notes = [element("p", f"note: {note}", class_="remark") for note in (*article.notes, *item.parse.notes)]
    return [element("h2", name), element("p", ", ".join(facts), class_="facts") if facts else Markup(), *notes]


def _render_index(items: Sequence[AuditResult | Failure], style: Style) -> Markup:
    heads = ("Article", "Claims", *(f"{level.value}s" for level in _COUNTED))
    header = element("thead", element("tr", *(element("th", head, scope="col") for head in heads)))
    rows = [_index_row(item, style, f"#art{number}-top") for number, item in enumerate(items, 1)]
    table = element("table", header, element("tbody", *rows), class_="index")
    return element("nav", element("h2", "Articles"), table, aria_label="Articles")


def _index_row(item: AuditResult | Failure, style: Style, target: str) -> Markup:
    name = element("th", element("a", _name_of(item), href=target), scope="row")
    if isinstance(item, Failure):
        return element("tr", name, element("td", f"not audited: {item.reason}", colspan=1 + len(_COUNTED)))
    counts = Counter(finding.severity for finding in item.findings)
    cells = (len(read_rows(item, everything=style.everything)), *(counts[level] for level in _COUNTED))
    return element("tr", name, *(element("td", str(cell)) for cell in cells))


def _name_of(item: AuditResult | Failure) -> str:
    if isinstance(item, Failure):
        return item.path
    headline = item.parse.headline
    return item.article.title or (headline.of(item.article.text) if headline else "") or item.article.path or "text"


def _rules_line(report: Report) -> str:
    packs = ", ".join(f"{name} {version}" for name, version, _ in report.rules.packs)
    return f"rules {packs or 'not stated'}" + (f", profile {report.rules.profile}" if report.rules.profile else "")


@cache
def content_policy() -> str:
    """Return the content security policy of the page: nothing but its own style and script."""
    style, script = _digest(read_asset("page.css")), _digest(read_asset("page.js"))
    return f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"


@cache
def read_asset(name: str) -> str:
    """Return the style (`page.css`) or the script (`page.js`) of the page."""
    return (_FOLDER / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """Return the source expression that lets exactly this style or script run, and nothing an article smuggles in."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
