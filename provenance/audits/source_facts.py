"""What a card may ask about an attribution and its source."""

from collections.abc import Callable, Iterator, Mapping

from provenance.audits.subject import Subject
from provenance.model import Attribution, Form, Kind, Naming, Source

_DEFINITE = frozenset(["the", "this", "that", "these", "those", "my", "his", "her", "its", "our", "their"])


def source_of(subject: Subject) -> Source | None:
    """Give the source of a claim, if one is stated."""
    return subject.attribution.source if subject.attribution else None


def same_source(subject: Subject) -> Iterator[Source]:
    """Give every description of a claim's source in the article, this one first."""
    own = source_of(subject)
    if own is None:
        return
    yield own
    yield from (other for other in subject.context.sources.get(own.entity or "", ()) if other is not own)


def descriptor_words(subject: Subject) -> frozenset[str]:
    """Give the words that describe an unnamed source, lower case; none for any other source."""
    source = source_of(subject)
    return frozenset(source.anonymity.descriptor.lower().split() if source and source.anonymity else ())


def _specificity(subject: Subject) -> int | None:
    """Give the best specificity with which the article describes this source; None for one that is not unnamed."""
    return max((source.anonymity.specificity for source in same_source(subject) if source.anonymity), default=None)


def _gives_reason(subject: Subject) -> bool:
    """Tell whether the article says, anywhere, why this source is not named."""
    return any(source.anonymity.reason for source in same_source(subject) if source.anonymity)


def _is_inside_speech(subject: Subject) -> bool:
    """Tell whether the claim stands inside somebody's words; an outlet's report around it does not count."""
    return any(outer.source and outer.source.kind is not Kind.OUTLET for outer in _outer_attributions(subject))


def _is_inside_quotation(subject: Subject) -> bool:
    """Tell whether the claim stands inside somebody's quoted words; an outlet's words do not count."""
    return any(
        outer.form is not Form.INDIRECT and outer.source and outer.source.kind is not Kind.OUTLET
        for outer in _outer_attributions(subject)
    )


def _is_definite(subject: Subject) -> bool:
    """Tell whether the words for the source speak of somebody known: *the governor*, *his lawyer*."""
    source = source_of(subject)
    first = source.spans[0].of(subject.context.text).partition(" ")[0].lower() if source and source.spans else ""
    return first in _DEFINITE


def _outer_attributions(subject: Subject) -> Iterator[Attribution]:
    """Give the attributions around this one, innermost first."""
    inner, seen = subject.attribution, set[str]()
    while inner and inner.nested_in and inner.nested_in not in seen:
        seen.add(inner.nested_in)
        inner = subject.context.attributions.get(inner.nested_in)
        if inner:
            yield inner


def _cue_words(subject: Subject) -> frozenset[str]:
    """Give the words of the cue, lower case."""
    cue = subject.attribution.cue if subject.attribution else ()
    return frozenset(word for span in cue for word in span.of(subject.context.text).lower().split())


SOURCE_FACTS: Mapping[str, Callable[[Subject], object]] = {
    "attribution.cue": _cue_words,
    "attribution.form": lambda subject: subject.attribution.form if subject.attribution else None,
    "attribution.inside_quotation": _is_inside_quotation,
    "attribution.inside_speech": _is_inside_speech,
    "attribution.pattern": lambda subject: subject.attribution.pattern if subject.attribution else None,
    "source.candidates": lambda subject: len(source.candidates) if (source := source_of(subject)) else 0,
    "source.definite": _is_definite,
    "source.kind": lambda subject: source.kind if (source := source_of(subject)) else Kind.UNKNOWN,
    "source.naming": lambda subject: source.naming if (source := source_of(subject)) else Naming.NONE,
    "source.number": lambda subject: source.number if (source := source_of(subject)) else None,
    "source.reason": _gives_reason,
    "source.resolved": lambda subject: bool((source := source_of(subject)) and source.entity),
    "source.speaks_for": lambda subject: bool((source := source_of(subject)) and source.on_behalf_of),
    "source.specificity": _specificity,
    "source.words": descriptor_words,
}
