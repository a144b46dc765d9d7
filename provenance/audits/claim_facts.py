"""What a card may ask about a claim, its record and its place in the article."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from provenance.audits.subject import Subject
from provenance.model import (
    Attribution,
    Form,
    Kind,
    Record,
    Role,
    Sourcing,
    Span,
    Spans,
    hull_of,
    last_begun,
    overlapping,
)

_CLOSING_MARKS = "\"'\u201d\u2019\u00bb\u201c"
_OPENING_MARKS = "\"'\u201c\u2018\u00ab"
_SENTENCE_ENDS = ".!?…,"
_LABEL = 16
"""Paragraphs with fewer characters are labels (*Advertisement:*)."""
_LOOK_AHEAD = 2
"""How many sentences after a claim may still name who is meant."""


def supporters_of(subject: Subject) -> Iterator[Record]:
    """Give the records that report the same claim."""
    for name in subject.record.supported_by if subject.record else ():
        record = subject.context.records.get(name)
        if record:
            yield record


def earlier_reports(claims: Sequence[Subject]) -> Iterator[tuple[Subject, list[Subject]]]:
    """Give each of some claims with those among them that report the same and stand before it."""
    by_record = {subject.record.id: subject for subject in claims if subject.record}
    for subject in claims:
        same = (by_record[record.id] for record in supporters_of(subject) if record.id in by_record)
        yield subject, [other for other in same if other.claim[0] < subject.claim[0]]


def restated_by(subject: Subject) -> Iterator[Record]:
    """Give the records whose claims a bare sentence says again."""
    for name in subject.record.restates if subject.record else ():
        yield subject.context.records[name]


def sentences_from(subject: Subject, count: int) -> Span:
    """Give the stretch from the claim to the end of its sentence and of `count` sentences after it."""
    hull, sentences = hull_of(subject.claim), subject.context.parse.sentences
    own = last_begun(sentences, hull.end - 1)
    last = min(own + count, len(sentences) - 1)
    return Span(hull.start, sentences[last].end) if own >= 0 else hull


def _signals(subject: Subject) -> frozenset[str]:
    """Give the signals of the attribution, and those found in the claim's sentence or the one after it."""
    reach = sentences_from(subject, 1)
    found = (name for name, stretches in subject.context.signals.items() if stretches.overlap(reach))
    return frozenset(found) | (subject.attribution.signals if subject.attribution else frozenset())


def _says(subject: Subject) -> frozenset[str]:
    """Give the signals found in the words of the claim themselves."""
    signals = subject.context.parse.signals
    return frozenset(name for name, spans in signals.items() if any(overlapping(spans, part) for part in subject.claim))


def _words_before_cue(subject: Subject) -> int:
    """Count the words of the claim that the reader meets before who says them."""
    return sum(len(span.of(subject.context.text).split()) for span in _before_cue(subject))


def sentences_before_cue(subject: Subject) -> int:
    """Count the sentences that end before the reader meets who says them."""
    sentences = subject.context.parse.sentences
    return sum(len(overlapping(sentences, span)) for span in _before_cue(subject))


def _before_cue(subject: Subject) -> Spans:
    attribution = subject.attribution
    if attribution is None or not attribution.cue:
        return ()
    told = min(span.start for span in (*attribution.cue, *(attribution.source.spans if attribution.source else ())))
    return tuple(span for span in subject.claim if span.end <= told)


def _restates(subject: Subject) -> frozenset[str]:
    """Give what the claims rest on that this one says again: their sourcing, *second-hand*, *hedged*."""
    return frozenset(found for record in restated_by(subject) for found in _standing(subject, record))


