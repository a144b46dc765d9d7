"""Audit cards, one a file, and the standards they cite."""

from collections.abc import Mapping
from enum import StrEnum

from provenance.model import Confidence, Severity
from provenance.rulebook.examples import check_examples, check_guards, load_counters, load_examples
from provenance.rulebook.file_head import read_id
from provenance.rulebook.schema import AuditCard, AuditExcept, AuditSoften, Standard, Status
from provenance.rulebook.table import Table
from provenance.rulebook.toml_file import RuleFile


class _Scope(StrEnum):
    """What an audit may look at."""

    RECORD = "record"
    ATTRIBUTION = "attribution"
    ARTICLE = "article"
    ORPHAN = "orphan"
    BARE = "bare"
    GROUP = "group"
    WAIVER = "waiver"


SCOPES: Mapping[str, str] = {
    _Scope.RECORD: "every attributed claim; the finding points at the claim",
    _Scope.ATTRIBUTION: "every attributed claim; the finding points at the words that say whose it is",
    _Scope.ORPHAN: "every quotation that nobody is said to speak",
    _Scope.BARE: "every sentence in the article's own voice that needs a source",
    _Scope.ARTICLE: "the article as a whole; a module of the audit's name decides",
    _Scope.GROUP: "several articles that are compared; for modules alone, conditions of this page do not reach there",
    _Scope.WAIVER: "the waivers of an article; for modules alone",
}
"""What an audit looks at, by its `on`."""


def load_audit(file: RuleFile) -> AuditCard:
    """Load the card in one file."""
    table = Table(file, file.data)
    card = _load_card(table, read_id(table, "audit"))
    table.close()
    check_examples(table, card.fails, "hit", tagged=card.on != _Scope.WAIVER)
    check_guards(table, card.excepts, card.passes)
    if not card.passes:
        table.fault("the rule has no text that passes")
    return card


def load_standards(file: RuleFile) -> tuple[Standard, ...]:
    """Load the standards in one file."""
    table = Table(file, file.data)
    standards = tuple(map(_load_standard, table.tables("standard")))
    table.close()
    return standards


def _load_card(table: Table, card_id: str) -> AuditCard:
    return AuditCard(
        id=card_id,
        code=table.text("code"),
        title=table.text("title"),
        severity=table.choice("severity", Severity),
        confidence=table.choice("confidence", Confidence),
        status=table.choice("status", Status),
        standards=table.texts("standards"),
        message=table.text("message"),
        remedy=table.text("remedy"),
        false_alarms=table.text("false_alarms"),
        on=table.choice("on", _Scope).value,
        when=table.mapping("when"),
        options=table.mapping("options"),
        excepts=tuple(map(load_except, table.tables("except"))),
        fails=load_examples(table.tables("fail")),
        passes=load_counters(table.tables("pass")),
        place=table.place,
        softens=tuple(map(_load_soften, table.tables("soften"))),
    )


def load_except(table: Table) -> AuditExcept:
    """Load one exception of an audit."""
    exception = AuditExcept(table.text("id"), table.text("reason"), table.mapping("when"), table.place)
    table.close()
    return exception


def _load_soften(table: Table) -> AuditSoften:
    soften = AuditSoften(
        id=table.text("id"),
        reason=table.text("reason"),
        severity=table.choice("severity", Severity),
        when=table.mapping("when"),
        place=table.place,
        confidence=table.optional_choice("confidence", Confidence),
        remedy=table.optional_text("remedy"),
    )
    table.close()
    return soften


def _load_standard(table: Table) -> Standard:
    standard = Standard(
        id=table.text("id"),
        publisher=table.text("publisher"),
        title=table.text("title"),
        section=table.text("section"),
        requires=table.text("requires"),
        published=table.text("published"),
        verified=table.flag("verified"),
        place=table.place,
    )
    table.close()
    return standard
