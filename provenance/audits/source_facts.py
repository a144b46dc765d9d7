"""What a card may ask about an attribution and its source."""

from collections.abc import Callable, Iterator, Mapping

from provenance.audits.openings import opening_of
from provenance.audits.subject import Subject, plain_word
from provenance.model import Anonymity, Attribution, Form, Granted, Kind, Number, Role, Source, text_of

_BARE = frozenset({"bare"})
_KNOWING = frozenset({"insider", "bare"})
_NOTHING = frozenset({"nothing"})
_HOLDING_POSTS = frozenset({"access", "body", "office"})
_NAME_LENGTHS = (2, 3)


def source_of(subject: Subject) -> Source | None:
    """Give the source of a claim, if one is stated."""
    return subject.attribution.source if subject.attribution else None


def anonymity_of(subject: Subject) -> Anonymity | None:
    """Give how the source of a claim is described, if it is unnamed."""
    source = source_of(subject)
    return source.anonymity if source else None


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


def told_words(subject: Subject, point: str) -> frozenset[str]:
    """Give the words that the description of an unnamed source has for one point, lower case."""
    anonymity = anonymity_of(subject)
    return frozenset(anonymity.told.get(point, "").lower().split() if anonymity else ())


def number_of(subject: Subject) -> Number | None:
    """Give how many speakers the words for the source claim."""
    source = source_of(subject)
    return source.number if source else None


def _specificity(subject: Subject) -> int | None:
    """Give the best specificity with which the article describes this source; nothing for one that is not unnamed."""
    source = source_of(subject)
    return subject.context.portrait(source).specificity if source else None


def _is_placed(subject: Subject) -> bool:
    """Tell whether an unnamed source's description has both what they do and for whom: *a ministry official*."""
    anonymity = anonymity_of(subject)
    return anonymity is not None and anonymity.told.keys() >= {"role", "organisation"}


def _gives_reason(subject: Subject) -> bool:
    """Tell whether the article says, anywhere, why this source is not named."""
    source = source_of(subject)
    return source is not None and subject.context.portrait(source).has_reason


def _told_other_outlet(subject: Subject) -> bool:
    """Tell whether the article has what this source said first, before this claim, from another outlet."""
    source, attribution = source_of(subject), subject.attribution
    if source is None or attribution is None:
        return False
    first = subject.context.first_said.get(source.entity or "")
    if first is None or first.content[0].start >= attribution.content[0].start:
        return False
    return any(hop.role is Role.RELAY and hop.kind is Kind.OUTLET for hop in first.chain)


def _gives_rote_reason(subject: Subject) -> bool:
    """Tell whether the article gives a reason for the source's namelessness, and only ever a mere formula."""
    source = source_of(subject)
    return source is not None and subject.context.portrait(source).has_rote_reason


def _is_epithet(subject: Subject) -> bool:
    """Tell whether *the former envoy* says what no earlier words for this source say: it may stand for somebody named."""
    source = source_of(subject)
    if source is None or source.anonymity is None or not source.spans:
        return False
    if opening_of(source.spans, source.entity, subject.context.text, subject.context.words) != "definite":
        return False
    start, told = source.spans[0].start, subject.context.portrait(source).first_told
    return any(told.get(word, start) >= start for word in descriptor_words(subject))


def _described_before(subject: Subject) -> bool:
    """Tell whether an earlier source of the same bare sort is described: *a source close to the mayor*, then *sources*."""
    own, start = _sorts(subject) & _BARE, subject.evidence[0].start
    return any(subject.context.gallery.first_sorts.get(sort, start) < start for sort in own)


def _described_elsewhere(subject: Subject) -> bool:
    """Tell whether the article describes several people whom it calls by the same word: *insiders*, *party insiders*."""
    source = source_of(subject)
    if source is None or source.anonymity is None or source.number is Number.ONE:
        return False
    return source.anonymity.descriptor.lower().rpartition(" ")[2] in subject.context.gallery.words


def _is_contested(subject: Subject) -> bool:
    """Tell whether the words may stand for several people, and nobody has spoken yet or another of them spoke last."""
    source, attribution = source_of(subject), subject.attribution
    if source is None or attribution is None or not source.candidates:
        return False
    last = subject.context.speaker_before(attribution)
    return last is None or (last != source.entity and last in source.candidates and last[:1].isupper())


