"""Waivers: an editor answers for a finding, in a file beside the article that never touches the copy.

A waiver finds its finding again by the finding's fingerprint, so it survives edits elsewhere in the article and ends with
the words it was given for. It records that somebody knows the source, never who the source is.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from provenance.audits.waivers import audit_waivers
from provenance.errors import Fault, SettingsError
from provenance.model import AuditResult, Finding, Waiver
from provenance.policy.toml_words import quote
from provenance.policy.waiving import waive_findings
from provenance.rulebook.schema import AuditCard
from provenance.rulebook.table import Table
from provenance.rulebook.toml_file import parse_file

ENDING = ".waivers.toml"
_HEAD = "# Findings that somebody answers for. Written by `provenance waive`; a role, never a name of a source.\n"


def waivers_of(path: str) -> Path:
    """Give the place of an article's waivers: the file beside it."""
    return Path(path + ENDING)


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """Read waivers; none where there is no file. Raise SettingsError with everything that is wrong."""
    if not path.is_file():
        return ()
    faults: list[Fault] = []
    file = parse_file(path.as_posix(), path.read_bytes(), faults)
    waivers: tuple[Waiver, ...] = ()
    if file:
        table = Table(file, file.data)
        waivers = add_waivers((), map(_load_waiver, table.tables("waiver")))  # a merge may keep two for one finding
        table.close()
    if faults:
        raise SettingsError("\n".join(map(str, faults)))
    return waivers


def write_waivers(waivers: Iterable[Waiver]) -> str:
    """Give the text of a file of waivers: one a line, in an order of their own, so that changes of two people merge."""
    lines = map(_spell, sorted(waivers, key=lambda one: (one.audit, one.fingerprint)))
    return f"{_HEAD}waiver = [\n{''.join(lines)}]\n"


def add_waivers(waivers: Iterable[Waiver], new: Iterable[Waiver]) -> tuple[Waiver, ...]:
    """Add waivers; one for the same finding is replaced."""
    return tuple({(one.audit, one.fingerprint): one for one in (*waivers, *new)}.values())


def apply_waivers(
    result: AuditResult, waivers: Sequence[Waiver], today: date, cards: Sequence[AuditCard]
) -> AuditResult:
    """Waive what somebody answers for; `cards`, those in force, bring findings about waivers that waive nothing."""
    if not waivers:
        return result
    running = {(one.audit, one.fingerprint): one for one in waivers if not one.is_over(today)}

    def excuse_of(finding: Finding) -> str | None:
        waiver = running.get((finding.rule, finding.fingerprint))
        return waiver.excuse if waiver else None

    return audit_waivers(waive_findings(result, excuse_of), waivers, today, cards)


def _load_waiver(table: Table) -> Waiver:
    waiver = Waiver(
        audit=table.text("audit"),
        fingerprint=table.text("fingerprint"),
        claim=table.text("claim"),
        reason=table.text("reason"),
        by=table.text("by"),
        until=table.optional_date("until"),
    )
    table.close()
    return waiver


def _spell(waiver: Waiver) -> str:
    words = {key: getattr(waiver, key) for key in ("audit", "fingerprint", "claim", "reason", "by")}
    fields = [f"{key} = {quote(value)}" for key, value in words.items()]
    if waiver.until:
        fields.append(f"until = {waiver.until.isoformat()}")
    return f"  {{{', '.join(fields)}}},\n"
