"""What an audit looks at: one claim, seen in its article."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from operator import itemgetter

from attrs import field, frozen

from provenance.audits.portraits import Gallery, Portrait, hang_gallery
from provenance.audits.stretches import Stretches, gather_stretches
from provenance.model import (
    Attribution,
    Form,
    Kind,
    Naming,
    Parse,
    Record,
    Role,
    Source,
    Sourcing,
    Span,
    Spans,
    last_begun,
)
from provenance.rulebook.word_lists import WordLists

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@frozen(eq=False, repr=False)
class Context:
    """An article's parse with its records and attributions by id; built once an article."""

    parse: Parse
    words: WordLists
    """Lists of words that the rules name."""
    attributions: Mapping[str, Attribution] = field(init=False)
    records: Mapping[str, Record] = field(init=False)
    record_of: Mapping[str, Record] = field(init=False)
    """The record of an attribution, by the attribution's id."""
    sources: Mapping[str, tuple[Source, ...]] = field(init=False)
    """Every source that is the same person, body or description, by entity, in text order."""
    portraits: dict[str, Portrait] = field(factory=dict, init=False)
    """What is told of every entity for which somebody asked."""
    first_said: Mapping[str, Attribution] = field(init=False)
    """The first reported speech of every entity."""
    claims: "Subjects" = field(init=False)
    """Every attributed claim that may raise findings, in text order."""
    orphans: "Subjects" = field(init=False)
    """Every quotation that no attribution covers, in text order."""
    bare: "Subjects" = field(init=False)
    """Every sentence in the article's own voice that needs a source, in text order."""

    @attributions.default
    def _by_id(self) -> Mapping[str, Attribution]:
        return {attribution.id: attribution for attribution in self.parse.attributions}

    @records.default
    def _records_by_id(self) -> Mapping[str, Record]:
        return {record.id: record for record in self.parse.records}

    @record_of.default
    def _by_attribution(self) -> Mapping[str, Record]:
        return {attribution: record for record in self.parse.records for attribution in record.attributions}

    @sources.default
    def _by_entity(self) -> Mapping[str, tuple[Source, ...]]:
        found: dict[str, list[Source]] = {}
        for attribution in self.parse.attributions:
            if attribution.source is not None and attribution.source.entity is not None:
                found.setdefault(attribution.source.entity, []).append(attribution.source)
        return {entity: tuple(sources) for entity, sources in found.items()}

    @first_said.default
    def _find_first_said(self) -> Mapping[str, Attribution]:
        found: dict[str, Attribution] = {}
        for attribution in self.parse.attributions:
            if attribution.reported_speech and attribution.source and attribution.source.entity is not None:
                found.setdefault(attribution.source.entity, attribution)
        return found

    @claims.default
    def _find_claims(self) -> "Subjects":
        return Subjects(_claims_of(self))

    @orphans.default
    def _find_orphans(self) -> "Subjects":
        return Subjects(_unattributed(self, self.parse.orphans))

    @bare.default
    def _find_bare(self) -> "Subjects":
        return Subjects(_unattributed(self, self.parse.bare))

    def sentences_around(self, span: Span) -> Span:
        """The stretch from the start of the sentence in which a span begins to the end of that in which it ends."""
        sentences = self.parse.sentences
        first, last = last_begun(sentences, span.start), last_begun(sentences, span.end - 1)
        if first < 0:
            return span
        return Span(min(sentences[first].start, span.start), max(sentences[last].end, span.end))

    @cached_property
    def publishers(self) -> frozenset[str | None]:
        """The names under which the article's own outlet appears."""
        hops = (hop for attribution in self.parse.attributions for hop in attribution.chain)
        own = (hop.entity for hop in hops if hop.role is Role.PUBLISHER)
        return frozenset((self.parse.article.publisher, *own, *self.parse.own_outlets))

    @cached_property
    def outlets_with_sources(self) -> frozenset[str]:
        """The outlets of which the article says somewhere whom they heard, by the last words of their names."""
        hops = (hop for attribution in self.parse.attributions for hop in attribution.chain[:-1])
        return frozenset(outlet_word(hop.entity, self.words) for hop in hops if hop.kind is Kind.OUTLET and hop.entity)

    @cached_property
    def signals(self) -> Mapping[str, Stretches]:
        """Where each signal stands, by its name."""
        return {name: gather_stretches(spans) for name, spans in self.parse.signals.items()}

    @cached_property
    def speech(self) -> Stretches:
        """What somebody says."""
        return gather_stretches(span for a in self.parse.attributions if a.reported_speech for span in a.content)

    @cached_property
    def attributed(self) -> Stretches:
        """What somebody says, thinks or wants."""
        return gather_stretches(span for a in self.parse.attributions if a.source for span in a.content)

    @cached_property
    def named_speech(self) -> Stretches:
        """What named persons say or think."""
        return gather_stretches(span for a in self.parse.attributions if _is_named(a.source) for span in a.content)

    @cached_property
    def named_claims(self) -> int:
        """How many claims rest on named sources."""
        return sum(record.sourcing is Sourcing.NAMED for record in self.parse.records)

    def portrait(self, source: Source) -> Portrait:
        """What the article tells of a source, in all places where it speaks."""
        if source.entity is None:
            return Portrait((source,), self.text, self.words)
        if source.entity not in self.portraits:
            sources = self.sources.get(source.entity, (source,))
            self.portraits[source.entity] = Portrait(sources, self.text, self.words)
        return self.portraits[source.entity]

    @cached_property
    def gallery(self) -> Gallery:
        """What the article tells of its unnamed sources together."""
        return hang_gallery(attribution.source for attribution in self.parse.attributions if attribution.source)

    @cached_property
    def cue_words(self) -> Mapping[str, frozenset[str]]:
        """The words of the cues with which every entity speaks, in lower case."""
        found: dict[str, set[str]] = {}
        for attribution in self.parse.attributions:
            if attribution.source is not None and attribution.source.entity is not None:
                words = (word for cue in attribution.cue for word in cue.of(self.text).lower().split())
                found.setdefault(attribution.source.entity, set()).update(words)
        return {entity: frozenset(words) for entity, words in found.items()}

    @cached_property
    def published(self) -> Stretches:
        """What outlets and documents say, in their own name or in passing it on."""
        return gather_stretches(span for a in self.parse.attributions if _is_published(a) for span in a.content)

    @cached_property
    def first_quoted(self) -> Attribution | None:
        """The first attribution that quotes anything."""
        return next((one for one in self.parse.attributions if one.form is not Form.INDIRECT), None)

    @cached_property
    def names_documents(self) -> bool:
        """Whether the article cites a document that can be found: a survey by a named institute."""
        hops = (hop for attribution in self.parse.attributions for hop in attribution.chain)
        return any(hop.kind is Kind.DOCUMENT and hop.naming is Naming.NAMED for hop in hops)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each word of the article stands, by the word in lower case without a plural or possessive *s*."""
        found: dict[str, list[int]] = {}
        for match in _WORD.finditer(self.text):
            found.setdefault(plain_word(match[0]), []).append(match.start())
        return found

    @cached_property
    def _said(self) -> Sequence[tuple[int, str | None]]:
        """Where each reported claim begins, and whose it is, in text order."""
        said = (a for a in self.parse.attributions if a.reported_speech and a.content and a.source)
        return sorted(((a.content[0].start, a.source.entity if a.source else None) for a in said), key=itemgetter(0))

    def speaker_before(self, attribution: Attribution) -> str | None:
        """The entity whose reported claim is the last to begin before another one."""
        at = bisect_left(self._said, attribution.content[0].start, key=lambda one: one[0])
        return self._said[at - 1][1] if at else None

    @property
    def text(self) -> str:
        """The article's text."""
        return self.parse.article.text


