"""Which of two articles was published first, however their dates are written."""

import pytest

from provenance.comparing.dates import comes_before, day_of, days_apart, order_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2026-01-04", "2026-01-05"),
        ("2026-01-05T08:00:00Z", "2026-01-05T10:30:00Z"),
        ("Sun, 04 Jan 2026 22:00:00 GMT", "2026-01-05"),
        ("Mon, 05 Jan 2026 08:00:00 GMT", "2026-01-05T10:30"),
        ("20260104", "Mon, 05 Jan 2026 08:00:00 GMT"),
    ],
)
def test_earlier_dates_come_first(one: str, other: str) -> None:
    """A day earlier, or a time earlier on one day, is before, in every way to write it."""
    assert comes_before(one, other)
    assert not comes_before(other, one)
    assert sorted((other, one), key=order_of) == [one, other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2026-01-05", "2026-01-05"),
        ("2026-01-05", "2026-01-05T08:00"),
        ("2026-01-05T08:00", "2026-01-05"),
        (None, "2026-01-05"),
        ("2026-01-05", None),
        ("yesterday", "2026-01-05"),
    ],
)
def test_what_is_not_told_is_not_before(one: str | None, other: str | None) -> None:
    """Of one day without times, or of a day that nobody tells, nothing is known to be first."""
    assert not comes_before(one, other)
    assert not comes_before(other, one)


def test_days() -> None:
    """Days are counted over months; a text without one has none."""
    assert days_apart("2026-01-31", "2026-02-02") == 2
    assert days_apart("2026-01-31", "soon") is None
    assert day_of("") is day_of(None) is None
