"""Dates as sources write them -> days, and how far apart articles were published."""

import re
from datetime import date
from email.utils import parsedate
from functools import lru_cache

_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")


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


def days_apart(one: str | None, other: str | None) -> int | None:
    """The days between two dates of publication, negative where the second is earlier; None where either is not known."""
    first, second = day_of(one), day_of(other)
    return None if first is None or second is None else second - first
