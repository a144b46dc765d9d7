"""A parse and the cards in force -> findings."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from provenance.audits.conditions import holds
from provenance.audits.fingerprint import Fingerprints
from provenance.audits.messages import fill_message
from provenance.audits.once import first_of_each
from provenance.audits.registry import AUDITS
from provenance.audits.remedies import fill_remedy
from provenance.audits.subject import Context, Hit
from provenance.audits.table_audit import audit_table
from provenance.model import Finding, Parse, bounds_of, hull_of
from provenance.rulebook.schema import AuditCard, AuditSoften
from provenance.rulebook.word_lists import WordLists


def run_audits(parse: Parse, cards: Sequence[AuditCard], words: WordLists) -> tuple[Finding, ...]:
    """Run the audits on one article, with the lists of words that the rules name: findings in text order, numbered, one a claim and rule."""
    context, fingerprints = Context(parse, words), Fingerprints()
    # audits over groups need several articles, those of waivers the waivers
    own = [card for card in cards if card.on not in ("group", "waiver")]
    found = [(card, hit) for card in own for hit in one_a_claim(find_hits(context, card))]
    found.sort(key=lambda pair: (*bounds_of(hull_of(pair[1].spans)), pair[0].code))
    return tuple(
        _make_finding(number, card, hit, fingerprints.take(card.id, hit)) for number, (card, hit) in enumerate(found, 1)
    )


def find_hits(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Give every claim that the card objects to and none of its exceptions excuses, in text order; one of each sort with `once`."""
    hits = (hit for hit in find_raw_hits(context, card) if not _is_excused(card, hit))
    yield from first_of_each(hits, card.options.get("once"))


def find_raw_hits(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Give every claim that the card objects to, before its exceptions excuse any."""
    return AUDITS.get(card.id, audit_table)(context, card)


def _is_excused(card: AuditCard, hit: Hit) -> bool:
    return any(exception.when and holds(exception.when, hit.subject) for exception in card.excepts)


def one_a_claim(hits: Iterable[Hit]) -> list[Hit]:
    """Fold objections to the same claim into the first of them; the words of the others become related."""
    kept: list[Hit] = []
    reported: dict[str, int] = {}
    for hit in hits:
        record = hit.subject.record
        index = reported.get(record.id) if record else None
        if index is not None:
            kept[index] = evolve(kept[index], related=(*kept[index].related, *hit.spans))
            continue
        for name in (record.id, *record.supported_by) if record else ():
            reported.setdefault(name, len(kept))
        kept.append(hit)
    return kept


def _weigh(card: AuditCard, hit: Hit) -> AuditSoften | AuditCard:
    """Give what says how much a hit weighs: the first circumstance that softens it, else the card."""
    return next((soften for soften in card.softens if holds(soften.when, hit.subject)), card)


def _make_finding(number: int, card: AuditCard, hit: Hit, fingerprint: str) -> Finding:
    """Give the finding that a card makes of a hit."""
    attribution, record = hit.subject.attribution, hit.subject.record
    weight = _weigh(card, hit)
    return Finding(
        id=f"f{number}",
        rule=card.id,
        code=card.code,
        severity=weight.severity,
        confidence=weight.confidence or card.confidence,
        message=fill_message(card.message, hit),
        remedy=fill_remedy(weight.remedy or card.remedy, hit),
        spans=hit.spans,
        related=tuple(sorted(set(hit.related).difference(hit.spans), key=bounds_of)),
        attribution=attribution.id if attribution else None,
        record=record.id if record else None,
        fingerprint=fingerprint,
        standards=card.standards,
        remedy_of=weight.id if weight is not card and weight.remedy else None,
    )
