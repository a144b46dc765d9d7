"""What a rule pack holds, as records: lexicons, fragments, patterns, audit cards, standards.

These are the rules as written; `compile` turns lexicons and patterns into expressions over class strings.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from provenance.model import Confidence, Severity, Span
from provenance.rulebook.later import packed
from provenance.rulebook.remedies import generalise


class PartOfSpeech(StrEnum):
    """Which forms of an entry are generated."""

    VERB = "verb"
    NOUN = "noun"
    WORD = "word"
    NAME = "name"
    LIST = "list"
    """None: the stages ask for its words by their tags, and no pattern sees them."""


class Emits(StrEnum):
    """What a pattern's match becomes."""

    ATTRIBUTION = "attribution"
    RELAY = "relay"
    SIGNAL = "signal"


@frozen(repr=False)
class Place:
    """Where in the rules something stands: the file's path inside the pack, and a line from 1."""

    path: str
    line: int = 1


@frozen(slots=False)  # a rulebook has many: without slots they are read back from the cache in half the time
class Entry:
    """One lexicon entry: its lemma (or name) and its fields, the lexicon's defaults included."""

    lemma: str
    fields: Mapping[str, Any]


@frozen(eq=False, repr=False)
class Lexicon:
    """A word list with fields; `default` are the fields of an entry that says nothing else."""

    id: str
    pos: PartOfSpeech
    source: str
    entries: Sequence[Entry] = field(converter=packed)
    place: Place
    default: Mapping[str, Any] = field(factory=dict)


@frozen(eq=False, repr=False)
class Fragment:
    """A named piece of the pattern language that patterns use in CAPS."""

    name: str
    match: str
    reason: str
    place: Place


@frozen(eq=False, repr=False)
class TaggedText:
    """An example: its plain text and the spans tagged in it, by tag name, in text order."""

    text: str
    spans: tuple[tuple[str, Span], ...]


@frozen(eq=False, repr=False)
class Example:
    """A text on which the rule must fire, with the exact spans, and optional facts that must hold of the result.

    `metadata` is what the file says about the article.
    """

    tagged: TaggedText
    facts: Mapping[str, Any]
    place: Place
    metadata: Mapping[str, Any] = field(factory=dict)

    @property
    def text(self) -> str:
        """The text without its tags."""
        return self.tagged.text


@frozen(eq=False, repr=False)
class Counter:
    """A text on which the rule must not fire; `guards` names the exception that prevents it, if one does."""

    text: str
    guards: str | None
    place: Place
    metadata: Mapping[str, Any] = field(factory=dict)


@frozen(eq=False, repr=False)
class PatternExcept:
    """Where a pattern matches and must not."""

    id: str
    reason: str
    match: str
    place: Place


@frozen(eq=False, repr=False)
class Pattern:
    """A construction of English.

    `match` is in the pattern language. `rank` is the precedence the pack declares (lower wins over the same words).
    `fields` are further settings of the pattern (confidence, signal name, role of the relay ...).
    """

    id: str
    emits: Emits
    match: str
    reason: str
    source: str
    rank: int
    fields: Mapping[str, Any]
    excepts: tuple[PatternExcept, ...]
    examples: Sequence[Example] = field(converter=packed)
    counters: Sequence[Counter] = field(converter=packed)
    place: Place


class Status(StrEnum):
    """How far a rule can be relied on."""

    PREVIEW = "preview"
    STABLE = "stable"
    DEPRECATED = "deprecated"


@frozen(eq=False, repr=False)
class AuditExcept:
    """A condition under which an audit stays silent, as a table of fields like `when`, or decided in the module."""

    id: str
    reason: str
    when: Mapping[str, Any]
    place: Place


@frozen(eq=False, repr=False)
class AuditSoften:
    """A condition under which an audit's finding weighs less than the card says, or is less sure.

    `severity` takes the place of the card's own, and so do `confidence` and `remedy` if there are any.
    """

    id: str
    reason: str
    severity: Severity
    when: Mapping[str, Any]
    place: Place
    confidence: Confidence | None = None
    remedy: str | None = None


