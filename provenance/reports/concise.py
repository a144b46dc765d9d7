"""Findings, one line each: `path:line:column: severity CODE rule: message`, as compilers and editors have it."""

from provenance.listing.entries import Entry, Run
from provenance.reports.style import Style
from provenance.reports.width import join_lines


def write_run(run: Run) -> bytes:
    """Return the lines; waived findings stay out."""
    lines = []
    for listing in run.listings:
        if listing.error is not None:
            lines.append(f"{listing.path}: error: not audited: {listing.error}")
        lines += [_line(entry, listing.path) for entry in listing.standing]
    plain = Style().plain
    return "".join(f"{plain(join_lines(line))}\n" for line in lines).encode(errors="backslashreplace")


def _line(entry: Entry, path: str) -> str:
    finding, region = entry.finding, entry.region
    place = f"{path}:{region.start.line}:{region.start.column}" if region is not None else path
    return f"{place}: {finding.severity.value} {finding.code} {finding.rule}: {finding.message}"
