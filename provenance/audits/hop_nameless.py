"""A hop of the chain is *media*, *local press* or *Telegram channels*: nobody could look it up."""

from collections.abc import Iterator

from provenance.audits.chain_facts import nameless_hops
from provenance.audits.subject import Context, Hit
from provenance.audits.table_audit import audit_table
from provenance.rulebook.schema import AuditCard


def audit_hop_nameless(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object to the words that stand for the nameless outlet."""
    for hit in audit_table(context, card):
        subject = hit.subject
        cited = [hop for hop in nameless_hops(subject) if (hop.entity or "").lower() not in card.options["networks"]]
        if not cited:
            continue
        named = [hop for hop in cited if hop.spans]
        yield Hit(subject, named[0].spans if named else subject.evidence, related=subject.claim)