@frozen(eq=False, repr=False)
class AuditCard:
    """House policy for one audit; text patterns have no place in it.

    `on` is what it looks at (record, attribution, article, orphan, bare). `when` is a table of dotted fields that must hold; an
    audit whose condition is more than that has a module with the same stem.
    """

    id: str
    code: str
    title: str
    severity: Severity
    confidence: Confidence
    status: Status
    standards: tuple[str, ...]
    message: str
    remedy: str
    false_alarms: str
    on: str
    when: Mapping[str, Any]
    options: Mapping[str, Any]
    excepts: tuple[AuditExcept, ...]
    fails: Sequence[Example] = field(converter=packed)
    passes: Sequence[Counter] = field(converter=packed)
    place: Place
    softens: tuple[AuditSoften, ...] = ()

    def remedy_in(self, circumstance: str | None) -> str:
        """Give the remedy of the circumstance with that id, the card's own where it has none."""
        own = next((soften.remedy for soften in self.softens if soften.id == circumstance), None)
        return own or self.remedy

    @property
    def general_remedy(self) -> str:
        """What to do, without the words of a finding."""
        return generalise(self.remedy)


@frozen(eq=False, repr=False)
class Calibration:
    """How often attributions are right: odds by pattern id, and what each piece of evidence multiplies them by.

    `high` and `medium` are the confidences from which the bands of that name begin.
    """

    patterns: Mapping[str, float] = field(factory=dict)
    evidence: Mapping[str, float] = field(factory=dict)
    high: float = 1.0
    medium: float = 0.0
    source: str = ""

    def band_of(self, confidence: float) -> Confidence:
        """The band of an attribution's confidence."""
        if confidence >= self.high:
            return Confidence.HIGH
        return Confidence.MEDIUM if confidence >= self.medium else Confidence.LOW


@frozen(eq=False, repr=False)
class Standard:
    """A published editorial requirement that audits cite."""

    id: str
    publisher: str
    title: str
    section: str
    requires: str
    published: str
    verified: bool
    place: Place = Place("standards.toml")


class Weight(StrEnum):
    """What a house makes of an audit: how much its findings weigh, or that it stays off."""

    OFF = "off"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def severity(self) -> Severity | None:
        """The severity of that name; None for `off`."""
        return None if self is Weight.OFF else Severity(self.value)


@frozen(eq=False, repr=False)
class ProfileRule:
    """One audit that a profile treats otherwise than its card says, and why."""

    audit: str
    weight: Weight
    reason: str
    standards: tuple[str, ...]
    place: Place


@frozen(eq=False, repr=False)
class Profile:
    """House policy under a name: which audits speak, by the confidence and the status of their cards, and exceptions."""

    id: str
    title: str
    confidence: frozenset[Confidence]
    status: frozenset[Status]
    rules: tuple[ProfileRule, ...]
    place: Place


@frozen(eq=False, repr=False)
class Dispute:
    """A finding that a house holds to be wrong: the words tagged `wrong` must not raise one of this audit."""

    audit: str
    tagged: TaggedText
    reason: str
    place: Place


@frozen(eq=False, repr=False)
class Exceptions:
    """What a house excepts from an audit that another pack brings, and the texts that need the exceptions."""

    audit: str
    excepts: tuple[AuditExcept, ...]
    passes: tuple[Counter, ...]
    place: Place


@frozen(repr=False)
class PackName:
    """Which pack it is: `sha256` is over the names and contents of its files, so it names exactly these rules."""

    id: str
    version: str
    sha256: str


@frozen(eq=False, repr=False)
class Pack:
    """One folder of rules, or several joined: `extras` names those that were added to the first."""

    id: str
    version: str
    engine: str
    sha256: str
    lexicons: tuple[Lexicon, ...] = ()
    fragments: tuple[Fragment, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    audits: tuple[AuditCard, ...] = ()
    standards: tuple[Standard, ...] = field(default=())
    profiles: tuple[Profile, ...] = ()
    extras: tuple[PackName, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    exceptions: tuple[Exceptions, ...] = ()
    calibration: Calibration = field(factory=Calibration)

    @property
    def names(self) -> tuple[PackName, ...]:
        """Every pack in it, the first one first."""
        return (PackName(self.id, self.version, self.sha256), *self.extras)
