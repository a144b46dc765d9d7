"""Somebody is accused by name, and the article neither hears them nor says that they were asked."""

from collections.abc import Iterator, Sequence

from provenance.audits.conditions import select
from provenance.audits.subject import Context, Hit, Subject
from provenance.model import Naming, Span, hull_of
from provenance.rulebook.schema import AuditCard


def audit_no_response(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object to the first accusation of each party that nowhere speaks, denies or is said not to have answered."""
    targets = context.parse.signals.get("target", ())
    if not targets:
        return
    claims = select(context.claims, card.when)
    answered = {word for name in _heard(context) for word in name.lower().split()}
    blamed: set[str] = set()
    for target in targets:
        words = target.of(context.text).split()
        name = words[-1].strip(".,;:\"'”’").lower() if words else ""
        accusation = _accusation(claims, context.sentences_around(target))
        if accusation is None or not _is_name(words) or name in answered or name in blamed:
            continue
        if not _is_answered_near(context, target, card.options["reach"]):
            blamed.add(name)
            yield Hit(accusation, (target,), related=accusation.claim)


def _is_name(words: list[str]) -> bool:
    """Tell whether the words for who is accused end in a name."""
    return words[-1][:1].isupper()


def _heard(context: Context) -> Iterator[str]:
    """Give whoever says anything in the article, or is said not to have answered."""
    for attribution in context.parse.attributions:
        source = attribution.source
        if source and source.naming is Naming.NAMED:
            yield from (name for name in (source.entity, source.on_behalf_of) if name)
        elif source and source.on_behalf_of:
            yield source.on_behalf_of
    yield from (span.of(context.text) for span in context.parse.signals.get("no-comment", ()))


def _accusation(claims: Sequence[Subject], sentence: Span) -> Subject | None:
    return next((subject for subject in claims if hull_of(subject.claim).overlaps(sentence)), None)


def _is_answered_near(context: Context, target: Span, reach: int) -> bool:
    """Tell whether somebody denies something, or would not comment, within a stretch behind the accusation."""
    near = Span(target.start, target.end + reach)
    signals = context.parse.signals
    return any(near.overlaps(span) for name in ("denial", "no-comment") for span in signals.get(name, ()))
