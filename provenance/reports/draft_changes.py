"""What changed in the sourcing between two drafts, as a table for people."""

from collections.abc import Iterable

from attrs import frozen

from provenance.reports.grid import HEADER_PADDING, render_grid
from provenance.reports.style import Style
from provenance.reports.width import join_lines, wrap

HEADERS = ("Change", "Claim", "Chain before", "Chain now")
_GAPS = 2 * (len(HEADERS) - 1)
_LINES = 2
_LEAST = 16


@frozen
class DraftRow:
    """One changed claim in words; a chain is empty where the draft lacks the claim."""

    kind: str
    claim: str
    before: str
    now: str


def render_draft_changes(rows: Iterable[DraftRow], style: Style) -> str:
    """Return a row a changed claim, or a line that says there is none."""
    listed = list(rows)
    if not listed:
        return "No claim changed in its sourcing."
    kind = max(len(HEADERS[0]) + HEADER_PADDING, *(len(row.kind) for row in listed))
    room = max(3 * _LEAST, style.width - kind - _GAPS)
    chain = room * 3 // 10
    claim = room - 2 * chain
    cells = [
        (row.kind, _fit(row.claim, claim, style), _fit(row.before, chain, style), _fit(row.now, chain, style))
        for row in listed
    ]
    return render_grid(cells, HEADERS)


def _fit(words: str, width: int, style: Style) -> str:
    return "\n".join(wrap(style.plain(join_lines(words)), width, _LINES, style.ellipsis))
