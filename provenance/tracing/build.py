"""Article to traces: the sentences of a line, or of the whole text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from provenance.mentions.fold import Folded
from provenance.model import Article, Attribution, Record, Span
from provenance.pipeline import Stages, run_stages
from provenance.records import build_records
from provenance.rulebook import Rulebook
from provenance.rulebook.build import Grammar, open_pack
from provenance.rulebook.looks import shape_of
from provenance.rulebook.schema import Emits
from provenance.text.sentences import find_sentences
from provenance.tokens.symbols import Symbol
from provenance.tracing.fates import trace_matches
from provenance.tracing.near import find_fits
from provenance.tracing.records import SentenceTrace, TracedMention, TracedToken

_GROUPS = frozenset("PERSON BODY OUTLET DOCUMENT PRONOUN THING PLACE REPORT WORDS".split())
_NAMES = {symbol.value: symbol.name for symbol in Symbol}


@frozen(eq=False)
class Tracer:
    """The rules, and their syntax trees to walk."""

    rulebook: Rulebook
    grammar: Grammar

    @property
    def patterns(self) -> tuple[str, ...]:
        """The ids of all patterns, in order of precedence."""
        return tuple(compiled.pattern.id for compiled in self.rulebook.patterns)


@frozen(eq=False)
class _Parsed:
    """One article, parsed."""

    stages: Stages
    records: Mapping[str, Record]
    text: str


def open_tracer(rulebook: Rulebook) -> Tracer:
    """Compile the rules anew, so that the trees fit the expressions; takes about a second."""
    return Tracer(*open_pack(rulebook.pack))


def trace_article(
    article: Article, tracer: Tracer, line: int | None = None, only: Sequence[str] = ()
) -> list[SentenceTrace]:
    """The traces of the sentences that touch a line (from 1), or of all; `only` these patterns, or every one.

    Near misses are told of attribution patterns, and of whatever patterns `only` names.
    """
    stages = run_stages(article.text, tracer.rulebook, article.publisher)
    records = build_records(stages.attributions, (), article.text, tracer.rulebook)
    parsed = _Parsed(stages, {name: r for r in records for name in r.attributions}, article.text)
    asked = _line_span(article.text, line)
    sentences = find_sentences(stages.marks, stages.folded.tokens)
    return [_trace(span, parsed, tracer, only) for span in sentences if span.overlaps(asked)]


def _line_span(text: str, line: int | None) -> Span:
    if line is None:
        return Span(0, len(text))
    start = 0
    for number, words in enumerate(text.splitlines(keepends=True), 1):
        if number == line:
            return Span(start, start + len(words))
        start += len(words)
    return Span(len(text), len(text))


def _trace(span: Span, parsed: _Parsed, tracer: Tracer, only: Sequence[str]) -> SentenceTrace:
    stages, rulebook = parsed.stages, tracer.rulebook
    units = _units(stages.folded, span)
    emitting = [p.pattern.id for p in rulebook.patterns if p.pattern.emits is Emits.ATTRIBUTION]
    matches = [match for match in trace_matches(stages, rulebook, units) if not only or match.pattern in only]
    matched = {match.pattern for match in matches}
    missing = [name for name in only or emitting if name not in matched]
    here = [a for a in stages.attributions if span.contains(_place(a))]
    around = (a.id for a in stages.attributions if a not in here and any(span.overlaps(c) for c in a.content))
    return SentenceTrace(
        parsed.text.count("\n", 0, span.start) + 1,
        span,
        tuple(_tokens(stages.folded, units, rulebook)),
        tuple(_mentions(stages, units)),
        tuple(matches),
        tuple(find_fits(stages.folded, tracer.grammar, missing, units)),
        tuple((a, parsed.records.get(a.id)) for a in here),
        tuple(around),
    )


def _place(attribution: Attribution) -> Span:
    """Where an attribution is made: its cue, or the first word of its content."""
    first = min(attribution.cue or attribution.content)
    return first if attribution.cue else Span(first.start, first.start + 1)


def _units(folded: Folded, span: Span) -> range:
    starts = folded.tokens.starts
    first = folded.unit_at(bisect_right(starts, span.start) - 1)
    last = folded.unit_at(bisect_left(starts, span.end) - 1)
    return range(first, last + 1)


def _tokens(folded: Folded, units: range, rulebook: Rulebook) -> Iterator[TracedToken]:
    """Words and phrases, each with its classes; line breaks are none."""
    for number, unit in enumerate(units, 1):
        at, end = folded.first[unit], folded.first[unit + 1]
        while at < end:
            after = at + 1
            while after < end and folded.classes[after] == Symbol.CONTINUED:
                after += 1
            surfaces = [s for s in folded.tokens.surfaces[at:after] if not s.isspace()]
            if surfaces:
                span = Span(folded.tokens.starts[at], folded.tokens.end(after - 1))
                yield TracedToken(span, number, _NAMES.get(folded.symbols[unit], ""), _classes(surfaces, rulebook))
            at = after


def _classes(surfaces: Sequence[str], rulebook: Rulebook) -> tuple[str, ...]:
    """What a pattern may ask of a word or phrase: every lexicon with its tags, then its shape."""
    words = " ".join(surfaces)
    readings = rulebook.read(words)
    listed = dict.fromkeys(_selector(reading.lexicon, reading.tags) for reading in readings)
    shape = shape_of(surfaces[0], known=bool(readings)) - {"word"}
    return (*listed, *([_selector("shape", shape)] if shape else ()))


def _selector(lexicon: str, tags: frozenset[str]) -> str:
    return "@" + ".".join((lexicon, *sorted(tag for tag in tags - {"word"} if tag and " " not in tag)))


def _mentions(stages: Stages, units: range) -> Iterator[TracedMention]:
    folded = stages.folded
    for number, unit in enumerate(units, 1):
        symbol = _NAMES.get(folded.symbols[unit], "")
        if symbol in _GROUPS:
            mention = stages.describer.read(folded, folded.first[unit], folded.first[unit + 1])
            yield TracedMention(folded.span(unit, unit + 1), number, symbol, mention)
