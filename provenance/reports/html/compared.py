"""A comparison as one page without network: each shared statement with its lineage, its wordings and what audits say."""

from collections.abc import Mapping

from provenance.model import Comparison, Group, GroupFinding, RulesUsed
from provenance.reports.compared import count_all, describe_origins, mark_own, name_all, name_article, name_source
from provenance.reports.html.frame import render_document
from provenance.reports.html.lineage import draw_lineage
from provenance.reports.html.markup import Markup, element, join_markup, table_head
from provenance.reports.html.wording import SIGNS

_TITLE = "The same statements in several articles"


def render_compared(comparison: Comparison, rules: RulesUsed) -> str:
    """Return the page."""
    names = name_all(comparison)
    groups = [_render_group(group, comparison, names) for group in comparison.groups]
    loose = [_render_finding(one) for one in comparison.findings if one.group is None]
    found = element("ul", *loose, class_="margin") if loose else None
    return render_document(_TITLE, rules, _render_summary(comparison), *groups, found)


def _render_summary(comparison: Comparison) -> Markup:
    articles = [
        element("li", name_article(one, n), f", {one.published}" if one.published else None)
        for n, one in enumerate(comparison.articles)
    ]
    return element(
        "header",
        element("h2", _TITLE),
        element("p", ", ".join(count_all(comparison)), class_="sum"),
        element("ol", *articles),
    )


def _render_group(group: Group, comparison: Comparison, names: Mapping[str, str]) -> Markup:
    drawing = draw_lineage(group, names)
    found = [_render_finding(one) for one in comparison.findings if one.group == group.id]
    occasion = f" ({group.origin.occasion})" if group.origin.occasion else None
    return element(
        "section",
        element("h3", group.label),
        element("p", describe_origins(group), occasion, class_="facts"),
        element("div", drawing, class_="scroll") if drawing else None,
        element(
            "table",
            table_head(("Article", "Source", "Words")),
            element("tbody", *_render_wordings(group, comparison)),
            class_="wordings",
        ),
        element("ul", *found, class_="margin") if found else None,
        id=group.id,
    )


def _render_wordings(group: Group, comparison: Comparison) -> list[Markup]:
    rows = []
    for variant in group.variants:
        marked = mark_own(variant.text, variant.own)
        words = join_markup(*(part for word, own in marked for part in (element("mark", word) if own else word, " ")))
        for place in variant.members:
            member = group.members[place]
            article = name_article(comparison.articles[member.article], member.article)
            rows.append(element("tr", element("td", article), element("td", name_source(member)), element("td", words)))
    return rows


def _render_finding(finding: GroupFinding) -> Markup:
    head = f"{SIGNS[finding.severity]} {finding.severity.value} {finding.code}"
    words = element("span", finding.message, class_="message")
    return element("li", element("b", head), words, class_=f"note {finding.severity.value}")
