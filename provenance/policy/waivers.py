"""Waivers: an editor answers for a finding, in a file beside the article that never touches the copy.

A waiver finds its finding again by the finding's fingerprint, so it survives edits elsewhere in the article and ends with
the words it was given for. It records that somebody knows the source, never who the source is.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from attrs import evolve

from provenance.audits.waivers import audit_waivers
from provenance.errors import Fault, SettingsError
from provenance.model import AuditResult, Finding, Waiver
from provenance.policy.names import AuditNames
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


def read_waivers(path: Path, names: AuditNames) -> tuple[Waiver, ...]:
    """Read waivers, audits by their ids; none where there is no file. Raise SettingsError with everything that is wrong."""
    return tuple(waiver for _, waiver in read_rows(path, names))


def read_rows(path: Path, names: AuditNames) -> list[tuple[int, Waiver]]:
    """Read waivers as `read_waivers` does, each with the line on which it stands."""
    if not path.is_file():
        return []
    faults: list[Fault] = []
    file = parse_file(path.as_posix(), path.read_bytes(), faults)
    rows = []
    if file:
        table = Table(file, file.data)
        rows = [(row.line, _load_waiver(row, names)) for row in table.tables("waiver")]
        table.close()
    if faults:
        raise SettingsError("\n".join(map(str, faults)))
    return rows


def write_waivers(waivers: Iterable[Waiver]) -> str:
    """Give the text of a file of waivers: one a line, in an order of their own, so that changes of two people merge."""
    return f"{_HEAD}waiver = [\n{''.join(map(spell_waiver, sorted(waivers, key=key_of)))}]\n"


def key_of(waiver: Waiver) -> tuple[str, str]:
    """Give what says which finding a waiver is for."""
    return waiver.audit, waiver.fingerprint


def apply_waivers(
    result: AuditResult, waivers: Sequence[Waiver], today: date, cards: Sequence[AuditCard]
) -> AuditResult:
    """Waive what somebody answers for; `cards`, those in force, bring findings about waivers that waive nothing.

    Of several for one finding, as a merge may leave them, the one that holds longest counts, wherever it stands.
    """
    if not waivers:
        return result
    longest = {key_of(one): one for one in sorted(waivers, key=lambda one: one.until or date.max)}
    running = {key: one for key, one in longest.items() if not one.is_over(today)}

    def excuse_of(finding: Finding) -> str | None:
        waiver = running.get((finding.rule, finding.fingerprint))
        return waiver.excuse if waiver else None

    return audit_waivers(waive_findings(result, excuse_of), tuple(longest.values()), today, cards)


def hush_waivers(waivers: Iterable[Waiver]) -> Iterator[Waiver]:
    """Give waivers without what editors wrote: it may tell of a source what no report may carry away."""
    return (evolve(one, reason="waived", by="reason and role stay with the article") for one in waivers)


def _load_waiver(table: Table, names: AuditNames) -> Waiver:
    audit = table.text("audit")
    if audit and names.look_up(audit) is None:
        table.fault(names.explain_missing(audit), "audit")
    waiver = Waiver(
        audit=names.look_up(audit) or audit,
        fingerprint=table.text("fingerprint"),
        claim=table.text("claim"),
        reason=table.text("reason"),
        by=table.text("by"),
        until=table.optional_date("until"),
    )
    table.close()
    return waiver


def spell_waiver(waiver: Waiver) -> str:
    """Give the line of a waiver."""
    return f"  {{{', '.join(spell_fields(waiver))}}},\n"


def spell_fields(waiver: Waiver) -> list[str]:
    """Give the keys of a waiver with their values."""
    words = {key: getattr(waiver, key) for key in ("audit", "fingerprint", "claim", "reason", "by")}
    until = [f"until = {waiver.until.isoformat()}"] if waiver.until else []
    return [f"{key} = {quote(value)}" for key, value in words.items()] + until
