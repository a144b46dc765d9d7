"""The terminal report: a row a claim, then the findings, then one line that sums up."""

from attrs import frozen

from provenance.listing.places import Places, read_places
from provenance.model import AuditResult, Failure, Finding, Report, Severity, text_of
from provenance.reports.chains import LEGEND, NOT_STATED, render_chain, support_counter, wrap_chain
from provenance.reports.counting import claim_number
from provenance.reports.finding_list import render_findings
from provenance.reports.grid import HEADER_PADDING, render_grid, width_of
from provenance.reports.rows import Row, read_rows
from provenance.reports.style import Style
from provenance.reports.summary import Tally, render_summary
from provenance.reports.width import join_lines, measure_width, wrap

HEADERS = ("#", "Claim", "Chain", "Support", "Findings")
_GAPS = 2 * (len(HEADERS) - 1)
_NARROW, _LEAST = 100, 60
"""Columns below which a claim takes two lines; and below which support and findings stand under the chain."""


@frozen(eq=False, repr=False)
class Columns:
    """The widths of the columns that can give way, and the lines a claim may take."""

    claim: int
    chain: int
    findings: int
    claim_lines: int


def render_report(report: Report, style: Style) -> str:
    """Return all articles of a run, with legend and summary."""
    tally = Tally()
    blocks = []
    for item in report.results:
        tally.add(item, everything=style.everything)
        blocks.append(render_article(item, style))
    return "\n".join([*blocks, render_end(tally, style)])


def render_article(item: AuditResult | Failure, style: Style) -> str:
    """Return one article: heading, claims, findings; or why it could not be audited."""
    if isinstance(item, Failure):
        return f"{style.strong(style.plain(item.path))}\n{style.paint('not audited', Severity.ERROR)}: {style.plain(item.reason)}\n"
    rows = read_rows(item, everything=style.everything)
    parts = [render_heading(item, style), _render_claims(item, rows, style), render_findings(item, style)]
    return "\n".join(part for part in parts if part)


def render_end(tally: Tally, style: Style) -> str:
    """Return the legend, where there was a table, and the line that sums up."""
    legend = wrap(LEGEND, style.width) if tally.claims else []
    return "\n".join([*legend, *wrap_painted(render_summary(tally, style), style)])


def render_heading(item: AuditResult, style: Style) -> str:
    """Return the path, the title where it is known apart from the text, and the notes."""
    article = item.article
    lines = [style.strong(style.plain(article.path or "(text)"))]
    if article.title and article.extracted:
        lines += wrap(style.plain(article.title), style.width)
    for note in (*article.notes, *item.parse.notes):
        lines += wrap(style.plain(f"note: {note}"), style.width)
    return "\n".join(lines)


def wrap_painted(text: str, style: Style) -> list[str]:
    """Return lines of running text no wider than the terminal; colours take no room."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and width_of(longer) > style.width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _render_claims(item: AuditResult, rows: tuple[Row, ...], style: Style) -> str:
    if not rows:
        return "No attributed claims found.\n"
    text, places = item.article.words, read_places(item.parse) if item.article.hidden else None
    support, chains = support_counter(item.parse), [_chain_of(row, text, style) for row in rows]
    columns = _fit(rows, chains, style)
    cells = [
        (
            claim_number(row.record.id),
            _claim_cell(row, (text, places), columns, style),
            "\n".join(wrap_chain(chain, columns.chain)),
            str(support(row.record)),
            _codes_cell(row.findings, columns.findings, style),
        )
        for row, chain in zip(rows, chains, strict=True)
    ]
    if style.width < _LEAST:
        stacked = [(number, claim, f"{chain}\n{held} {codes}") for number, claim, chain, held, codes in cells]
        return render_grid(stacked, HEADERS[:3], right=frozenset({0})) + "\n"
    return render_grid(cells, HEADERS, right=frozenset({0})) + "\n"


def _chain_of(row: Row, text: str, style: Style) -> str:
    return NOT_STATED if row.attribution is None else style.plain(render_chain(row.attribution.chain, text))


def _fit(rows: tuple[Row, ...], chains: list[str], style: Style) -> Columns:
    """Divide the width: chains get what they need up to two fifths of the room, claims get the rest."""
    narrow = style.width < _NARROW
    number = max(3, *(len(row.record.id) - 1 for row in rows))
    codes = max(len(" ".join(_codes(row.findings, style))) for row in rows)
    findings = max(len("Findings") + HEADER_PADDING, min(codes, 8 if narrow else 16))
    if style.width < _LEAST:
        room = style.width - number - len("  " * 2)
        return Columns(room - room * 2 // 5, room * 2 // 5, room * 2 // 5, 3)
    room = max(30, style.width - _GAPS - number - len("Support") - HEADER_PADDING - findings)
    chain = max(12, min(max(measure_width(chain) for chain in chains), room * 2 // 5))
    return Columns(room - chain, chain, findings, 2 if narrow else 1)


def _claim_cell(row: Row, page: tuple[str, Places | None], columns: Columns, style: Style) -> str:
    """Return the words of a claim; where they are hidden, its place."""
    text, places = page
    mark = style.plain("↳ ") * bool(row.depth)
    words = places.place_of(row.record.claim[0].start).spell() if places else text_of(row.record.claim, text)
    claim = style.plain(join_lines(words)).removeprefix("that ")
    return "\n".join(wrap(mark + claim, columns.claim, columns.claim_lines, style.ellipsis))


def _codes(findings: tuple[Finding, ...], style: Style) -> dict[str, Severity]:
    """Return the codes to show with their severities, worst first, each once."""
    shown = [finding for finding in findings if style.shows(finding)]
    return {finding.code: finding.severity for finding in sorted(shown, key=lambda f: (-f.severity.rank, f.code))}


def _codes_cell(findings: tuple[Finding, ...], width: int, style: Style) -> str:
    codes = _codes(findings, style)
    lines = wrap(" ".join(codes), width)
    return "\n".join(" ".join(style.paint(code, codes[code]) for code in line.split()) for line in lines)
