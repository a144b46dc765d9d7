"""Findings -> the Code Quality report of GitLab."""

from hashlib import sha256

from provenance.exporters.json_text import Json, dump_json
from provenance.exporters.paths import slashed
from provenance.listing.entries import Entry, Listing, Run
from provenance.model import Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def write_run(run: Run) -> bytes:
    """Return one issue a finding, and a blocker for a file that was not audited; waived findings stay out."""
    return dump_json([issue for listing in run.listings for issue in _list_issues(listing)])


def _list_issues(listing: Listing) -> list[Json]:
    path = slashed(listing.file)
    if listing.error is not None:
        return [_issue(("not-audited", f"not audited: {listing.error}", "blocker"), path, 1, "not-audited")]
    return [_finding_issue(entry, path, listing.part) for entry in listing.standing]


def _finding_issue(entry: Entry, path: str, part: str | None) -> Json:
    finding = entry.finding
    about = (finding.rule, f"{finding.code} {finding.message}", _SEVERITIES[finding.severity])
    told_apart = f"{part}\n{finding.fingerprint}" if part else finding.fingerprint
    return _issue(about, path, entry.region.start.line if entry.region else 1, told_apart)


def _issue(about: tuple[str, str, str], path: str, line: int, fingerprint: str) -> Json:
    """Return one issue; its fingerprint also holds the path, because the same words may stand in two files."""
    rule, description, severity = about
    basis = f"{path}\n{fingerprint}".encode(errors="surrogatepass")
    return {
        "description": description,
        "check_name": rule,
        "fingerprint": sha256(basis).hexdigest(),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }
