"""A comparison as one page without network: each shared statement with its lineage, its wordings and what audits say."""

from importlib.resources import files

from provenance.model import Comparison, Group, GroupFinding
from provenance.reports.compared import describe_origins, mark_own, name_article, name_source
from provenance.reports.html.lineage import draw_lineage
from provenance.reports.html.markup import Markup, element, join_markup


def render_compared(comparison: Comparison) -> str:
    """Return the page."""
    style = files("provenance.reports.html").joinpath("compared.css").read_text(encoding="utf-8")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", "The same statements in several articles"),
        element("style", Markup(style)),
    )
    groups = [_render_group(group, comparison) for group in comparison.groups]
    loose = [_render_finding(one) for one in comparison.findings if one.group is None]
    body = element("body", element("main", _render_summary(comparison), *groups, *loose))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _render_summary(comparison: Comparison) -> Markup:
    articles = [
        element("li", name_article(one, n), f", {one.published}" if one.published else None)
        for n, one in enumerate(comparison.articles)
    ]
    counts = f"{len(comparison.groups)} shared statements, {len(comparison.conflicts)} conflicts"
    return element(
        "header",
        element("h1", "The same statements in several articles"),
        element("p", counts),
        element("ol", *articles),
    )


def _render_group(group: Group, comparison: Comparison) -> Markup:
    names = {one.path: name_article(one, n) for n, one in enumerate(comparison.articles) if one.path}
    drawing = draw_lineage(group, names)
    found = [_render_finding(one) for one in comparison.findings if one.group == group.id]
    occasion = f" ({group.origin.occasion})" if group.origin.occasion else None
    return element(
        "section",
        element("h2", group.label),
        element("p", describe_origins(group), occasion, class_="origins"),
        element("div", drawing, class_="drawing") if drawing else None,
        element("table", _render_head(), *_render_wordings(group, comparison)),
        *found,
        id=group.id,
    )


def _render_head() -> Markup:
    return element("tr", element("th", "Article"), element("th", "Source"), element("th", "Words"))


def _render_wordings(group: Group, comparison: Comparison) -> list[Markup]:
    rows = []
    for variant in group.variants:
        words = join_markup(
            *(
                join_markup(element("mark", word) if own else word, " ")
                for word, own in mark_own(variant.text, variant.own)
            )
        )
        for place in variant.members:
            member = group.members[place]
            article = name_article(comparison.articles[member.article], member.article)
            rows.append(element("tr", element("td", article), element("td", name_source(member)), element("td", words)))
    return rows


def _render_finding(finding: GroupFinding) -> Markup:
    return element("p", element("b", finding.code), " ", finding.message, class_=f"finding {finding.severity.value}")
