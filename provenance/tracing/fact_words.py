"""The article's words from which a fact is read, where they are others than those of the claim, its cue and its source."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from provenance.audits.claim_facts import restated_by, sentences_from, supporters_of
from provenance.audits.quoting import quote_spans
from provenance.audits.source_facts import head_of, outer_attributions, source_of
from provenance.audits.subject import Subject
from provenance.model import Anonymity, Record, Span

_MOST = 3
"""How many pieces are named of one sort."""


def words_of(fact: str, subject: Subject, value: object) -> str:
    """Give the words behind the value of a fact, as people are told of them; empty where there are none to tell."""
    read = _WORDS.get(fact)
    return "; ".join(dict.fromkeys(filter(None, read(subject, value)))) if read else ""


def _described(subject: Subject) -> tuple[Anonymity, ...]:
    """Give how the source is described wherever the article lets it speak."""
    source = source_of(subject)
    return tuple(subject.context.portrait(source).described) if source else ()


def _points(subject: Subject, _: object) -> Iterator[str]:
    best = max(_described(subject), key=lambda one: one.specificity, default=None)
    return (f"{point} '{words}'" for point, words in (best.points if best else ()))


def _told(field: str) -> Callable[[Subject, object], Iterator[str]]:
    """Read one field of every description."""

    def read(subject: Subject, _: object) -> Iterator[str]:
        return (f"'{words}'" for one in _described(subject) if (words := getattr(one, field)))

    return read


def _signals(subject: Subject, value: object) -> Iterator[str]:
    """Give where each signal stands in the claim's sentence or the next one."""
    reach, text = sentences_from(subject, 1), subject.context.text
    for name in sorted(value) if isinstance(value, frozenset) else ():
        spans = [span for span in subject.context.parse.signals.get(name, ()) if span.overlaps(reach)]
        yield from (f"{name} '{quote_spans((span,), text)}'" for span in spans[:_MOST])


def _claims(records: Callable[[Subject], Iterable[Record]]) -> Callable[[Subject, object], Iterator[str]]:
    def read(subject: Subject, _: object) -> Iterator[str]:
        found = list(records(subject))[:_MOST]
        return (f"claim {one.id.lstrip('r')} '{quote_spans(one.claim, subject.context.text)}'" for one in found)

    return read


def _outer(subject: Subject, _: object) -> Iterator[str]:
    text = subject.context.text
    return (f"'{quote_spans(one.source.spans, text)}'" for one in outer_attributions(subject) if one.source)


def _head(subject: Subject, _: object) -> Iterator[str]:
    head = head_of(subject)
    return iter([f"'{head}'"] if head else [])


def _title(subject: Subject, _: object) -> Iterator[str]:
    parse = subject.context.parse
    above: tuple[Span, ...] = tuple(span for span in (parse.headline, parse.lead) if span)
    spans = [span for span in above if span.overlaps(subject.claim[0])]
    return (f"'{quote_spans((span,), subject.context.text)}'" for span in spans)


_WORDS: Mapping[str, Callable[[Subject, object], Iterator[str]]] = {
    "attribution.inside_quotation": _outer,
    "attribution.inside_speech": _outer,
    "claim.place": _title,
    "claim.says": _signals,
    "claim.signals": _signals,
    "claim.titled": _title,
    "record.named_support": _claims(supporters_of),
    "record.restated": _claims(restated_by),
    "record.restates": _claims(restated_by),
    "record.supported": _claims(supporters_of),
    "source.basis": _told("basis"),
    "source.described_before": _told("descriptor"),
    "source.granted": _told("terms"),
    "source.hidden": _told("terms"),
    "source.met_before": _head,
    "source.placed": _points,
    "source.reason": _told("reason"),
    "source.rote": _told("reason"),
    "source.specificity": _points,
    "source.times_named": _head,
}