def _standing(subject: Subject, record: Record) -> Iterator[str]:
    attribution = subject.context.attributions.get(record.attributions[0]) if record.attributions else None
    outlets = [hop for hop in attribution.chain if hop.kind is Kind.OUTLET] if attribution else []
    passed_on = any(hop.role in {Role.RELAY, Role.ORIGIN} for hop in outlets)
    yield "second-hand" if passed_on and record.sourcing is Sourcing.NAMED else record.sourcing.value
    hedges = subject.context.parse.signals.get("hedge", ())
    if any(overlapping(hedges, part) for part in record.claim):
        yield "hedged"


def _restates_earlier(subject: Subject) -> bool:
    """Tell whether a claim that this one says again stands before it."""
    start = subject.claim[0].start
    return any(record.claim[0].start < start for record in restated_by(subject))


def _places(subject: Subject) -> frozenset[str]:
    """Give the prominent places in which the claim stands: headline, lead, first-quote."""
    parse, claim = subject.context.parse, subject.claim[0]
    places = {
        "headline": parse.headline is not None and parse.headline.overlaps(claim),
        "lead": parse.lead is not None and parse.lead.overlaps(claim),
        "first-quote": subject.attribution is _first_quote(subject),
    }
    return frozenset(place for place, holds in places.items() if holds)


def _is_titled(subject: Subject) -> bool:
    """Tell whether the claim stands above the lead: in headline, deck, highlight (lines that are no sentences) or summary.

    A short first paragraph may be taken for a headline; it ends in a full stop.
    """
    parse, text, start = subject.context.parse, subject.context.text, subject.claim[0].start
    if parse.summary is not None and start < parse.summary.end:
        return True
    above = [parse.headline] if parse.headline else []
    if parse.lead is not None and start < parse.lead.start:
        above += parse.paragraphs
    line = next((line for line in above if line.start <= start < line.end), None)
    return line is not None and text[line.end - 1] != "."


def _first_quote(subject: Subject) -> Attribution | None:
    """The first attribution with quoted words, if it quotes a whole clause and no quotation of nobody's stands before it."""
    parse, first = subject.context.parse, subject.context.first_quoted
    if first is None or first.form is not Form.DIRECT:
        return None
    return None if parse.orphans and parse.orphans[0].start < first.content[0].start else first


def _follows_speech(subject: Subject) -> bool:
    """Tell whether somebody speaks in the sentence right before the claim."""
    sentences, start = subject.context.parse.sentences, subject.claim[0].start
    before = last_begun(sentences, start) - 1
    return before >= 0 and subject.context.speech.overlap(sentences[before])


def _speech_follows(subject: Subject) -> bool:
    """Tell whether somebody speaks in one of the sentences right after the claim."""
    return subject.context.attributed.overlap(_right_after(subject))


def _has_people_near(subject: Subject) -> bool:
    """Tell whether somebody speaks or is named in the paragraphs beside a quotation, or in the rest of its own."""
    parse, claim = subject.context.parse, hull_of(subject.claim)
    reach = _neighbourhood(subject, claim)
    near = (span for span in overlapping(parse.people, reach) if not span.overlaps(claim))
    return next(near, None) is not None or subject.context.attributed.overlap(reach)


def _neighbourhood(subject: Subject, claim: Span) -> Span:
    """Give the paragraph of a quotation with the one before and the one after it; adverts and other orphans between do not count."""
    paragraphs = subject.context.parse.paragraphs
    at = max(last_begun(paragraphs, claim.start), 0)
    before = next((i for i in range(at - 1, -1, -1) if _is_prose(subject, paragraphs[i])), at)
    after = next((i for i in range(at + 1, len(paragraphs)) if _is_prose(subject, paragraphs[i])), at)
    return Span(paragraphs[before].start, paragraphs[after].end) if paragraphs else claim


def _is_prose(subject: Subject, paragraph: Span) -> bool:
    """Tell whether a paragraph is more than a label and more than another quotation without a speaker."""
    inside = overlapping(subject.context.parse.orphans, paragraph)
    left = len(paragraph) - sum(len(orphan) for orphan in inside)
    return left >= _LABEL


