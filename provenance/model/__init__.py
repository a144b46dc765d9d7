"""Frozen records that all stages share; they know no I/O and no rules."""

from provenance.model.article import Article, Link, Origin, Piece
from provenance.model.attribution import Attribution, Form
from provenance.model.chain import NO_ORIGIN, Chain, Hop, Role
from provenance.model.finding import Confidence, Finding, Severity
from provenance.model.group import Comparison, Conflict, Group, GroupFinding, GroupOrigin, Member, Step, Variant
from provenance.model.mention import Anonymity, Gender, Granted, Kind, Mention, Naming, Number
from provenance.model.record import Record, Sourcing, Tense
from provenance.model.result import AuditResult, Failure, Parse, Report, RulesUsed
from provenance.model.source import Source
from provenance.model.span import Span, Spans, bounds_of, covers, hull_of, text_of
from provenance.model.waiver import Waiver

__all__ = [
    "NO_ORIGIN",
    "Anonymity",
    "Article",
    "Attribution",
    "AuditResult",
    "Chain",
    "Comparison",
    "Confidence",
    "Conflict",
    "Failure",
    "Finding",
    "Form",
    "Gender",
    "Granted",
    "Group",
    "GroupFinding",
    "GroupOrigin",
    "Hop",
    "Kind",
    "Link",
    "Member",
    "Mention",
    "Naming",
    "Number",
    "Origin",
    "Parse",
    "Piece",
    "Record",
    "Report",
    "Role",
    "RulesUsed",
    "Severity",
    "Source",
    "Sourcing",
    "Span",
    "Spans",
    "Step",
    "Tense",
    "Variant",
    "Waiver",
    "bounds_of",
    "covers",
    "hull_of",
    "text_of",
]
