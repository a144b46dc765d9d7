"""What the values of options must be; argparse turns the complaints into usage errors."""

import argparse
from datetime import date
from math import inf

LEAST_WIDTH = 40


def read_names(text: str) -> tuple[str, ...]:
    """Split a comma list."""
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        msg = "names no rule"
        raise argparse.ArgumentTypeError(msg)
    return names


def read_words(text: str) -> str:
    """Refuse a text that says nothing."""
    if not text.strip():
        msg = "says nothing"
        raise argparse.ArgumentTypeError(msg)
    return text.strip()


def read_date(text: str) -> date:
    """Read a date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = f"{text!r} is not a date such as 2026-12-31"
        raise argparse.ArgumentTypeError(msg) from None


def read_field(text: str) -> tuple[str, str]:
    """Split NAME=FIELD."""
    name, mark, wanted = text.partition("=")
    if not mark or not name or not wanted:
        msg = f"{text!r} is not NAME=FIELD"
        raise argparse.ArgumentTypeError(msg)
    return name, wanted


def read_count(text: str) -> int:
    """Read a whole number."""
    if not text.isdecimal():
        msg = f"{text!r} is not a whole number"
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def read_number(text: str) -> int:
    """Read a whole number above 0."""
    if not read_count(text):
        msg = "must be above 0"
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def read_seconds(text: str) -> float:
    """Read a number of seconds; 0 means no limit."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < inf:
        msg = f"{text!r} is not a number of seconds"
        raise argparse.ArgumentTypeError(msg)
    return seconds


def read_share(text: str) -> float:
    """Read a share between 0 and 1."""
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        msg = f"{text!r} is not a share between 0 and 1"
        raise argparse.ArgumentTypeError(msg)
    return share


def read_width(text: str) -> int:
    """Read a width of at least 40 columns."""
    if not text.isdecimal() or int(text) < LEAST_WIDTH:
        msg = f"{text!r} is not a number of columns, at least {LEAST_WIDTH}"
        raise argparse.ArgumentTypeError(msg)
    return int(text)
