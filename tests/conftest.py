"""A report made by hand, for what comes behind the pipeline: reports, exporters, the command line."""

import pytest
from attrs import evolve
from hypothesis import settings

from provenance.model import (
    Anonymity,
    Article,
    Attribution,
    AuditResult,
    Confidence,
    Failure,
    Finding,
    Form,
    Hop,
    Kind,
    Naming,
    Number,
    Parse,
    Record,
    Report,
    Role,
    RulesUsed,
    Severity,
    Source,
    Sourcing,
    Span,
    Spans,
)

settings.register_profile("brief", max_examples=60, deadline=None, derandomize=True)
settings.load_profile("brief")

TEXT = (
    "Fund to be cut, official warns\n\n"
    "The fund will be cut, an EU official told Bloomberg on condition of anonymity, UNN reports.\n\n"
    "“We are ready to vote on it,” Ana Reyes, the commissioner, wrote in a letter. She hopes for a vote.\n"
    "The commissioner said that Łódź had claimed that the money was late. “It will never pass at all.”\n"
)
PACKS = (("en", "0.1.0", "a" * 64),)


def _at(words: str) -> Spans:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def _named(words: str, entity: str, kind: Kind) -> Source:
    return Source(_at(words), entity, kind, Naming.NAMED, Number.ONE)


def _origin(source: Source) -> Hop:
    return Hop(source.entity, source.kind, source.naming, Role.ORIGIN, source.spans)


def _attributions() -> tuple[Attribution, ...]:
    anonymity = Anonymity("EU official", "on condition of anonymity", None, None, 2)
    official = Source(
        _at("an EU official"), "EU official", Kind.PERSON, Naming.UNNAMED, Number.ONE, anonymity=anonymity
    )
    reyes, she = (
        _named("Ana Reyes, the commissioner", "Ana Reyes", Kind.PERSON),
        _named("She", "Ana Reyes", Kind.PERSON),
    )
    short, city = _named("The commissioner", "Ana Reyes", Kind.PERSON), _named("Łódź", "Łódź", Kind.GOVERNMENT)
    unn = Hop("UNN", Kind.OUTLET, Naming.NAMED, Role.PUBLISHER, _at("UNN reports"))
    bloomberg = Hop("Bloomberg", Kind.OUTLET, Naming.NAMED, Role.RELAY, _at("told Bloomberg"))
    letter = Hop("letter", Kind.DOCUMENT, Naming.UNNAMED, Role.MEDIUM, _at("in a letter"))
    speech = True
    return (
        Attribution(
            "a1", Form.INDIRECT, "en/told", speech, _at("told"), _at("The fund will be cut"), official,
            (unn, bloomberg, _origin(official)),
        ),
        Attribution(
            "a2", Form.DIRECT, "en/quote", speech, _at("wrote"), _at("“We are ready to vote on it,”"), reyes,
            (letter, _origin(reyes)),
        ),
        Attribution(
            "a3", Form.INDIRECT, "en/attitude", not speech, _at("hopes for"), _at("a vote"), she, (_origin(she),)
        ),
        Attribution(
            "a4", Form.INDIRECT, "en/that", speech, _at("said"), _at("that Łódź had claimed that the money was late"),
            short, (_origin(short),),
        ),
        Attribution(
            "a5", Form.INDIRECT, "en/that", speech, _at("had claimed"), _at("that the money was late"), city,
            (evolve(_origin(short), role=Role.RELAY), _origin(city)), nested_in="a4",
        ),
    )  # fmt: skip


def _records(attributions: tuple[Attribution, ...]) -> tuple[Record, ...]:
    sourcing = (Sourcing.UNNAMED_ONLY, *[Sourcing.NAMED] * 4)
    records = [
        Record(f"r{number}", attribution.content, (attribution.id,), kind, (), 1)
        for number, (attribution, kind) in enumerate(zip(attributions, sourcing, strict=True), 1)
    ]
    return (*records, Record("r6", _at("“It will never pass at all.”"), (), Sourcing.NONE))


def _findings() -> tuple[Finding, ...]:
    claim, orphan = _at("The fund will be cut"), _at("“It will never pass at all.”")
    only = "'The fund will be cut' rests only on EU official."
    return (
        Finding(
            "f1", "anon-only-claim", "A01", Severity.ERROR, Confidence.HIGH, only, claim, _at("an EU official"),
            "a1", "r1", "0123456789abcdef", ("ap/anonymous-sources",),
        ),
        Finding(
            "f2", "anon-no-reason", "A04", Severity.NOTE, Confidence.MEDIUM, "No reason for 'an EU official'.", claim, (),
            "a1", "r1", "123456789abcdef0",
        ),
        Finding(
            "f3", "quote-orphan", "Q01", Severity.WARNING, Confidence.MEDIUM, "Nobody says '“It will never pass at all.”'.",
            orphan, (), None, "r6", "23456789abcdef01",
        ),
    )  # fmt: skip


@pytest.fixture
def made_result() -> AuditResult:
    """Make one audited article with every kind of claim: relayed, through a medium, an attitude, nested, an orphan."""
    attributions = _attributions()
    lines = [_at(line)[0] for line in TEXT.split("\n") if line]
    article = Article(TEXT, "seeds/made.txt", publisher="UNN", notes=("the reader has a remark",))
    parse = Parse(article, attributions, _records(attributions), headline=lines[0], paragraphs=tuple(lines[1:]))
    return AuditResult(parse, _findings())


@pytest.fixture
def made_report(made_result: AuditResult) -> Report:
    """Make a run over one article and one file that cannot be read."""
    return Report((made_result, Failure("seeds/empty.txt", "is empty")), RulesUsed(PACKS, "desk"))
