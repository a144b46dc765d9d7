"""Shows how a sentence came to be parsed as it is; the pipeline never imports this."""

from provenance.tracing.build import open_tracer, trace_article
from provenance.tracing.records import Fit, SentenceTrace, TracedMatch, TracedMention, TracedToken

__all__ = ["Fit", "SentenceTrace", "TracedMatch", "TracedMention", "TracedToken", "open_tracer", "trace_article"]
