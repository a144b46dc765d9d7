"""What takes findings out of a result on its way to the reports: ignores, waivers, a baseline, an earlier revision."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from provenance.cli.house import House
from provenance.errors import ReadingError
from provenance.model import AuditResult
from provenance.pipeline import audit_article
from provenance.policy.baseline import apply_baseline, read_baseline
from provenance.policy.revisions import keep_new
from provenance.policy.waivers import apply_waivers, read_waivers, waivers_of
from provenance.policy.waiving import apply_policy, drop_unsure
from provenance.reading import read_bytes

Filter = Callable[[AuditResult], AuditResult]


def open_filters(house: House, baseline: Path | None = None, revision: str | None = None) -> tuple[Filter, ...]:
    """Give what a run sends every result through; raise SettingsError for a baseline or a revision that is not there."""
    policy = house.policy
    filters: list[Filter] = [
        lambda result: apply_policy(result, policy),
        _open_waivers(house),
        lambda result: drop_unsure(result, policy),
    ]
    if baseline is not None:
        filters.append(_open_baseline(baseline))
    if revision is not None:
        filters.append(_open_revision(revision, house))
    return tuple(filters)


def send_through(result: AuditResult, filters: Sequence[Filter]) -> AuditResult:
    """Send a result through filters, one after the other."""
    for one in filters:
        result = one(result)
    return result


def _open_waivers(house: House) -> Filter:
    today = datetime.now(tz=UTC).date()
    audits = [card.id for card in house.policy.cards]

    def waive(result: AuditResult) -> AuditResult:
        path = result.article.path
        return apply_waivers(result, read_waivers(waivers_of(path)), today, audits) if path else result

    return waive


def _open_baseline(path: Path) -> Filter:
    known = read_baseline(path)
    return lambda result: apply_baseline(result, known, path.parent)


def _open_revision(revision: str, house: House) -> Filter:
    from provenance.cli.git import check_revision  # noqa: PLC0415  most runs ask git nothing

    check_revision(revision)
    return lambda result: keep_new(result, _audit_earlier(result.article.path, revision, house), revision)


def _audit_earlier(path: str | None, revision: str, house: House) -> AuditResult | None:
    """Audit an article as it was; None where there was none that could be read."""
    from provenance.cli.git import read_at  # noqa: PLC0415  as above

    content = read_at(revision, path) if path else None
    if content is None or path is None:
        return None
    try:
        return audit_article(read_bytes(content, path), house.rulebook)
    except ReadingError:
        return None
