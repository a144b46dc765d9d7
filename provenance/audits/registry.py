"""The audits that need more than a table of conditions: card id -> the function that finds what it objects to."""

from collections.abc import Callable, Iterator, Mapping

from provenance.audits.declined_yet_cited import audit_declined_yet_cited
from provenance.audits.descriptor_drift import audit_descriptor_drift
from provenance.audits.false_pair import audit_false_pair
from provenance.audits.hop_nameless import audit_hop_nameless
from provenance.audits.metadata_source import audit_metadata_source
from provenance.audits.no_response import audit_no_response
from provenance.audits.plural_one import audit_plural_one
from provenance.audits.single_source import audit_single_source
from provenance.audits.subject import Context, Hit
from provenance.rulebook.schema import AuditCard

AUDITS: Mapping[str, Callable[[Context, AuditCard], Iterator[Hit]]] = {
    "declined-yet-cited": audit_declined_yet_cited,
    "descriptor-drift": audit_descriptor_drift,
    "false-pair": audit_false_pair,
    "hop-nameless": audit_hop_nameless,
    "metadata-source": audit_metadata_source,
    "no-response": audit_no_response,
    "plural-one": audit_plural_one,
    "single-source": audit_single_source,
}
