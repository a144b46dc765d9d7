"""The findings of an article, one below the other: where, how grave, what, and the words it rests on."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from provenance.audits.quoting import quote_spans
from provenance.listing.gathering import gather_findings
from provenance.listing.places import Places, read_places
from provenance.model import AuditResult, Finding, Spans, text_of
from provenance.reports.counting import claim_number
from provenance.reports.style import Style
from provenance.reports.width import join_lines, shorten, wrap

_INDENT = "    "
_BELOW = "  "
_LONG_CLAIM, _FIRST_WORDS = 40, 4
"""How many characters of a claim are too many to say twice, and how many words stand for it then."""
_MARKS = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb,"


@frozen(eq=False)
class _Page:
    """What findings point at: the places and words of the article, and the claims by the ids of their records."""

    places: Places
    text: str
    claims: Mapping[str, Spans]

    def tell(self, finding: Finding, above: Iterable[Finding]) -> str:
        """Return the message, with the beginning of a long claim in the place of the whole of it that stands above."""
        claim = quote_spans(self.claims.get(finding.record or "", ()), self.text)
        if len(claim) < _LONG_CLAIM or not any(f"'{claim}'" in one.message for one in above):
            return finding.message
        first = " ".join(claim.split()[:_FIRST_WORDS]).rstrip(_MARKS)
        return finding.message.replace(f"'{claim}'", f"'{first} …'")


def render_findings(result: AuditResult, style: Style) -> str:
    """Return all findings at or above the level to show; empty where there are none.

    Those of one claim stand under one head, the worst of them. What to do stands at a rule's first finding.
    """
    shown = [finding for finding in result.findings if style.shows(finding)]
    if not shown:
        return ""
    page = _Page(read_places(result.parse), result.article.words, {one.id: one.claim for one in result.parse.records})
    lines: list[str] = []
    told: set[tuple[str, str | None]] = set()
    for findings in gather_findings(shown):
        for number, finding in enumerate(findings):
            lines += _render_finding(finding, findings[:number], page, style)
            advice = finding.rule, finding.remedy_of
            lines += _render_remedy(finding, style) if finding.remedy and advice not in told else []
            told.add(advice)
        lines += _render_evidence(findings, page.text, style)
    return "\n".join(lines) + "\n"


def _render_finding(finding: Finding, above: Sequence[Finding], page: _Page, style: Style) -> list[str]:
    """Return one line that says what and where, then the message; what stands below another of the same claim is shorter."""
    words = f"{style.paint(finding.severity.value, finding.severity)} {style.strong(finding.code)} {finding.rule}"
    if above:
        head = f"{_BELOW}{words}  {_where_beside(finding, above[0], page.places, style)}".rstrip()
    else:
        head = f"{words}  {_where(finding, page.places, style)}"
    message = wrap(style.plain(page.tell(finding, above)), _room(style))
    return [head, *(_INDENT + line for line in message)]


def _render_evidence(findings: Sequence[Finding], text: str, style: Style) -> list[str]:
    """Return the words that the findings of one claim rest on, unless the messages hold them already."""
    lines = []
    for spans in dict.fromkeys(finding.spans for finding in findings):
        words = join_lines(text_of(spans, text))
        bare = words.removeprefix("that ").strip(_MARKS)
        if bare and not any(bare in finding.message for finding in findings):
            lines.append(_INDENT + shorten(f"> {style.plain(words)}", _room(style), style.ellipsis))
    return lines


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


def _where_beside(finding: Finding, head: Finding, places: Places, style: Style) -> str:
    """Return the place of a finding below another, as far as it is another place."""
    if not finding.spans or not head.spans:
        return _where(finding, places, style) if finding.spans else ""
    own, other = (places.place_of(one.spans[0].start) for one in (finding, head))
    if own == other:
        return ""
    same = (own.paragraph, own.headline) == (other.paragraph, other.headline)
    return style.plain(f"{own.line}:{own.column}" if same else own.spell())
