"""Waivers: an editor answers for a finding, in a file beside the article that never touches the copy.

A waiver finds its finding again by the finding's fingerprint, so it survives edits elsewhere in the article and ends with
the words it was given for. It records that somebody knows the source, never who the source is.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from attrs import evolve, frozen

from provenance.errors import Fault, SettingsError
from provenance.model import AuditResult, Finding
from provenance.policy.toml_words import quote
from provenance.policy.waiving import waive_findings
from provenance.rulebook.table import Table
from provenance.rulebook.toml_file import parse_file

ENDING = ".waivers.toml"
_HEAD = "# Findings that somebody answers for. Written by `provenance waive`; a role, never a name of a source.\n"


@frozen(repr=False)
class Waiver:
    """Who answers for which finding, why, and until when; `claim` are words for people to know it again."""

    audit: str
    fingerprint: str
    claim: str
    reason: str
    by: str
    until: date | None = None

    @property
    def excuse(self) -> str:
        """The reason with who answers for it."""
        return f"{self.reason} ({self.by}{f', until {self.until}' if self.until else ''})"


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
        waivers = tuple(map(_load_waiver, table.tables("waiver")))
        table.close()
    if faults:
        raise SettingsError("\n".join(map(str, faults)))
    return waivers


def write_waivers(waivers: Iterable[Waiver]) -> str:
    """Give the text of a file of waivers, in an order of their own, so that changes of two people merge."""
    return _HEAD + "".join(map(_spell, sorted(waivers, key=lambda one: (one.audit, one.fingerprint))))


def add_waivers(waivers: Iterable[Waiver], new: Iterable[Waiver]) -> tuple[Waiver, ...]:
    """Add waivers; one for the same finding is replaced."""
    return tuple({(one.audit, one.fingerprint): one for one in (*waivers, *new)}.values())


def apply_waivers(result: AuditResult, waivers: Sequence[Waiver], today: date, audits: Iterable[str]) -> AuditResult:
    """Waive what somebody answers for; note every waiver that has run out, and every one no finding needs.

    `audits` are those in force: whether another audit's finding is still there, nobody knows.
    """
    if not waivers:
        return result
    running = {(one.audit, one.fingerprint): one for one in waivers if not _is_over(one, today)}
    found = {(one.rule, one.fingerprint) for one in (*result.findings, *result.waived)}
    force = frozenset(audits)
    notes = [_remark(one, today, (one.audit, one.fingerprint) in found) for one in waivers if one.audit in force]
    parse = evolve(result.parse, notes=(*result.parse.notes, *filter(None, notes)))

    def excuse_of(finding: Finding) -> str | None:
        waiver = running.get((finding.rule, finding.fingerprint))
        return waiver.excuse if waiver else None

    return waive_findings(evolve(result, parse=parse), excuse_of)


def _remark(waiver: Waiver, today: date, found: bool) -> str | None:  # noqa: FBT001  a fact beside the waiver
    """Say what is wrong with a waiver; None if it holds."""
    what = f"the waiver of {waiver.audit} for '{waiver.claim}' by {waiver.by}"
    if not found:
        return f"{what} is not needed: no such finding"
    return f"{what} ended on {waiver.until}" if _is_over(waiver, today) else None


def _is_over(waiver: Waiver, today: date) -> bool:
    """Tell whether a waiver has run out; it holds on its last day."""
    return waiver.until is not None and waiver.until < today


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
    lines = [f"{key} = {quote(value)}" for key, value in words.items()]
    if waiver.until:
        lines.append(f"until = {waiver.until.isoformat()}")
    return "\n".join(["", "[[waiver]]", *lines, ""])