@frozen(eq=False, repr=False)
class Subject:
    """One claim: its words, its attribution (none for an orphan quotation) and its record."""

    context: Context
    claim: Spans
    attribution: Attribution | None
    record: Record | None
    facts: dict[str, object] = field(factory=dict, init=False)
    """What conditions asked about it so far."""

    @property
    def evidence(self) -> Spans:
        """The words that say whose claim it is: the source's, else the cue's, else the claim itself."""
        attribution = self.attribution
        source = attribution.source.spans if attribution and attribution.source else ()
        return source or (attribution.cue if attribution else ()) or self.claim


class Subjects(tuple[Subject, ...]):  # noqa: SLOT001  a tuple can have no slots but empty ones
    """Claims of one sort; `selected` are those for which some conditions hold, by the conditions in words."""

    def __init__(self, _subjects: Iterable[Subject] = ()) -> None:
        self.selected: dict[str, Sequence[Subject]] = {}


@frozen(eq=False, repr=False)
class Hit:
    """An audit's objection to a claim, before the card makes a finding of it.

    `spans` are the words it rests on; `words` fill further placeholders of the message.
    """

    subject: Subject
    spans: Spans
    related: tuple[Span, ...] = ()
    words: Mapping[str, str] = field(factory=dict)


def _is_published(attribution: Attribution) -> bool:
    """Tell whether an outlet or a document stands anywhere on the way of a claim."""
    return any(hop.kind in {Kind.OUTLET, Kind.DOCUMENT} for hop in attribution.chain)


@lru_cache(maxsize=50_000)
def plain_word(word: str) -> str:
    """Give a word in lower case without the *s* of a plural or a possessive."""
    return word.lower().removesuffix("'s").removesuffix("’s").removesuffix("s")


def outlet_word(name: str, lists: WordLists) -> str:
    """Give the last word of an outlet's name, lower case: *times* of *The New York Times*, by which it is taken up."""
    sorts = lists["name-forms.outlet-sort"]
    words = [word for word in name.lower().split() if word not in sorts]
    return words[-1] if words else name.lower()


def _is_named(source: Source | None) -> bool:
    return source is not None and source.kind is Kind.PERSON and source.naming is Naming.NAMED


def _claims_of(context: Context) -> Iterator[Subject]:
    """Give the claims to audit.

    Attitudes that the article itself ascribes raise none, and a nested attribution none where its chain adds nothing to the chain around it.
    """
    for attribution in context.parse.attributions:
        record = context.record_of.get(attribution.id)
        claim = record.claim if record else attribution.content
        if claim and claims_something(attribution) and not repeats_outer(context, attribution):
            yield Subject(context, claim, attribution, record)


def claims_something(attribution: Attribution) -> bool:
    """Tell whether somebody says it, nobody does, or somebody else says that it is their attitude."""
    told_by_others = attribution.nested_in is not None and any(hop.role is Role.RELAY for hop in attribution.chain)
    return attribution.reported_speech or attribution.source is None or told_by_others


def _unattributed(context: Context, spans: Spans) -> Iterator[Subject]:
    """Give what nobody is said to have said, each with its record if it has one."""
    records = {record.claim: record for record in context.parse.records if not record.attributions}
    for span in spans:
        yield Subject(context, (span,), None, records.get((span,)))


def repeats_outer(context: Context, attribution: Attribution) -> bool:
    """Tell whether the chain of a nested attribution leads to the same end as that of the one around it."""
    outer = context.attributions.get(attribution.nested_in or "")
    return outer is not None and _ends_of(outer) == _ends_of(attribution)


def _ends_of(attribution: Attribution) -> list[str | None]:
    return [hop.entity for hop in attribution.chain if hop.role is not Role.MEDIUM]
