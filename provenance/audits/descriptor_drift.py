"""One claim is given twice in the article, and its unnamed source is another in number or country."""

from collections.abc import Iterator

from provenance.audits.claim_facts import earlier_reports
from provenance.audits.conditions import select
from provenance.audits.source_facts import anonymity_of, number_of, told_words
from provenance.audits.subject import Context, Hit, Subject
from provenance.model import Number, text_of
from provenance.rulebook.schema import AuditCard


def audit_descriptor_drift(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object to the later of two descriptions that cannot both be right."""
    for subject, reports in earlier_reports(select(context.claims, card.when)):
        earlier = next((one for one in reports if _differ(one, subject)), None)
        if earlier:
            words = {"earlier": text_of(earlier.evidence, context.text)}
            yield Hit(subject, subject.evidence, related=earlier.evidence, words=words)


def _differ(earlier: Subject, later: Subject) -> bool:
    """Tell whether two descriptions of who says one thing contradict each other."""
    if anonymity_of(earlier) is None or anonymity_of(later) is None:
        return False
    numbers = {number_of(earlier), number_of(later)}
    side, other_side = told_words(earlier, "side"), told_words(later, "side")
    return numbers == {Number.ONE, Number.SEVERAL} or bool(side and other_side and side.isdisjoint(other_side))
