"""What takes findings out of a result on its way to the reports: ignores, waivers, a baseline, an earlier revision."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from provenance.errors import ReadingError
from provenance.model import Article, AuditResult, Waiver
from provenance.pipeline import audit_article
from provenance.policy.house import House
from provenance.policy.names import AuditNames
from provenance.policy.waivers import apply_waivers, hush_waivers, read_waivers, waivers_of
from provenance.policy.waiving import apply_policy, drop_unsure
from provenance.reading import AS_FOUND, ReadingOptions, read_items

Filter = Callable[[AuditResult], AuditResult]


def open_filters(
    house: House,
    baseline: Path | None = None,
    revision: str | None = None,
    options: ReadingOptions = AS_FOUND,
    *,
    hushed: bool = False,
) -> tuple[Filter, ...]:
    """Give what a run sends every result through; raise SettingsError for a baseline or a revision that is not there.

    `options` say how the articles are read: their earlier versions are read in the same way. `hushed` leaves out what
    editors wrote into waivers.
    """
    policy = house.policy
    filters: list[Filter] = [
        _open_waivers(house, hushed=hushed),
        lambda result: apply_policy(result, policy),
        lambda result: drop_unsure(result, policy),
    ]
    if baseline is not None:
        filters.append(_open_baseline(baseline))
    if revision is not None:
        filters.append(_open_revision(revision, house, options))
    return tuple(filters)


def send_through(result: AuditResult, filters: Sequence[Filter]) -> AuditResult:
    """Send a result through filters, one after the other."""
    for one in filters:
        result = one(result)
    return result


def _open_waivers(house: House, *, hushed: bool) -> Filter:
    today = datetime.now(tz=UTC).date()
    cards, names = house.policy.cards, house.names

    def waive(result: AuditResult) -> AuditResult:
        path = result.article.file
        if not path:
            return result
        waivers = _waivers_in(path, result, names)
        return apply_waivers(result, tuple(hush_waivers(waivers)) if hushed else waivers, today, cards)

    return waive


def _waivers_in(path: str, result: AuditResult, names: AuditNames) -> Sequence[Waiver]:
    """Read the waivers of a file; of one article among several those alone that its findings need."""
    waivers = read_waivers(waivers_of(path), names)
    found = {finding.fingerprint for finding in result.findings}
    return waivers if result.article.part is None else [one for one in waivers if one.fingerprint in found]


def _open_baseline(path: Path) -> Filter:
    from provenance.policy.baseline import apply_baseline, read_baseline  # noqa: PLC0415  most runs have none

    known = read_baseline(path)
    return lambda result: apply_baseline(result, known, path.parent)


def _open_revision(revision: str, house: House, options: ReadingOptions) -> Filter:
    from provenance.cli.git import check_revision  # noqa: PLC0415  most runs ask git nothing
    from provenance.policy.revisions import keep_new  # noqa: PLC0415  as above

    check_revision(revision)

    def keep(result: AuditResult) -> AuditResult:
        earlier = _read_earlier(result.article, revision, options)
        return keep_new(result, audit_article(earlier, house.rulebook) if earlier else None, revision)

    return keep


def _read_earlier(article: Article, revision: str, options: ReadingOptions) -> Article | None:
    """Read an article as it was; None where there was none that could be read."""
    from provenance.cli.git import read_at  # noqa: PLC0415  as above

    content = read_at(revision, article.file) if article.file else None
    if content is None or article.file is None:
        return None
    try:
        found = (one for one in read_items(content, article.file, options) if one.path == article.path)
        earlier = next(found, None)
    except ReadingError:
        return None
    return earlier if isinstance(earlier, Article) else None
