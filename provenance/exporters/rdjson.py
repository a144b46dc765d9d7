"""Findings -> the Diagnostic Format of reviewdog; its columns count bytes of UTF-8."""

from provenance.exporters.json_text import Json, dump_json
from provenance.exporters.paths import slashed
from provenance.listing.entries import Entry, Position, Run
from provenance.model import Severity

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def write_run(run: Run) -> bytes:
    """Return one diagnostic a finding, and one a file that was not audited; waived findings stay out."""
    diagnostics: list[Json] = []
    for listing in run.listings:
        path = slashed(listing.file)
        if listing.error is not None:
            message = f"not audited: {listing.error}"
            diagnostics.append({"message": message, "location": {"path": path}, "severity": "ERROR"})
        diagnostics += [_diagnostic(entry, path) for entry in listing.standing]
    return dump_json({"source": {"name": "provenance"}, "diagnostics": diagnostics})


def _diagnostic(entry: Entry, path: str) -> Json:
    finding, region = entry.finding, entry.region
    words = {} if region is None else {"range": {"start": _point(region.start), "end": _point(region.end)}}
    return {
        "message": finding.message,
        "location": {"path": path, **words},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.code},
    }


def _point(position: Position) -> Json:
    return {"line": position.line, "column": position.byte}
