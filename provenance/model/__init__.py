"""Frozen records that all stages share; they know no I/O and no rules.

Those of several articles put together are loaded when they are first used: to audit an article none is needed.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from provenance.model.article import Article, Link, Origin, Piece
from provenance.model.attribution import Attribution, Form
from provenance.model.chain import NO_ORIGIN, Chain, Hop, Role
from provenance.model.finding import Confidence, Finding, Severity
from provenance.model.mention import Anonymity, Gender, Granted, Kind, Mention, Naming, Number
from provenance.model.record import Record, Sourcing, Tense
from provenance.model.result import AuditResult, Failure, Parse, Report, RulesUsed
from provenance.model.source import Source
from provenance.model.span import Span, Spans, bounds_of, covers, hull_of, last_begun, overlapping, text_of
from provenance.model.waiver import Waiver

if TYPE_CHECKING:
    from provenance.model.group import Comparison, Conflict, Group, GroupFinding, GroupOrigin, Member, Step, Variant

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
    "last_begun",
    "overlapping",
    "text_of",
]

_OF_GROUPS = frozenset(("Comparison", "Conflict", "Group", "GroupFinding", "GroupOrigin", "Member", "Step", "Variant"))


def __getattr__(name: str) -> Any:  # noqa: ANN401  classes of every kind
    if name in _OF_GROUPS:
        return getattr(import_module("provenance.model.group"), name)
    message = f"module 'provenance.model' has no attribute {name!r}"
    raise AttributeError(message)
