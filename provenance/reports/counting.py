"""Counts and numbers, as all reports say them."""


def count_of(count: int, noun: str) -> str:
    """A count with its noun in the right number."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def claim_number(record: str) -> str:
    """The number of a claim, by the id of its record."""
    return record.removeprefix("r")
