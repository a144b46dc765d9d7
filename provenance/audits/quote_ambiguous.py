"""The words for a speaker fit several people, or nobody."""

from collections.abc import Iterator

from provenance.audits.conditions import select
from provenance.audits.source_facts import source_of
from provenance.audits.subject import Context, Hit, Subject
from provenance.audits.table_audit import hit_on
from provenance.model import Form
from provenance.rulebook.schema import AuditCard


def audit_quote_ambiguous(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object to the words for the speaker, with everyone they may stand for."""
    for subject in select(context.claims, card.when):
        if _fits_several_or_none(subject):
            yield hit_on(card.on, subject)


def _fits_several_or_none(subject: Subject) -> bool:
    """Tell whether a source has two candidates or more, or none at all for quoted words."""
    source, attribution = source_of(subject), subject.attribution
    if source is None or attribution is None:
        return False
    return len(source.candidates) > 1 or (source.entity is None and attribution.form is not Form.INDIRECT)
