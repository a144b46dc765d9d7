"""A source stays unnamed and the article does not say why."""

from collections.abc import Iterator

from provenance.audits.source_facts import source_of
from provenance.audits.subject import Context, Hit
from provenance.audits.table_audit import audit_table
from provenance.rulebook.schema import AuditCard


def audit_anon_no_reason(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object once to each source, where it is cited first."""
    cited: set[str] = set()
    for hit in audit_table(context, card):
        source = source_of(hit.subject)
        entity = source.entity if source else None
        if entity is None or entity in cited:
            continue
        cited.add(entity)
        yield hit
