"""Findings -> workflow commands of GitHub Actions, which shows them beside the lines of a change."""

from provenance.exporters.paths import slashed
from provenance.listing.entries import Entry, Region, Run
from provenance.model import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_VALUE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _VALUE | str.maketrans({":": "%3A", ",": "%2C"})


def write_run(run: Run) -> bytes:
    """Return one command a finding, and one a file that was not audited; waived findings stay out."""
    lines = []
    for listing in run.listings:
        path = slashed(listing.file)
        if listing.error is not None:
            lines.append(_command("error", {"file": path}, f"not audited: {listing.error}"))
        lines += [_annotation(entry, path) for entry in listing.standing]
    return "".join(f"{line}\n" for line in lines).encode(errors="backslashreplace")


def _annotation(entry: Entry, path: str) -> str:
    finding = entry.finding
    properties = {"file": path, **_where(entry.region), "title": f"{finding.code} {finding.rule}"}
    return _command(_COMMANDS[finding.severity], properties, finding.message)


def _where(region: Region | None) -> dict[str, str]:
    """Return lines, and columns where the words stand on one line (the last one belongs to them)."""
    if region is None:
        return {}
    lines = {"line": str(region.start.line), "endLine": str(region.end.line)}
    if region.start.line != region.end.line:
        return lines
    return {**lines, "col": str(region.start.column), "endColumn": str(region.end.column - 1)}


def _command(name: str, properties: dict[str, str], message: str) -> str:
    held = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {held}::{message.translate(_VALUE)}"
