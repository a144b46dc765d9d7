"""Dates as sources write them -> days and times of day, and which article was published first."""

import re
from datetime import date
from email.utils import parsedate
from functools import lru_cache

_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_CLOCK = re.compile(r"(?<=[T\s])\d\d:\d\d(?::\d\d)?")


@lru_cache(maxsize=50_000)
def day_of(published: str | None) -> int | None:
    """Return the day as a number that grows by one a day; None where the text tells no day."""
    iso = _ISO.match(published or "")
    found = iso.groups() if iso else (parsedate(published or "") or ())[:3]
    try:
        year, month, day = map(int, found)
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def order_of(published: str | None) -> tuple[int, str]:
    """Return what sorts dates of publication, however they are written: the day, then the time; those without a day first.

    Times are taken as written: articles on one story seldom come from zones so far apart that it matters.
    """
    clock = _CLOCK.search(published or "")
    return day_of(published) or 0, clock.group() if clock else ""


def comes_before(one: str | None, other: str | None) -> bool:
    """Whether a date of publication is before another: a day before, or on one day if both tell the time."""
    (day, clock), (later, later_clock) = order_of(one), order_of(other)
    if not day or not later:
        return False
    return day < later or (day == later and bool(clock) and clock < later_clock)


def days_apart(one: str | None, other: str | None) -> int | None:
    """The days between two dates of publication, negative where the second is earlier; None where either is not known."""
    first, second = day_of(one), day_of(other)
    return None if first is None or second is None else second - first