def _is_resumed(subject: Subject) -> bool:
    """Tell whether somebody else spoke since the source did."""
    last = subject.context.speaker_before(subject.attribution) if subject.attribution else None
    source = source_of(subject)
    return source is not None and last is not None and last != source.entity


def head_of(subject: Subject) -> str:
    """Give the word by which a source is taken up: a surname, or the head of a description, without its plural *s*."""
    source = source_of(subject)
    if source is None:
        return ""
    told = source.anonymity.descriptor if source.anonymity else source.entity or ""
    lists = subject.context.words
    words = [word for word in told.lower().split() if word.strip(".") not in lists["name-forms.generation"]]
    head = next((i for i, word in enumerate(words) if i and word in lists["opening-words.tail"]), len(words))
    return plain_word(words[head - 1]) if words else ""


def _is_met_before(subject: Subject) -> bool:
    """Tell whether the reader met the head of the source's description, or the surname, before the claim."""
    places = subject.context.places.get(head_of(subject), ())
    return bool(places) and places[0] < min(subject.claim[0].start, subject.evidence[0].start)


def _is_plain_name(subject: Subject) -> bool:
    """Tell whether the words for the source are two or three words of a name and nothing else: *Ana Reyes*, not *CNN's Ana Reyes*."""
    source = source_of(subject)
    words = text_of(source.spans, subject.context.text).split() if source else []
    return len(words) in _NAME_LENGTHS and all(word[:1].isupper() and word.isalpha() for word in words)


def _is_beside_cue(subject: Subject) -> bool:
    """Tell whether nothing but a space stands between source and cue: no apposition that says who it is."""
    source, attribution = source_of(subject), subject.attribution
    if source is None or attribution is None or not (source.spans and attribution.cue):
        return False
    ends = [(source.spans[-1].end, cue.start) for cue in attribution.cue]
    ends += [(cue.end, source.spans[0].start) for cue in attribution.cue]
    return any(before <= after <= before + 1 for before, after in ends)


def _times_named(subject: Subject) -> int:
    """Count how often the article uses the surname of a source, or the head of its description."""
    return len(subject.context.places.get(head_of(subject), ()))


def _is_inside_speech(subject: Subject) -> bool:
    """Tell whether the claim stands inside somebody's words; an outlet's report around it does not count."""
    return any(outer.source and outer.source.kind is not Kind.OUTLET for outer in outer_attributions(subject))


def _is_inside_quotation(subject: Subject) -> bool:
    """Tell whether the claim stands inside somebody's quoted words; an outlet's words do not count."""
    return any(
        outer.form is not Form.INDIRECT and outer.source and outer.source.kind is not Kind.OUTLET
        for outer in outer_attributions(subject)
    )


def _introduced(subject: Subject) -> str | None:
    """Give the newest way in which the article brings this source in; nothing where none is stated."""
    source = source_of(subject)
    return subject.context.portrait(source).introduced if source else None


def _own_opening(subject: Subject) -> str | None:
    """Give how the words at this very claim bring its source in."""
    source = source_of(subject)
    return opening_of(source.spans, None, subject.context.text, subject.context.words) if source else None


def _is_definite(subject: Subject) -> bool:
    """Tell whether the words for the source speak of somebody known: *the governor*, *his lawyer*."""
    source = source_of(subject)
    opening = opening_of(source.spans, source.entity, subject.context.text, subject.context.words) if source else None
    return opening in {"definite", "possessive"}


def _is_person(subject: Subject) -> bool:
    """Tell whether the description is one of people at all: it tells a role, or its head is a word for a source."""
    anonymity = anonymity_of(subject)
    return anonymity is not None and (bool(anonymity.sorts) or "role" in anonymity.told)


def _hidden(subject: Subject) -> frozenset[str]:
    """Give what in the article shows that this source's name is held back, rather than left out by chance.

    `terms` or a reason are told, another outlet was `told`, or somebody in the know is but a `source`, is `counted`, tells
    how they know (`basis`), is an `official` alone, or somebody's aide (`side`) and quoted. *nothing* where none of it holds.
    """
    anonymity = anonymity_of(subject)
    if anonymity is None:
        return _NOTHING
    sorts = _sorts(subject)
    ways = _ways(subject, anonymity, sorts) if sorts & _KNOWING else _ways_of_others(anonymity, sorts)
    return frozenset(ways) or _NOTHING


