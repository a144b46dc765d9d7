"""The record of the claim under the cursor, in Markdown."""

import re
from collections.abc import Iterator

from provenance.editors.lines import Lines
from provenance.model import AuditResult, Spans, hull_of
from provenance.reports.chains import render_chain, support_counter
from provenance.reports.html.wording import SOURCING, number_of
from provenance.reports.rows import Row, read_rows

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def describe_claims(result: AuditResult, lines: Lines, offset: int) -> str | None:
    """Return the records of all claims whose claim, source or cue stands at `offset` of the document, the shortest first."""
    rows = [row for row in read_rows(result, everything=True) if _stands_at(row, lines, offset)]
    rows.sort(key=lambda row: len(hull_of(row.record.claim)))
    return "\n\n---\n\n".join("\n\n".join(_facts(row, result)) for row in rows) or None


def _stands_at(row: Row, lines: Lines, offset: int) -> bool:
    words: Spans = row.record.claim
    if row.attribution is not None:
        source = row.attribution.source
        words = (*words, *row.attribution.cue, *(source.spans if source is not None else ()))
    places = filter(None, map(lines.place_of, words))
    return any(place.start <= offset < place.end for place in places)


def _facts(row: Row, result: AuditResult) -> Iterator[str]:
    sign, kind = SOURCING[row.record.sourcing]
    yield f"**Claim {number_of(row)}** {sign} {kind}"
    if row.attribution is not None:
        yield f"Chain: {_escape(render_chain(row.attribution.chain, result.article.text))}"
        anonymity = row.attribution.source.anonymity if row.attribution.source is not None else None
        if anonymity is not None:
            yield f"Reason for anonymity: {_escape(anonymity.reason or 'none given')}"
    support = support_counter(result.parse)(row.record)
    yield f"Origins: {support.named} named, {support.unnamed} unnamed"
    for finding in row.findings:
        yield f"{finding.severity.value} {finding.code}: {_escape(finding.message)}"


def _escape(text: str) -> str:
    """Keep the words of an article from being read as Markdown."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