def _is_named_next(subject: Subject) -> bool:
    """Tell whether a named person speaks in one of the sentences right after the claim."""
    return subject.context.named_speech.overlap(_right_after(subject))


def _right_after(subject: Subject) -> Span:
    """Give the rest of the claim's sentence and the sentences that may still name who is meant."""
    return Span(hull_of(subject.claim).end, sentences_from(subject, _LOOK_AHEAD).end)


def _is_credited_near(subject: Subject) -> bool:
    """Tell whether the claim's sentence has somebody's words, or the one before or after it those of an outlet or a document."""
    sentences, own = subject.context.parse.sentences, hull_of((*subject.claim, *subject.evidence))
    around = subject.context.sentences_around(own)
    first = max(last_begun(sentences, around.start) - 1, 0)
    last = min(last_begun(sentences, around.end - 1) + 1, len(sentences) - 1)
    beside = Span(sentences[first].start, sentences[last].end) if sentences else around
    return subject.context.attributed.overlap(around) or subject.context.published.overlap(beside)


def _has_named_support(subject: Subject) -> bool:
    """Tell whether a named source of the article reports the same claim."""
    return any(record.sourcing in {Sourcing.NAMED, Sourcing.MIXED} for record in supporters_of(subject))


def _is_ragged(subject: Subject) -> bool:
    """Tell whether words of a quoted claim stand behind its last quotation mark: a name there may be who speaks."""
    if subject.attribution is None or subject.attribution.form is not Form.DIRECT:
        return False
    said = subject.claim[-1].of(subject.context.text).rstrip(_CLOSING_MARKS + _SENTENCE_ENDS + " ")
    if said[:1] not in _OPENING_MARKS:
        return False
    closed = max(said.rfind(mark, 1) for mark in _CLOSING_MARKS)
    return closed > 0 and said[closed + 1 : closed + 3].strip()[:1].isupper()


def _is_sentence(subject: Subject) -> bool:
    """Tell whether the quoted words start like a sentence and end like one, inside the quotation marks."""
    quoted = hull_of(subject.claim).of(subject.context.text)
    start = next((character for character in quoted if character.isalnum()), "")
    return not start.islower() and quoted.rstrip(_CLOSING_MARKS)[-1:] in _SENTENCE_ENDS


def _stands_alone(subject: Subject) -> str:
    """Tell what a quotation fills by itself, in which nobody else could be said to speak: paragraph, sentence, nothing."""
    parse, claim = subject.context.parse, hull_of(subject.claim)
    for name, stretches in (("paragraph", parse.paragraphs), ("sentence", parse.sentences)):
        over = overlapping(stretches, claim)
        if over and not _has_words(subject, Span(over[0].start, claim.start), Span(claim.end, over[-1].end)):
            return name
    return "nothing"


def _has_words(subject: Subject, *stretches: Span) -> bool:
    text = subject.context.text
    return any(character.isalnum() for stretch in stretches for character in stretch.of(text))


def _words(subject: Subject) -> int:
    """Count the words of the claim."""
    return len(hull_of(subject.claim).of(subject.context.text).split())


CLAIM_FACTS: Mapping[str, Callable[[Subject], object]] = {
    "claim.alone": _stands_alone,
    "claim.credited_near": _is_credited_near,
    "claim.follows_speech": _follows_speech,
    "claim.speech_follows": _speech_follows,
    "claim.named_next": _is_named_next,
    "claim.people_near": _has_people_near,
    "claim.place": _places,
    "claim.ragged": _is_ragged,
    "claim.says": _says,
    "claim.sentence": _is_sentence,
    "claim.sentences_before_cue": sentences_before_cue,
    "claim.titled": _is_titled,
    "claim.words_before_cue": _words_before_cue,
    "claim.signals": _signals,
    "claim.words": _words,
    "record.named_support": _has_named_support,
    "record.restates": _restates,
    "record.restates_earlier": _restates_earlier,
}
