"""Exceptions that a house makes to audits it did not write, one file an audit, each held by a text that needs it."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from provenance.errors import Fault
from provenance.rulebook.audit_files import load_except
from provenance.rulebook.examples import check_guards, load_counters
from provenance.rulebook.file_head import check_kind
from provenance.rulebook.schema import AuditCard, Exceptions, Pack
from provenance.rulebook.table import Table
from provenance.rulebook.toml_file import RuleFile


def load_exceptions(file: RuleFile) -> Exceptions:
    """Load the exceptions in one file."""
    table = Table(file, file.data)
    check_kind(table, "exceptions")
    excepts = tuple(map(load_except, table.tables("except")))
    found = Exceptions(table.text("audit"), excepts, load_counters(table.tables("pass")), table.place)
    table.close()
    for exception in excepts:
        if not exception.when:
            file.fault(exception.place.line, f"the exception '{exception.id}' does not say when it holds")
    check_guards(table, excepts, found.passes)
    return found


def apply_exceptions(pack: Pack) -> Pack:
    """Put the exceptions of a house into the cards of the audits they are for."""
    if not pack.exceptions:
        return pack
    by_audit: dict[str, list[Exceptions]] = {}
    for one in pack.exceptions:
        by_audit.setdefault(one.audit, []).append(one)
    return evolve(pack, audits=tuple(_extend(card, by_audit.get(card.id, ())) for card in pack.audits))


def check_exceptions(pack: Pack) -> Iterator[Fault]:
    """Report every exception whose id its audit has already."""
    for card in pack.audits:
        known: set[str] = set()
        for exception in card.excepts:
            if exception.id in known:
                reason = f"'{card.id}' has an exception '{exception.id}' already"
                yield Fault(exception.place.path, exception.place.line, reason)
            known.add(exception.id)


def _extend(card: AuditCard, more: Sequence[Exceptions]) -> AuditCard:
    if not more:
        return card
    excepts = (exception for one in more for exception in one.excepts)
    passes = (counter for one in more for counter in one.passes)
    return evolve(card, excepts=(*card.excepts, *excepts), passes=(*card.passes, *passes))
