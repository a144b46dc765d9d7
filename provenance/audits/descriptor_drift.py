"""One claim is given twice in the article, and its unnamed source is another in number or country."""

from collections.abc import Iterator

from provenance.audits.claim_facts import supporters_of
from provenance.audits.conditions import select
from provenance.audits.source_facts import anonymity_of, source_of
from provenance.audits.subject import Context, Hit, Subject
from provenance.model import Anonymity, Number, text_of
from provenance.rulebook.schema import AuditCard


def audit_descriptor_drift(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object to the later of two descriptions that cannot both be right."""
    claims = select(context.claims, card.when)
    by_record = {subject.record.id: subject for subject in claims if subject.record}
    for subject in claims:
        for record in supporters_of(subject):
            earlier = by_record.get(record.id)
            if earlier and earlier.claim[0] < subject.claim[0] and _differ(earlier, subject):
                words = {"earlier": text_of(earlier.evidence, context.text)}
                yield Hit(subject, subject.evidence, related=earlier.evidence, words=words)
                break


def _differ(earlier: Subject, later: Subject) -> bool:
    """Tell whether two descriptions of who says one thing contradict each other."""
    one, other = anonymity_of(earlier), anonymity_of(later)
    if one is None or other is None:
        return False
    numbers = {_number(earlier), _number(later)}
    sides, others = _told(one, "side"), _told(other, "side")
    return numbers == {Number.ONE, Number.SEVERAL} or bool(sides and others and not sides & others)


def _number(subject: Subject) -> Number | None:
    source = source_of(subject)
    return source.number if source else None


def _told(anonymity: Anonymity, point: str) -> frozenset[str]:
    """Give the words that a description has for one point, lower case."""
    return frozenset(word for name, words in anonymity.points if name == point for word in words.lower().split())
