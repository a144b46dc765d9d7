"""The findings of an article, one below the other: where, how grave, what, and the words it rests on."""

from collections.abc import Iterable
from itertools import groupby

from provenance.listing.places import Places, read_places
from provenance.model import AuditResult, Finding, Spans, text_of
from provenance.reports.counting import claim_number
from provenance.reports.style import Style
from provenance.reports.width import join_lines, shorten, wrap

_INDENT = "    "
_MARKS = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb,"


def render_findings(result: AuditResult, style: Style) -> str:
    """Return all findings at or above the level to show; empty where there are none. What to do stands at a rule's first finding."""
    shown = [finding for finding in result.findings if style.shows(finding)]
    if not shown:
        return ""
    places = read_places(result.parse)
    lines: list[str] = []
    told: set[tuple[str, str | None]] = set()
    for spans, group in groupby(shown, key=lambda finding: finding.spans):
        findings = list(group)
        for finding in findings:
            lines += _render_finding(finding, places, style)
            advice = finding.rule, finding.remedy_of
            lines += _render_remedy(finding, style) if finding.remedy and advice not in told else []
            told.add(advice)
        lines += _render_evidence(spans, result.article.words, findings, style)
    return "\n".join(lines) + "\n"


def _render_finding(finding: Finding, places: Places, style: Style) -> list[str]:
    """Return one line that says what and where, then the message."""
    head = f"{style.paint(finding.severity.value, finding.severity)} {style.strong(finding.code)} {finding.rule}"
    message = wrap(style.plain(finding.message), _room(style))
    return [f"{head}  {_where(finding, places, style)}", *(_INDENT + line for line in message)]


def _render_evidence(spans: Spans, text: str, findings: Iterable[Finding], style: Style) -> list[str]:
    """Return the words that one finding, or several in a row, rest on, unless the messages hold them already."""
    words = join_lines(text_of(spans, text))
    bare = words.removeprefix("that ").strip(_MARKS)
    if not bare or any(bare in finding.message for finding in findings):
        return []
    return [_INDENT + shorten(f"> {style.plain(words)}", _room(style), style.ellipsis)]


def _render_remedy(finding: Finding, style: Style) -> list[str]:
    """Return what to do about a finding."""
    return [_INDENT + line for line in wrap(style.plain(f"→ {finding.remedy}"), _room(style))]


def _room(style: Style) -> int:
    return max(20, style.width - len(_INDENT))


def _where(finding: Finding, places: Places, style: Style) -> str:
    """Return a place like `¶ 4, 12:1, claim 7`."""
    parts = [style.plain(places.place_of(finding.spans[0].start).spell())] if finding.spans else []
    if finding.record is not None:
        parts.append(f"claim {claim_number(finding.record)}")
    return ", ".join(parts)
