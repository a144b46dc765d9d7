"""Small builders of parses, for tests that need records without the pipeline."""

import re
from collections.abc import Mapping

from attrs import evolve, frozen

from provenance.audits.engine import run_audits
from provenance.model import (
    NO_ORIGIN,
    Anonymity,
    Article,
    Attribution,
    Chain,
    Finding,
    Form,
    Hop,
    Kind,
    Naming,
    Number,
    Parse,
    Record,
    Role,
    Source,
    Sourcing,
    Span,
    Spans,
    Tense,
)
from provenance.rulebook.forms import forms_of
from provenance.rulebook.list_words import list_words
from provenance.rulebook.load import load_pack
from provenance.rulebook.locate import default_rules
from provenance.rulebook.schema import AuditCard, TaggedText
from provenance.rulebook.tagged import parse_tagged

PACK = load_pack(default_rules())
"""The shipped rules."""

CARDS: Mapping[str, AuditCard] = {card.id: card for card in PACK.audits}
"""The shipped audit cards by id."""

LISTS = list_words(PACK.lexicons)
"""The lists of words that the shipped rules name."""

SORTS: Mapping[str, frozenset[str]] = {
    form: frozenset(entry.fields["sorts"])
    for lexicon in PACK.lexicons
    if lexicon.id == "en/source-sorts"
    for entry in lexicon.entries
    for form, _ in forms_of(entry, lexicon.pos)
}
"""What sort of source a word makes, by its forms."""

_SENTENCE = re.compile(r"\S.*?[.!?][\"”»]?(?=\s|$)", re.DOTALL)


def hop(entity: str | None, kind: Kind = Kind.PERSON, naming: Naming = Naming.NAMED, role: Role = Role.ORIGIN) -> Hop:
    """Make a hop that no words of the text establish."""
    return Hop(entity, kind, naming, role, ())


def outlet(entity: str, role: Role = Role.RELAY) -> Hop:
    """Make a hop for a named outlet."""
    return hop(entity, Kind.OUTLET, Naming.NAMED, role)


REYES = hop("Ana Reyes")
OFFICIAL = hop("unnamed EU official", naming=Naming.UNNAMED)
NOBODY = NO_ORIGIN


@frozen
class Said:
    """One attribution to build: its content is tagged `c<id>`, its source `s<id>`, its cue `q<id>`, relays `r<id>`."""

    id: str
    chain: Chain = (OFFICIAL,)
    form: Form = Form.INDIRECT
    number: Number = Number.ONE
    specificity: int = 2
    descriptor: str | None = None
    reason: str | None = None
    on_behalf_of: str | None = None
    candidates: tuple[str, ...] = ()
    nested_in: str | None = None
    reported_speech: bool = True
    signals: frozenset[str] = frozenset()
    supported_by: tuple[str, ...] = ()
    sourcing: Sourcing | None = None


def make_parse(marked: str, *said: Said, publisher: str | None = None) -> Parse:
    """Build the parse of a tagged text; `headline`, `lead`, `orphan` and `signal_...` are tags of their own."""
    tagged = parse_tagged(marked)
    orphans = _spans(tagged, "orphan")
    records = [_record(one, tagged) for one in said]
    records += [Record(f"r{number}", (span,), (), Sourcing.NONE) for number, span in enumerate(orphans, 100)]
    names = {name for name, _ in tagged.spans if name.startswith("signal_")}
    return Parse(
        article=Article(tagged.text, publisher=publisher),
        attributions=tuple(_attribution(one, tagged) for one in said),
        records=tuple(records),
        headline=next(iter(_spans(tagged, "headline")), None),
        lead=next(iter(_spans(tagged, "lead")), None),
        sentences=tuple(Span(*match.span()) for match in _SENTENCE.finditer(tagged.text)),
        orphans=orphans,
        signals={name.removeprefix("signal_"): _spans(tagged, name) for name in names},
    )


def audit(rule: str, parse: Parse) -> tuple[Finding, ...]:
    """Run one shipped audit on a parse."""
    return run_audits(parse, [CARDS[rule]], LISTS)


def words(finding: Finding, parse: Parse) -> list[str]:
    """Give the words a finding rests on."""
    return [span.of(parse.article.text) for span in finding.spans]


def hits(rule: str, marked: str, *said: Said, publisher: str | None = None) -> list[str]:
    """Build a parse, run one shipped audit on it, and give the words its findings rest on."""
    parse = make_parse(marked, *said, publisher=publisher)
    return [word for finding in audit(rule, parse) for word in words(finding, parse)]


def _spans(tagged: TaggedText, name: str) -> Spans:
    return tuple(span for tag, span in tagged.spans if tag == name)


def _attribution(said: Said, tagged: TaggedText) -> Attribution:
    relays = _spans(tagged, f"r{said.id}")
    chain = tuple(evolve(hop, spans=relays) if hop.role is Role.RELAY else hop for hop in said.chain)
    return Attribution(
        id=f"a{said.id}",
        form=said.form,
        pattern="en/test",
        reported_speech=said.reported_speech,
        cue=_spans(tagged, f"q{said.id}"),
        content=_spans(tagged, f"c{said.id}"),
        source=_source(said, tagged),
        chain=chain,
        nested_in=said.nested_in,
        signals=said.signals,
    )


def _source(said: Said, tagged: TaggedText) -> Source | None:
    origin = said.chain[-1]
    if origin.naming is Naming.NONE:
        return None
    unnamed = origin.naming is Naming.UNNAMED
    descriptor = said.descriptor or (origin.entity or "").removeprefix("unnamed ")
    return Source(
        spans=_spans(tagged, f"s{said.id}"),
        entity=origin.entity,
        kind=origin.kind,
        naming=origin.naming,
        number=Number.SEVERAL if (said.descriptor or "").endswith("s") else said.number,
        on_behalf_of=said.on_behalf_of,
        anonymity=_anonymity(descriptor, said) if unnamed else None,
        candidates=said.candidates,
    )


def _anonymity(descriptor: str, said: Said) -> Anonymity:
    """Describe an unnamed source: any point but the lowest specificity counts for the role, sorts are the lexicon's."""
    points = (("role", descriptor),) if said.specificity else ()
    sorts = SORTS.get(descriptor.rpartition(" ")[2], frozenset())
    return Anonymity(descriptor, None, said.reason, None, said.specificity, points=points, sorts=sorts)


def _record(said: Said, tagged: TaggedText) -> Record:
    sourcing = said.sourcing or _sourcing(said.chain[-1])
    return Record(
        f"r{said.id}",
        _spans(tagged, f"c{said.id}"),
        (f"a{said.id}",),
        sourcing,
        said.supported_by,
        tense=Tense.PAST,
    )


def _sourcing(origin: Hop) -> Sourcing:
    """Give what a claim rests on if only this origin stands for it."""
    if origin.naming is Naming.NAMED:
        return Sourcing.NAMED
    if origin.naming is Naming.NONE:
        return Sourcing.NONE
    return Sourcing.UNNAMED_ONLY if origin.kind in {Kind.PERSON, Kind.GROUP} else Sourcing.VAGUE
