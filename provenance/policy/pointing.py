"""From FILE:LINE and a rule to the finding that somebody means."""

import re
from collections.abc import Iterable

from attrs import frozen

from provenance.errors import SettingsError
from provenance.listing.places import Places, read_places
from provenance.model import AuditResult, Finding, hull_of

_POINT = re.compile(r"(.+?):(\d+)(?::(\d+))?")


@frozen
class Point:
    """A place in a file as the table of findings prints it; lines and columns count from 1."""

    path: str
    line: int
    column: int | None = None


def read_point(text: str) -> Point:
    """Read FILE:LINE or FILE:LINE:COLUMN; raise SettingsError if it is neither."""
    match = _POINT.fullmatch(text)
    if match is None:
        msg = f"{text!r} is not FILE:LINE or FILE:LINE:COLUMN"
        raise SettingsError(msg)
    return Point(match[1], int(match[2]), int(match[3]) if match[3] else None)


def find_pointed(result: AuditResult, rule: str, point: Point) -> Finding:
    """Give the one finding of a rule at a place; raise SettingsError if there is none there, or more than one."""
    places = read_places(result.parse)
    found = [finding for finding in result.findings if finding.rule == rule and _is_at(finding, point, places)]
    if len(found) == 1:
        return found[0]
    where = f"{point.path}:{point.line}" + (f":{point.column}" if point.column else "")
    if found:
        msg = f"{where}: there are {len(found)} findings of {rule} here: name one as {_list(found, point, places)}"
        raise SettingsError(msg)
    others = [finding for finding in result.findings if finding.rule == rule]
    hint = f"; there are some at {_list(others, point, places)}" if others else ""
    msg = f"{where}: there is no finding of {rule} here{hint}"
    raise SettingsError(msg)


def _is_at(finding: Finding, point: Point, places: Places) -> bool:
    hull = hull_of(finding.spans)
    start, end = places.place_of(hull.start), places.place_of(max(hull.start, hull.end - 1))
    if point.column is None:
        return start.line <= point.line <= end.line
    return (start.line, start.column) == (point.line, point.column)


def _list(findings: Iterable[Finding], point: Point, places: Places) -> str:
    starts = (places.place_of(hull_of(finding.spans).start) for finding in findings)
    return ", ".join(f"{point.path}:{start.line}:{start.column}" for start in starts)
