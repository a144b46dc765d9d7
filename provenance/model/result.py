"""The audit of one article, and of several."""

from collections.abc import Mapping

from attrs import field, frozen

from provenance.model.article import Article
from provenance.model.attribution import Attribution
from provenance.model.finding import Finding
from provenance.model.record import Record
from provenance.model.span import Span, Spans


@frozen
class Parse:
    """What the pipeline knows of an article before any audit looks at it; audits read nothing else.

    `headline` is the title's span where the text holds one; `lead` the first paragraph of body text, `summary`
    what a newspaper's database set above it; `sentences` and `paragraphs` partition the body. `orphans` are quotations that no attribution covers, and `people`, looked for only
    where there are any, the words that name a person or outlet or stand for a person; `bare` are sentences in the
    article's own voice that need a source; `links` are words that point elsewhere; `signals` maps a signal's name to the
    spans where a signal pattern found it; `credited` maps each source that the metadata names to where the text names it;
    `own_outlets` are the names under which the article's own outlet stands in chains.
    """

    article: Article
    attributions: tuple[Attribution, ...] = ()
    records: tuple[Record, ...] = ()
    headline: Span | None = None
    lead: Span | None = None
    sentences: Spans = ()
    paragraphs: Spans = ()
    orphans: Spans = ()
    people: Spans = ()
    bare: Spans = ()
    links: Spans = ()
    signals: Mapping[str, Spans] = field(factory=dict)
    credited: Mapping[str, Spans] = field(factory=dict)
    own_outlets: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    summary: Span | None = None


@frozen
class AuditResult:
    """Everything found in one article. `waived` holds findings that a waiver or an ignore took out, never lost."""

    parse: Parse
    findings: tuple[Finding, ...] = ()
    waived: tuple[Finding, ...] = ()

    @property
    def article(self) -> Article:
        """The article that was audited."""
        return self.parse.article


@frozen
class Failure:
    """A file that could not be audited, and why; takes the place of its result in every report."""

    path: str
    reason: str


@frozen
class RulesUsed:
    """Which rules made a report: (id, version, sha256) of every pack, and the house profile, if one was applied."""

    packs: tuple[tuple[str, str, str], ...] = ()
    profile: str | None = None


@frozen
class Report:
    """A run over several inputs, in the order in which they were given.

    `others` are the rules of those articles, by path, that were audited under others than `rules`.
    """

    results: tuple[AuditResult | Failure, ...]
    rules: RulesUsed = field(factory=RulesUsed)
    others: Mapping[str, RulesUsed] = field(factory=dict)
