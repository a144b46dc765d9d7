"""What a card may ask about the way a claim took."""

from collections.abc import Callable, Mapping

from provenance.audits.openings import opening_of
from provenance.audits.subject import Subject, outlet_word, plain_word
from provenance.model import Chain, Hop, Kind, Naming, Role, hull_of


def chain_of(subject: Subject) -> Chain:
    """Give the hops of a claim; none for an orphan quotation."""
    return subject.attribution.chain if subject.attribution else ()


def links_of(subject: Subject) -> list[Hop]:
    """Give the hops that stand between the event and the reader; a medium is no link."""
    return [hop for hop in chain_of(subject) if hop.role is not Role.MEDIUM]


def relays_of(subject: Subject) -> list[Hop]:
    """Give the hops that pass the claim on; the article's own outlet passes nothing on."""
    own = subject.context.publishers
    return [hop for hop in chain_of(subject) if hop.role is Role.RELAY and not (hop.entity and hop.entity in own)]


def nameless_hops(subject: Subject) -> list[Hop]:
    """Give the outlets in the chain that nobody could look up: *media*, *local press*, *Telegram channels*.

    *His blog* belongs to somebody, and *the media*, *they* are taken up or accused, not cited.
    """
    nameless = (hop for hop in links_of(subject) if hop.kind is Kind.OUTLET and hop.naming is Naming.UNNAMED)
    return [
        hop
        for hop in nameless
        if opening_of(hop.spans, hop.entity, subject.context.text, subject.context.words) in {"bare", "indefinite"}
    ]


def _is_second_hand(subject: Subject) -> bool:
    """Tell whether somebody passes the claim on, or another outlet says it in its own name."""
    return bool(relays_of(subject)) or _comes_from_other_outlet(subject)


def _comes_from_other_outlet(subject: Subject) -> bool:
    match chain_of(subject)[-1:]:
        case (Hop(kind=Kind.OUTLET, naming=Naming.NAMED, role=Role.ORIGIN, entity=entity),):
            return entity not in subject.context.publishers
    return False


def _is_complete(subject: Subject) -> bool:
    """Tell whether the parser knows who and what every link is, and none of them is the speaker himself."""
    return all(
        hop.entity is not None and hop.kind is not Kind.UNKNOWN and hop.naming is not Naming.AUTHOR
        for hop in links_of(subject)
    )


def _outlet_links(subject: Subject) -> int:
    """Count the outlets between the event and the reader."""
    return sum(hop.kind is Kind.OUTLET for hop in links_of(subject))


def _different_outlets(subject: Subject) -> int:
    """Count the outlets on the way that are surely different ones: *The Times* may be *The New York Times*."""
    outlets = (hop for hop in links_of(subject) if hop.kind is Kind.OUTLET and hop.entity)
    return len({outlet_word(hop.entity or "", subject.context.words) for hop in outlets})


def _is_heard(subject: Subject) -> bool:
    """Tell whether an outlet on the way was told by the source itself: *told the BBC*, *spoke to Reuters*."""
    return any(hop.heard for hop in chain_of(subject))


def _stands_inside_claim(subject: Subject) -> bool:
    """Tell whether the words that name a relay stand within the claim: *as Reuters reported*, put into it."""
    return any(part.overlaps(span) for hop in relays_of(subject) for span in hop.spans for part in subject.claim)


def _is_relayed_here(subject: Subject) -> bool:
    """Tell whether a relay is named in the sentences of the claim and its evidence, not carried there from before."""
    context = subject.context
    here = context.sentences_around(hull_of((*subject.claim, *subject.evidence)))
    return any(span.overlaps(here) for hop in relays_of(subject) for span in hop.spans)


def _is_own_position(subject: Subject) -> bool:
    """Tell whether a named person states what a government holds, as a minister does for his own."""
    match links_of(subject)[-2:]:
        case [Hop(kind=Kind.PERSON, naming=Naming.NAMED), Hop(kind=Kind.GOVERNMENT)]:
            return True
    return False


def outlet_of(subject: Subject) -> str | None:
    """Give the other outlet nearest the claim's origin by the last word of its name: *The Times* for *The New York Times*.

    Several outlets in one (*ABC and CBS*, a poll of *ABC/CBS*) are none.
    """
    hops = (hop for hop in reversed(links_of(subject)) if hop.kind is Kind.OUTLET and hop.role is not Role.PUBLISHER)
    name = next((hop.entity for hop in hops if hop.entity), None)
    return None if name is None or " and " in name or "/" in name else outlet_word(name, subject.context.words)


def _times_outlet_named(subject: Subject) -> int:
    """Count how often the article uses the last word of the name of the outlet of a claim."""
    return len(subject.context.places.get(plain_word(outlet_of(subject) or ""), ()))


def _has_basis_told(subject: Subject) -> bool:
    """Tell whether the article says elsewhere whom the outlet of a claim heard, or that people talk to it: then it is no riddle."""
    return outlet_of(subject) in subject.context.outlets_with_sources


def _is_linked(subject: Subject) -> bool:
    """Tell whether a link stands in the sentences of the claim and of the words that tell its way."""
    context = subject.context
    parts = (*subject.claim, *subject.evidence, *(span for hop in chain_of(subject) for span in hop.spans))
    hull = hull_of(parts)
    return any(link.overlaps(context.sentences_around(hull)) for link in context.parse.links)


def _other_outlets(subject: Subject) -> int:
    """Count the named outlets on the way that are not the article's own."""
    return sum(
        hop.kind is Kind.OUTLET and hop.naming is Naming.NAMED and hop.entity not in subject.context.publishers
        for hop in links_of(subject)
        if hop.role is not Role.PUBLISHER
    )


CHAIN_FACTS: Mapping[str, Callable[[Subject], object]] = {
    "chain.basis_told": _has_basis_told,
    "chain.complete": _is_complete,
    "chain.different_outlets": _different_outlets,
    "chain.heard": _is_heard,
    "chain.inside_claim": _stands_inside_claim,
    "chain.linked": _is_linked,
    "chain.other_outlets": _other_outlets,
    "chain.outlet_named": _times_outlet_named,
    "chain.outlets": _outlet_links,
    "chain.own_position": _is_own_position,
    "chain.relayed_here": _is_relayed_here,
    "chain.second_hand": _is_second_hand,
}
