"""The audit of every card that says all it wants in its table of conditions."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from provenance.audits.chain_facts import chain_of, outlet_of
from provenance.audits.conditions import select
from provenance.audits.source_facts import source_of
from provenance.audits.subject import Context, Hit, Subject
from provenance.rulebook.schema import AuditCard


def _entity_of(subject: Subject) -> str | None:
    source = source_of(subject)
    return source.entity if source else None


ONCE: Mapping[str, Callable[[Subject], str | None]] = {
    "source": _entity_of,
    "outlet": outlet_of,
    "article": lambda _: "article",
}
"""Of what a card with the option `once` wants only the first."""


def audit_table(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object to every claim for which the card's conditions hold; with `once` to the first of each source, outlet or article."""
    subjects = select({"orphan": context.orphans, "bare": context.bare}.get(card.on, context.claims), card.when)
    if name_of := ONCE.get(card.options.get("once", "")):
        subjects = first_of_each(subjects, name_of)
    return (hit_on(card.on, subject) for subject in subjects)


def first_of_each(subjects: Iterable[Subject], name_of: Callable[[Subject], str | None]) -> list[Subject]:
    """Give of all claims of one name the first; those without a name are left out."""
    first: dict[str, Subject] = {}
    for subject in subjects:
        name = name_of(subject)
        if name is not None:
            first.setdefault(name, subject)
    return list(first.values())


def hit_on(scope: str, subject: Subject) -> Hit:
    """Object to a claim: to its words, or (`attribution`) to the words that say whose it is."""
    if scope == "attribution":
        return Hit(subject, subject.evidence, related=subject.claim)
    hops = (span for hop in chain_of(subject) for span in hop.spans)
    return Hit(subject, subject.claim, related=(*hops, *subject.evidence))
