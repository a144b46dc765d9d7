"""Source + cue + content: the unit of everything that follows."""

from enum import StrEnum

from attrs import field, frozen

from provenance.model.chain import Chain
from provenance.model.source import Source
from provenance.model.span import Spans


class Form(StrEnum):
    """How the content is rendered (gold convention 6)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@frozen
class Attribution:
    """Words attributed to a source.

    `id` counts in text order (`a1`). `pattern` is the id of the pattern that found it. `cue` is empty for a quotation
    that continues a speaker without a cue. `chain` always ends with the origin. `nested_in` is the id of the
    attribution whose content holds this one. `confidence` is 0 to 1. `signals` names the facts that signal patterns
    found for it (a denial, a hedge, *could not verify*).
    """

    id: str
    form: Form
    pattern: str
    reported_speech: bool
    cue: Spans
    content: Spans
    source: Source | None
    chain: Chain
    occasion: str | None = None
    nested_in: str | None = None
    confidence: float = 1.0
    signals: frozenset[str] = field(default=frozenset())
