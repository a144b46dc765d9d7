"""The audit of every card that says all it wants in its table of conditions."""

from collections.abc import Iterator

from provenance.audits.chain_facts import chain_of
from provenance.audits.conditions import select
from provenance.audits.subject import Context, Hit, Subject, Subjects
from provenance.rulebook.schema import AuditCard


def audit_table(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object to every claim for which the card's conditions hold."""
    return (hit_on(card.on, subject) for subject in select(subjects_of(context, card.on), card.when))


def subjects_of(context: Context, scope: str) -> Subjects:
    """Give what a card looks at by its `on`: quotations without a speaker, sentences without a source, or claims."""
    return {"orphan": context.orphans, "bare": context.bare}.get(scope, context.claims)


def hit_on(scope: str, subject: Subject) -> Hit:
    """Object to a claim: to its words, or (`attribution`) to the words that say whose it is."""
    if scope == "attribution":
        return Hit(subject, subject.evidence, related=subject.claim)
    hops = (span for hop in chain_of(subject) for span in hop.spans)
    return Hit(subject, subject.claim, related=(*hops, *subject.evidence))