def _ways(subject: Subject, anonymity: Anonymity, sorts: frozenset[str]) -> tuple[str, ...]:
    """Give what shows that somebody in the know is hidden; *people* are nobody in particular, were they ever so many."""
    source = source_of(subject)
    alone = source is not None and source.number is Number.ONE and "anybody" not in sorts
    quoted = subject.attribution is not None and subject.attribution.form is not Form.INDIRECT
    found = {
        "terms": source is not None and subject.context.portrait(source).asked,
        "told": anonymity.granted is Granted.RELAYED and _is_heard(subject),
        "source": "bare" in sorts and sorts.isdisjoint(("anybody", "side")),
        "counted": anonymity.claimed is not None,
        "basis": source is not None and subject.context.portrait(source).has_basis,
        "official": alone and "side" not in sorts,
        "side": alone and quoted,
    }
    return tuple(way for way, holds in found.items() if holds)


def _is_heard(subject: Subject) -> bool:
    """Tell whether an outlet was told by the source itself, or cites one person."""
    source, attribution = source_of(subject), subject.attribution
    alone = source is not None and source.number is Number.ONE
    return alone or (attribution is not None and any(hop.heard for hop in attribution.chain))


def _ways_of_others(anonymity: Anonymity, sorts: frozenset[str]) -> tuple[str, ...]:
    """Give what shows that somebody is hidden whom no word for somebody in the know describes."""
    if anonymity.granted is Granted.REQUESTED:
        return ("terms",)
    return ("told",) if anonymity.granted is Granted.RELAYED and sorts & _HOLDING_POSTS else ()


def _sorts(subject: Subject) -> frozenset[str]:
    """Give what sort of source the head of its description makes it."""
    anonymity = anonymity_of(subject)
    sorts = anonymity.sorts if anonymity else frozenset[str]()
    return sorts | {"spokesperson"} if _speaks_for(subject) else sorts


def _speaks_for(subject: Subject) -> bool:
    """Tell whether the source speaks on somebody's behalf."""
    return bool((source := source_of(subject)) and source.on_behalf_of)


def outer_attributions(subject: Subject) -> Iterator[Attribution]:
    """Give the attributions around this one, innermost first."""
    inner, seen = subject.attribution, set[str]()
    while inner and inner.nested_in and inner.nested_in not in seen:
        seen.add(inner.nested_in)
        inner = subject.context.attributions.get(inner.nested_in)
        if inner:
            yield inner


def cue_words(subject: Subject) -> frozenset[str]:
    """Give the words of the cue, lower case."""
    cue = subject.attribution.cue if subject.attribution else ()
    return frozenset(word for span in cue for word in span.of(subject.context.text).lower().split())


def _cues_of_source(subject: Subject) -> frozenset[str]:
    """Give the words of every cue with which the article lets this source speak, lower case."""
    source = source_of(subject)
    return cue_words(subject) | (
        subject.context.cue_words.get(source.entity or "", frozenset()) if source else frozenset()
    )


SOURCE_FACTS: Mapping[str, Callable[[Subject], object]] = {
    "attribution.cue": cue_words,
    "attribution.inside_quotation": _is_inside_quotation,
    "attribution.inside_speech": _is_inside_speech,
    "source.beside_cue": _is_beside_cue,
    "source.cues": _cues_of_source,
    "source.contested": _is_contested,
    "source.definite": _is_definite,
    "source.introduced": _introduced,
    "source.described_elsewhere": _described_elsewhere,
    "source.described_before": _described_before,
    "source.epithet": _is_epithet,
    "source.hidden": _hidden,
    "source.number": number_of,
    "source.opening": _own_opening,
    "source.placed": _is_placed,
    "source.plain_name": _is_plain_name,
    "source.person": _is_person,
    "source.met_before": _is_met_before,
    "source.times_named": _times_named,
    "source.resumed": _is_resumed,
    "source.rote": _gives_rote_reason,
    "source.reason": _gives_reason,
    "source.sorts": _sorts,
    "source.speaks_for": _speaks_for,
    "source.specificity": _specificity,
    "source.told_other": _told_other_outlet,
    "source.words": descriptor_words,
}
