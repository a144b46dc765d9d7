"""A body would not comment, and somebody unnamed from that body speaks in the same article."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from provenance.audits.conditions import select
from provenance.audits.source_facts import descriptor_words, told_words
from provenance.audits.subject import Context, Hit
from provenance.model import Span
from provenance.rulebook.schema import AuditCard


def audit_declined_yet_cited(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object to a refusal to comment by a body from which an unnamed source speaks."""
    refusals = _by_word(context.parse.signals.get("no-comment", ()), context.text)
    blamed = set()
    for subject in select(context.claims, card.when) if refusals else ():
        body = told_words(subject, "organisation") & descriptor_words(subject)
        for span, words in refusals.get(min(body, default=""), ()):
            own = any(map(span.overlaps, subject.evidence))
            if body <= words and span not in blamed and not own:
                blamed.add(span)
                yield Hit(subject, subject.evidence, related=(span,), words={"refusal": span.of(context.text)})


def _by_word(refusals: Sequence[Span], text: str) -> Mapping[str, list[tuple[Span, frozenset[str]]]]:
    """List under each word the refusals that hold it, with all their words."""
    found: dict[str, list[tuple[Span, frozenset[str]]]] = defaultdict(list)
    for span in refusals:
        words = frozenset(span.of(text).lower().replace(",", " ").split())
        for word in words:
            found[word].append((span, words))
    return found
