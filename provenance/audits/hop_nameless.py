"""A hop of the chain is *media*, *local press* or *Telegram channels*: nobody could look it up."""

from collections.abc import Iterator, Mapping, Sequence

from provenance.audits.chain_facts import nameless_hops
from provenance.audits.subject import Context, Hit
from provenance.audits.table_audit import audit_table
from provenance.rulebook.schema import AuditCard


def audit_hop_nameless(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object to the words that stand for the nameless outlet."""
    for hit in audit_table(context, card):
        subject = hit.subject
        cited = [hop for hop in nameless_hops(subject) if _is_cited((hop.entity or "").lower(), card.options)]
        if not cited:
            continue
        named = [hop for hop in cited if hop.spans]
        yield Hit(subject, named[0].spans if named else subject.evidence, related=subject.claim)


def _is_cited(name: str, options: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether words stand for outlets that somebody could have named: *local media*, not *social media*."""
    return name not in options["networks"] and name.rpartition(" ")[2] in options["heads"]
