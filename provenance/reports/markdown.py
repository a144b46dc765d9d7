"""Findings as Markdown, for a comment on a change."""

import re
from collections.abc import Sequence

from provenance.listing.entries import Entry, Listing, Run
from provenance.listing.gathering import gather
from provenance.model import Finding
from provenance.reports.style import Style

LONGEST = 100
"""How many findings are shown; comments have a largest size."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#!|~$&:])")
_NOTIFYING = re.compile(r"[@#]")
_BREAK = "&#8203;"
"""A space of no width: what stands behind it is no user and no issue, so nobody is notified."""


def write_run(run: Run) -> bytes:
    """Return a heading with the counts, then a table an article, a row a claim; waived findings are counted only."""
    standing = [(listing, entry) for listing in run.listings for entry in listing.standing]
    waived = sum(len(listing.entries) for listing in run.listings) - len(standing)
    lines = ["## Sourcing", "", _summary(len(standing), waived, len(run.listings))]
    left = LONGEST
    for listing in run.listings:
        shown = listing.standing[:left]
        left -= len(shown)
        lines += _section(listing, shown)
    if len(standing) > LONGEST:
        lines += ["", f"… and {len(standing) - LONGEST} more."]
    return ("\n".join(lines) + "\n").encode(errors="backslashreplace")


def _summary(standing: int, waived: int, articles: int) -> str:
    return f"Findings: {standing}; waived: {waived}; articles: {articles}."


def _section(listing: Listing, entries: tuple[Entry, ...]) -> list[str]:
    """Return the table of one article; nothing where it has no finding."""
    heading = ["", f"### {escape(listing.path)}", ""]
    if listing.error is not None:
        return [*heading, f"Not audited: {escape(listing.error)}"]
    if not entries:
        return []
    table = ["| Line | Severity | Finding | What to do |", "|---:|---|---|---|"]
    return [*heading, *table, *map(_row, gather(entries, lambda entry: entry.finding))]


def _row(entries: Sequence[Entry]) -> str:
    """Return the row of the findings of one claim: the place and the severity of the worst of them."""
    first, region = entries[0].finding, entries[0].region
    remedies = (escape(entry.finding.remedy) for entry in entries)
    cells = (
        str(region.start.line) if region is not None else "",
        first.severity.value,
        "<br>".join(_told(entry.finding, first) for entry in entries),
        "<br>".join(dict.fromkeys(filter(None, remedies))),
    )
    return f"| {' | '.join(cells)} |"


def _told(finding: Finding, first: Finding) -> str:
    """Return code and message, with the severity where the row has another one."""
    milder = f" ({finding.severity.value})" if finding.severity is not first.severity else ""
    return f"**{finding.code}**{milder} {escape(finding.message)}"


def escape(text: str) -> str:
    """Return text that Markdown shows as it is, on one line, and that notifies nobody."""
    line = Style().plain(" ".join(text.split()))
    return _NOTIFYING.sub(lambda sign: f"{sign[0]}{_BREAK}", _SPECIAL.sub(r"\\\1", line))
