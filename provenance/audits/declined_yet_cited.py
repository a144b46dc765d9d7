"""A body would not comment, and somebody unnamed from that body speaks in the same article."""

from collections.abc import Iterator

from provenance.audits.conditions import select
from provenance.audits.source_facts import descriptor_words, told_words
from provenance.audits.subject import Context, Hit
from provenance.rulebook.schema import AuditCard


def audit_declined_yet_cited(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object to a refusal to comment by a body from which an unnamed source speaks."""
    refusals = context.parse.signals.get("no-comment", ())
    blamed = set()
    for subject in select(context.claims, card.when):
        body = told_words(subject, "organisation") & descriptor_words(subject)
        for span in refusals:
            words = span.of(context.text).lower().replace(",", " ").split()
            own = any(map(span.overlaps, subject.evidence))
            if body and body.issubset(words) and span not in blamed and not own:
                blamed.add(span)
                yield Hit(subject, subject.evidence, related=(span,), words={"refusal": span.of(context.text)})
