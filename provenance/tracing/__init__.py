"""Shows how a sentence came to be parsed as it is, and what an audit made of it; the pipeline never imports this."""

from provenance.tracing.audit import trace_audit
from provenance.tracing.build import open_tracer, trace_article
from provenance.tracing.records import Fit, SentenceTrace, TracedMatch, TracedMention, TracedToken
from provenance.tracing.weighed import AuditTrace, Circumstance, End, LeftOut, Weighed, WeighedClaim

__all__ = [
    "AuditTrace",
    "Circumstance",
    "End",
    "Fit",
    "LeftOut",
    "SentenceTrace",
    "TracedMatch",
    "TracedMention",
    "TracedToken",
    "Weighed",
    "WeighedClaim",
    "open_tracer",
    "trace_article",
    "trace_audit",
]
