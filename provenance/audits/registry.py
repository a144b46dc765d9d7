"""The audits that need more than a table of conditions: card id -> the function that finds what it objects to."""

from collections.abc import Callable, Iterator, Mapping

from provenance.audits.anon_no_reason import audit_anon_no_reason
from provenance.audits.hop_nameless import audit_hop_nameless
from provenance.audits.plural_one import audit_plural_one
from provenance.audits.subject import Context, Hit
from provenance.rulebook.schema import AuditCard

AUDITS: Mapping[str, Callable[[Context, AuditCard], Iterator[Hit]]] = {
    "anon-no-reason": audit_anon_no_reason,
    "hop-nameless": audit_hop_nameless,
    "plural-one": audit_plural_one,
}
