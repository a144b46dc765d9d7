"""From a finding that is wrong to a text that keeps it so until a rule is mended."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from provenance.model import AuditResult, Finding, Span, hull_of
from provenance.pipeline import audit_text
from provenance.policy.toml_words import quote
from provenance.rulebook import Rulebook
from provenance.rulebook.dispute_files import TAG
from provenance.rulebook.schema import Dispute


def shrink_context(finding: Finding, result: AuditResult, rulebook: Rulebook) -> Span:
    """Find the least stretch of the article in which the rule still objects to the same words."""
    text = result.article.text
    for stretch in _contexts(finding, result):
        if _still_found(finding, stretch, text, rulebook):
            return stretch
    return Span(0, len(text))


def write_dispute(finding: Finding, text: str, context: Span, reason: str) -> str:
    """Give the dispute as a TOML table: the context with the words that are no fault tagged."""
    hull = hull_of(finding.spans)
    parts = (text[context.start : hull.start], text[hull.start : hull.end], text[hull.end : context.end])
    before, words, after = map(_escape, parts)
    marked = f"{before}{{{TAG}:{words}}}{after}"
    return f"\n[[dispute]]\ntext = {quote(marked)}\nreason = {quote(reason)}\n"


def find_dispute(finding: Finding, text: str, context: Span, disputes: Iterable[Dispute]) -> Dispute | None:
    """Find the dispute that holds the same words of the same stretch against the same audit; None if there is none."""
    hull = hull_of(finding.spans)
    wrong = Span(hull.start - context.start, hull.end - context.start)
    for dispute in disputes:
        same = (dispute.audit, dispute.tagged.text) == (finding.rule, context.of(text))
        if same and any(span == wrong for _, span in dispute.tagged.spans):
            return dispute
    return None


def open_file(audit: str) -> str:
    """Give the head of a file of disputes."""
    return f'kind = "disputes"\naudit = "{audit}"\n'


def _contexts(finding: Finding, result: AuditResult) -> Iterator[Span]:
    """Yield stretches around the finding, the least first: sentence, paragraph, with the one before, from the start."""
    hull, parse = hull_of(finding.spans), result.parse
    yield from (_around(hull, sentence) for sentence in parse.sentences if sentence.overlaps(hull))
    yield from (_around(hull, paragraph) for paragraph in parse.paragraphs if paragraph.overlaps(hull))
    for before, paragraph in pairwise(parse.paragraphs):
        if paragraph.overlaps(hull):
            yield _around(hull, Span(before.start, paragraph.end))
    ends = [paragraph.end for paragraph in parse.paragraphs if paragraph.overlaps(hull)]
    yield _around(hull, Span(0, max(ends, default=hull.end)))


def _around(hull: Span, stretch: Span) -> Span:
    return Span(min(hull.start, stretch.start), max(hull.end, stretch.end))


def _still_found(finding: Finding, stretch: Span, text: str, rulebook: Rulebook) -> bool:
    wanted = Span(hull_of(finding.spans).start - stretch.start, hull_of(finding.spans).end - stretch.start)
    found = audit_text(stretch.of(text), rulebook).findings
    return any(one.rule == finding.rule and hull_of(one.spans) == wanted for one in found)


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
