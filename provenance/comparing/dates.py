"""How far apart articles were published."""

from datetime import date


def days_apart(one: str | None, other: str | None) -> int | None:
    """The days between two dates of publication, negative where the second is earlier; None where either is not known."""
    days = [_read(published) for published in (one, other)]
    return (days[1] - days[0]).days if days[0] and days[1] else None


def _read(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
