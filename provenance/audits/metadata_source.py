"""The metadata names a source that the text never names, or the text rests on an outlet that the metadata leaves out."""

from collections.abc import Iterator

from provenance.audits.chain_facts import chain_of
from provenance.audits.conditions import select
from provenance.audits.subject import Context, Hit, Subject
from provenance.model import Hop, Kind, Naming, Role, Span
from provenance.rulebook.schema import AuditCard

_UNNAMED = "the source in the metadata, is nowhere named in the text"
_LEFT_OUT = "whose reports this text rests on, is no source in the metadata"


def audit_metadata_source(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object to each source that stands on one side only; silent where the metadata names none."""
    credited = context.parse.credited
    if not credited:
        return
    place = _opening_of(context)
    for name, spans in credited.items():
        if not spans and place is not None:
            yield Hit(Subject(context, (place,), None, None), (place,), words={"name": name, "gap": _UNNAMED})
    known = tuple(span for spans in credited.values() for span in spans)
    yield from _left_out(context, card, known)


def _opening_of(context: Context) -> Span | None:
    """Give where a reader would look for the source first: the headline, else the lead, else the first sentence."""
    return context.parse.headline or context.parse.lead or next(iter(context.parse.sentences), None)


def _left_out(context: Context, card: AuditCard, known: tuple[Span, ...]) -> Iterator[Hit]:
    """Object once to each outlet from which several claims are taken and which the metadata does not name."""
    taken: dict[str, list[tuple[Subject, Hop]]] = {}
    declared: set[str] = set()
    for subject in select(context.claims, card.when):
        for hop in chain_of(subject):
            if hop.kind is Kind.OUTLET and hop.naming is Naming.NAMED and hop.role is not Role.PUBLISHER and hop.entity:
                taken.setdefault(hop.entity, []).append((subject, hop))
                if any(span.overlaps(one) for span in hop.spans for one in known):
                    declared.add(hop.entity)
    for entity, uses in taken.items():
        if entity not in declared and entity not in context.publishers and len(uses) >= card.options["least"]:
            subject, hop = uses[0]
            yield Hit(subject, hop.spans or subject.claim, words={"name": entity, "gap": _LEFT_OUT})
