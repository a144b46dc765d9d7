"""The trace of a sentence for the terminal: its words, what matched, what nearly did, and what came of it."""

from collections.abc import Iterable, Iterator

from provenance.model import Attribution, Mention, Record, Source, text_of
from provenance.reports.chains import render_chain
from provenance.reports.hanging import hang
from provenance.reports.style import Style
from provenance.reports.width import join_lines, measure_width, shorten, wrap
from provenance.tracing import Fit, SentenceTrace, TracedMatch

_INDENT = "  "
_MOST_NEAR, _FEWEST_NEAR = 8, 3
_LABEL = 10
_SYMBOL = 11
_PLAIN_SHAPES = (frozenset({"lower"}), frozenset({"mark"}))
_LONGEST_WORD = 20

Field = tuple[str, str]


def render_trace(trace: SentenceTrace, text: str, style: Style, *, everything: bool = False) -> str:
    """Return one sentence with all of its parts; `everything` also brings patterns that hardly fit."""
    near = trace.near if everything else _nearest(trace.near)
    parts = [
        *wrap(style.plain(f"line {trace.line}: {join_lines(trace.span.of(text))}"), style.width),
        *_section("Words", _render_words(trace, text, style), style),
        *_section("Mentions", _render_mentions(trace, text, style), style),
        *_section(
            "Matched", _render_titled([(m.pattern, _match_fields(m, text)) for m in trace.matches], style), style
        ),
        *_section("Nearly matched", _render_titled([(f.pattern, _fit_fields(f, text)) for f in near], style), style),
        *_section("Parsed", _render_attributions(trace, text, style), style),
    ]
    return "\n".join([style.strong(parts[0]), *parts[1:]])


def _nearest(fits: Iterable[Fit]) -> list[Fit]:
    """The patterns that found their cue, and some others where few did."""
    ranked = list(fits)
    with_cue = [fit for fit in ranked if fit.has_cue][:_MOST_NEAR]
    return [*with_cue, *(fit for fit in ranked if not fit.has_cue)][: max(_FEWEST_NEAR, len(with_cue))]


def _section(title: str, lines: Iterable[str], style: Style) -> list[str]:
    found = list(lines)
    return ["", style.strong(title), *(found or [f"{_INDENT}nothing"])]


def _render_words(trace: SentenceTrace, text: str, style: Style) -> Iterator[str]:
    """A line a word: number and symbol of its unit where one begins, the word, what patterns may ask of it."""
    widest = max((measure_width(token.span.of(text)) for token in trace.tokens), default=0)
    width, shown = min(widest, _LONGEST_WORD), 0
    for token in trace.tokens:
        word = shorten(style.plain(token.span.of(text)), width, style.ellipsis)
        first = f"{token.unit:>3} {token.symbol:<{_SYMBOL}}" if token.unit != shown else " " * (_SYMBOL + 4)
        shown = token.unit
        head = f"{_INDENT}{first} {word}{' ' * (width - measure_width(word))}  "
        yield from hang(head, "; ".join(_join_classes(token.classes)), style)


def _join_classes(classes: Iterable[str]) -> list[str]:
    """Each lexicon once: tags that only some readings of the word have, then those that all have; plain shapes are left out."""
    tags: dict[str, list[frozenset[str]]] = {}
    for one in classes:
        lexicon, *held = one.split(".")
        tags.setdefault(lexicon, []).append(frozenset(held))
    shared = {lexicon: frozenset.intersection(*readings) for lexicon, readings in tags.items()}
    own = {lexicon: [".".join(sorted(r - shared[lexicon])) for r in readings] for lexicon, readings in tags.items()}
    return [
        " ".join([lexicon, *filter(None, ["/".join(own[lexicon])]), *sorted(shared[lexicon])])
        for lexicon in tags
        if lexicon != "@shape" or shared[lexicon] not in _PLAIN_SHAPES
    ]


def _render_mentions(trace: SentenceTrace, text: str, style: Style) -> Iterator[str]:
    for traced in trace.mentions:
        words = shorten(style.plain(traced.span.of(text)), style.width * 2 // 5, style.ellipsis)
        yield from hang(f"{_INDENT}{traced.unit:>3} {words}: ", _describe(traced.mention), style)


def _describe(mention: Mention) -> str:
    facts = [mention.kind.value, mention.naming.value, mention.number.value]
    named = (("name", mention.name), ("head", mention.head), ("role", mention.role))
    facts += [f"{label} {value!r}" for label, value in named if value]
    return ", ".join(facts)


def _render_titled(titled: Iterable[tuple[str, list[Field]]], style: Style) -> Iterator[str]:
    """Titles, each with its first field behind it and the others below, behind their labels."""
    for title, fields in titled:
        (_, about), *others = fields
        yield from hang(f"{_INDENT}{title}  ", about, style)
        for label, value in others:
            yield from hang(f"{_INDENT * 2}{label:<{_LABEL}}", value, style)


def _match_fields(match: TracedMatch, text: str) -> list[Field]:
    fate = f"{match.fate}{f': it is {match.attribution}' if match.attribution else ''} (rank {match.rank})"
    return [("", fate), *((name, span.of(text)) for name, span in match.captures)]


def _fit_fields(fit: Fit, text: str) -> list[Field]:
    stop = fit.stop.of(text) if fit.stop else ""
    place = f"'{stop}'" if stop.strip() else "the end of the paragraph" if fit.stop else "the end of the text"
    wanted = " or ".join(fit.wanted)
    return [
        ("", f"fits {fit.span.of(text)!r}"),
        ("with", "  ".join(fit.fitted) or "nothing"),
        (
            "stops at",
            f"{place}, where {fit.failed}" + (f" wants {wanted}" if len(wanted) < len(fit.failed) else " must stand"),
        ),
    ]


def _render_attributions(trace: SentenceTrace, text: str, style: Style) -> Iterator[str]:
    titled = [(f"{a.id} {a.pattern}", _attribution_fields(a, record, text)) for a, record in trace.attributions]
    yield from _render_titled(titled, style)
    if trace.within:
        yield from hang(_INDENT, f"also within the content of {', '.join(trace.within)}", style)


def _attribution_fields(attribution: Attribution, record: Record | None, text: str) -> list[Field]:
    kind = "reported speech" if attribution.reported_speech else "attitude"
    nested = f", nested in {attribution.nested_in}" if attribution.nested_in else ""
    return [
        ("", f"{attribution.form.value} {kind}, confidence {attribution.confidence:.2f}{nested}"),
        ("source", _describe_source(attribution.source, text)),
        ("cue", text_of(attribution.cue, text) or "none"),
        ("content", text_of(attribution.content, text)),
        ("chain", render_chain(attribution.chain, text)),
        ("record", f"{record.id}: {record.sourcing.value}" if record else "none"),
    ]


def _describe_source(source: Source | None, text: str) -> str:
    if source is None:
        return "none stated"
    also = f"; or {', '.join(source.candidates)}" if source.candidates else ""
    facts = f"{source.kind.value}, {source.naming.value}, by the sieve '{source.sieve}'"
    return f"{text_of(source.spans, text)}: {source.entity or 'not resolved'} ({facts}{also})"
