"""Every claim of the article comes from one and the same origin."""

from collections.abc import Iterator

from provenance.audits.chain_facts import chain_of
from provenance.audits.conditions import select
from provenance.audits.source_facts import head_of
from provenance.audits.subject import Context, Hit, Subject
from provenance.model import Naming
from provenance.rulebook.schema import AuditCard


def audit_single_source(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object to the first claim where enough claims are made and none has another origin."""
    origins = {chain_of(subject)[-1].entity for subject in context.claims if _is_somebody(chain_of(subject)[-1].naming)}
    if len(origins) != 1 or None in origins:
        return
    claims = select(context.claims, card.when)
    if len(claims) >= card.options["claims"] and not _opens_with(context, claims[0]):
        yield Hit(claims[0], claims[0].evidence, tuple(span for other in claims[1:] for span in other.evidence))


def _is_somebody(naming: Naming) -> bool:
    return naming in {Naming.NAMED, Naming.UNNAMED}


def _opens_with(context: Context, subject: Subject) -> bool:
    """Tell whether headline or lead name the source: then the article says itself that it reports what that source says."""
    opening = [span for span in (context.parse.headline, context.parse.lead) if span]
    places = context.places.get(head_of(subject), ())
    return any(span.start <= place < span.end for span in opening for place in places)
