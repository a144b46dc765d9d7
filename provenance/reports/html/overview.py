"""What an article's claims rest on, who is heard in it, and what can be filtered."""

from collections import Counter
from collections.abc import Sequence

from provenance.model import AuditResult, Finding
from provenance.reports.counting import count_of
from provenance.reports.html.markup import Markup, element, join_markup, table_head
from provenance.reports.html.wording import RELAYED, SIGNS, SOURCING, is_relayed
from provenance.reports.rows import Row
from provenance.reports.sources import Voice, read_ledger, render_forms, render_through

_BAR = 120


def render_shares(rows: Sequence[Row]) -> Markup:
    """Return the share of claims by sourcing: a key to the marks at the same time."""
    counts = Counter(row.record.sourcing for row in rows)
    shares = [(kind.value, *SOURCING[kind], counts[kind]) for kind in SOURCING if counts[kind]]
    relayed = sum(is_relayed(row.attribution) for row in rows)
    lines = [_share(share, len(rows)) for share in [*shares, *([("relayed", *RELAYED, relayed)] if relayed else [])]]
    caption = element("caption", f"{count_of(len(rows), 'claim')}, by what they rest on")
    return element("table", caption, element("tbody", *lines), class_="shares")


def render_filter(findings: Sequence[Finding], prefix: str) -> Markup | None:
    """Return a box to tick for each audit that found something; the script shows it, since it needs the script."""
    if not findings:
        return None
    counts = Counter((finding.code, finding.rule, finding.severity) for finding in findings)
    totals = Counter(finding.code for finding in findings)
    first = {code: (rule, severity) for code, rule, severity in sorted(counts, key=lambda key: key[2].rank)}
    boxes = [
        _box(code, f"{SIGNS[severity]} {code} {rule} ({totals[code]})")
        for code, (rule, severity) in sorted(first.items(), key=lambda item: (-item[1][1].rank, item[0]))
    ]
    only = element("label", element("input", type="checkbox", data_only=True), " mark only claims with these findings")
    name = f"{prefix}filter"
    return element("fieldset", element("legend", "Show findings"), *boxes, only, class_="filter", id=name, hidden=True)


def render_sources(result: AuditResult, *, everything: bool) -> Markup:
    """Return the table of sources: how often each speaks and how the article describes it."""
    voices = read_ledger(result, everything=everything)
    if not voices:
        return element("p", "No sources found.")
    heads = ("Source", "Kind", "Described as", "Speaks", "Directly", "Through")
    rows = element("tbody", *(_source(voice, heads) for voice in voices))
    return element("table", table_head(heads), rows, class_="sources")


def _share(share: tuple[str, str, str, int], total: int) -> Markup:
    kind, sign, words, count = share
    bar = element("rect", width=round(_BAR * count / total), height=10, class_=f"k-{kind}")
    picture = element("svg", bar, width=_BAR, height=10, aria_hidden="true")
    name = element("th", element("span", f"{sign} {words}", class_=f"claim l0 k-{kind}"), scope="row")
    return element("tr", name, element("td", str(count)), element("td", f"{count / total:.0%}"), element("td", picture))


def _box(code: str, words: str) -> Markup:
    return element("label", element("input", type="checkbox", checked=True, value=code), f" {words}")


def _source(voice: Voice, heads: Sequence[str]) -> Markup:
    cells = (voice.kind, render_forms(voice), str(voice.speaks), str(voice.directly), render_through(voice))
    named = element("th", voice.name, scope="row")
    return element("tr", named, join_markup(*(_cell(*pair) for pair in zip(heads[1:], cells, strict=True))))


def _cell(head: str, words: str) -> Markup:
    """Return a cell that knows its column's name, which a narrow page shows beside it."""
    return element("td", words, data_head=head, class_=None if words else "empty")
