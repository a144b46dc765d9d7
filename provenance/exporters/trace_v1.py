"""The trace of sentences, for machines."""

from collections.abc import Iterable

from attrs import asdict

from provenance.exporters.json_text import Json
from provenance.exporters.json_v1 import export_attribution
from provenance.model import Article, Mention, Record, Span
from provenance.tracing import Fit, SentenceTrace, TracedMatch

TRACE_SCHEMA = "provenance/trace/v1"


def export_traces(article: Article, traces: Iterable[SentenceTrace]) -> Json:
    """Return the traces of an article as one object."""
    return {
        "schema": TRACE_SCHEMA,
        "path": article.path,
        "sentences": [_export_trace(trace, article.text) for trace in traces],
    }


def _export_trace(trace: SentenceTrace, text: str) -> Json:
    tokens = (
        {**_words(token.span, text), "unit": token.unit, "symbol": token.symbol or None, "classes": list(token.classes)}
        for token in trace.tokens
    )
    mentions = (
        {**_words(traced.span, text), "unit": traced.unit, "symbol": traced.symbol, **_export_mention(traced.mention)}
        for traced in trace.mentions
    )
    return {
        "line": trace.line,
        **_words(trace.span, text),
        "tokens": list(tokens),
        "mentions": list(mentions),
        "matches": [_export_match(match, text) for match in trace.matches],
        "near": [_export_fit(fit, text) for fit in trace.near],
        "attributions": [
            {**export_attribution(one, text), "sieve": one.source and one.source.sieve, "record": _id_of(record)}
            for one, record in trace.attributions
        ],
        "within": list(trace.within),
    }


def _export_mention(mention: Mention) -> Json:
    return {
        "kind": mention.kind.value,
        "naming": mention.naming.value,
        "number": mention.number.value,
        "name": mention.name,
        "head": mention.head,
        "role": mention.role,
    }


def _export_match(match: TracedMatch, text: str) -> Json:
    captures = [{"name": name, **_words(span, text)} for name, span in match.captures]
    return {**asdict(match, recurse=False), "captures": captures}


def _export_fit(fit: Fit, text: str) -> Json:
    return {
        **_words(fit.span, text),
        "pattern": fit.pattern,
        "fitted": list(fit.fitted),
        "failed": fit.failed,
        "wanted": list(fit.wanted),
        "stop": fit.stop and _words(fit.stop, text),
        "has_cue": fit.has_cue,
        "share": round(fit.share, 3),
    }


def _id_of(record: Record | None) -> str | None:
    return None if record is None else record.id


def _words(span: Span, text: str) -> Json:
    return {"span": [span.start, span.end], "text": span.of(text)}
