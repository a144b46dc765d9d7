"""Findings -> comma-separated values as RFC 4180 has them, a row a finding."""

import csv
from collections.abc import Iterator
from io import StringIO

from provenance.listing.entries import Listing, Region, Run

Row = dict[str, str | int | None]
"""A row by its columns; those that are missing stay empty."""

COLUMNS = (
    "path", "line", "column", "end_line", "end_column", "severity", "confidence", "code", "rule", "message", "waived",
    "fingerprint", "remedy",
)  # fmt: skip


def write_run(run: Run) -> bytes:
    """Return the table; `waived` holds the reason of a waived finding, and `severity` says `not audited` of a file."""
    table = StringIO(newline="")
    writer = csv.DictWriter(table, COLUMNS)
    writer.writeheader()
    for listing in run.listings:
        writer.writerows(_rows(listing))
    return table.getvalue().encode(errors="backslashreplace")


def _rows(listing: Listing) -> Iterator[Row]:
    if listing.error is not None:
        yield {"path": listing.path, "severity": "not audited", "message": listing.error}
    for entry in listing.entries:
        finding = entry.finding
        yield {
            "path": listing.path,
            **(_place(entry.region) if entry.region else {}),
            "severity": finding.severity.value,
            "confidence": finding.confidence.value,
            "code": finding.code,
            "rule": finding.rule,
            "message": finding.message,
            "waived": finding.excuse,
            "fingerprint": finding.fingerprint,
            "remedy": finding.remedy,
        }


def _place(region: Region) -> Row:
    start, end = region.start, region.end
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}
