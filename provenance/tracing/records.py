"""What a trace of one sentence holds; spans index the article's text."""

from attrs import frozen

from provenance.model import Attribution, Mention, Record, Span


@frozen
class TracedToken:
    """A word or listed phrase with everything a pattern can ask of it, in the notation of patterns.

    `unit` counts the units of the sentence from 1; `symbol` is the symbol of its unit, or empty where the word stands alone.
    """

    span: Span
    unit: int
    symbol: str
    classes: tuple[str, ...]


@frozen
class TracedMention:
    """A noun group that was folded into one unit, and what it was read as."""

    span: Span
    unit: int
    symbol: str
    mention: Mention


@frozen
class TracedMatch:
    """A match of a pattern, what it captured, and what became of it.

    `attribution` is the id of the attribution that the match became, None if it became none; `fate` is one clause.
    """

    pattern: str
    rank: int
    captures: tuple[tuple[str, Span], ...]
    fate: str
    attribution: str | None = None


@frozen
class Fit:
    """A pattern that fits the sentence up to a point.

    `span` is what fits; `fitted` are the elements that do; `failed` is the element that does not, `wanted` what it asks for
    where it stops, `stop` the word there (None at the end of the text). `has_cue` says whether the cue is among what fits,
    `share` which share of the elements that must be there is.
    """

    pattern: str
    span: Span
    fitted: tuple[str, ...]
    failed: str
    wanted: tuple[str, ...]
    stop: Span | None
    has_cue: bool
    share: float


@frozen
class SentenceTrace:
    """Everything about one sentence. `within` are the ids of attributions whose content runs into it from elsewhere."""

    line: int
    span: Span
    tokens: tuple[TracedToken, ...]
    mentions: tuple[TracedMention, ...]
    matches: tuple[TracedMatch, ...]
    near: tuple[Fit, ...]
    attributions: tuple[tuple[Attribution, Record | None], ...]
    within: tuple[str, ...]
