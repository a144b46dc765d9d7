"""Two supports of one claim that are one: both lead to the same origin, or the source confirms itself."""

from collections.abc import Iterator

from provenance.audits.chain_facts import chain_of, relays_of
from provenance.audits.claim_facts import earlier_reports
from provenance.audits.conditions import select
from provenance.audits.source_facts import cue_words
from provenance.audits.subject import Context, Hit, Subject
from provenance.model import Kind, Naming
from provenance.rulebook.schema import AuditCard


def audit_false_pair(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object to the later of two reports of a claim that look independent and have one origin."""
    confirming = frozenset(card.options["confirming"])
    for subject, reports in earlier_reports(select(context.claims, card.when)):
        earlier = next((one for one in reports if _is_one(one, subject, confirming)), None)
        if earlier:
            yield Hit(subject, subject.claim, related=(*earlier.claim, *earlier.evidence))


def _is_one(earlier: Subject, later: Subject, confirming: frozenset[str]) -> bool:
    """Tell whether two reports have one origin and come by different outlets, or the later one claims to confirm."""
    if _origin(later) in _outlets(earlier):
        return True  # the later report cites the outlet through which the earlier one came
    if _origin(earlier) is None or _origin(earlier) != _origin(later):
        return False
    one, other = _outlets(earlier), _outlets(later)
    if one and other:
        return not one & other
    return bool(cue_words(later) & confirming) and not cue_words(earlier) & confirming


def _origin(subject: Subject) -> str | None:
    return chain_of(subject)[-1].entity


def _outlets(subject: Subject) -> frozenset[str | None]:
    """Give the outlets that pass a claim on; a named person who tells several outlets the same deceives nobody."""
    named = chain_of(subject)[-1].naming is Naming.NAMED
    return frozenset(hop.entity for hop in relays_of(subject) if hop.kind is Kind.OUTLET and not (hop.heard and named))
