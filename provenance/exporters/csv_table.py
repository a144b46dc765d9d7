"""Findings -> comma-separated values as RFC 4180 has them, a row a finding."""

import csv
from collections.abc import Iterator
from io import StringIO

from provenance.listing.entries import Listing, Run

COLUMNS = (
    "path", "line", "column", "end_line", "end_column", "severity", "confidence", "code", "rule", "message", "waived",
    "fingerprint", "remedy",
)  # fmt: skip


def write_run(run: Run) -> bytes:
    """Return the table; `waived` holds the reason of a waived finding, and `severity` says `not audited` of a file."""
    table = StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for listing in run.listings:
        writer.writerows(_rows(listing))
    return table.getvalue().encode(errors="backslashreplace")


def _rows(listing: Listing) -> Iterator[list[str | int]]:
    if listing.error is not None:
        yield [listing.path, *[""] * 4, "not audited", *[""] * 3, listing.error, "", "", ""]
    for entry in listing.entries:
        finding, region = entry.finding, entry.region
        place: list[str | int] = [""] * 4
        if region is not None:
            place = [region.start.line, region.start.column, region.end.line, region.end.column]
        yield [
            listing.path,
            *place,
            finding.severity.value,
            finding.confidence.value,
            finding.code,
            finding.rule,
            finding.message,
            finding.excuse or "",
            finding.fingerprint,
            finding.remedy,
        ]
