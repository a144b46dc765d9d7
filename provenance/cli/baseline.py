"""`provenance baseline write|prune|stats`: what was there when the check was switched on."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from provenance.cli.articles import BASELINE_FILE, find_articles
from provenance.cli.complaints import INCOMPLETE, complain
from provenance.cli.files import write_whole
from provenance.cli.filters import Filter, open_filters, send_through
from provenance.cli.house import open_houses
from provenance.cli.reading import read_options
from provenance.errors import ReadingError, SettingsError
from provenance.model import Article, AuditResult, Failure
from provenance.pipeline import audit_article
from provenance.policy.baseline import (
    count_rules,
    list_known,
    name_in,
    prune_baseline,
    read_baseline,
    write_baseline,
)
from provenance.policy.house import House
from provenance.policy.houses import Houses
from provenance.policy.settings_file import OWN_FILE
from provenance.reading import read_articles
from provenance.reports.counting import count_of

DONE = 0


def run(args: Namespace) -> int:
    """Run the action of `args`; return 2 if not everything could be done."""
    houses = open_houses(args)
    if args.action == "stats":
        return _print_stats(_path_of(args, houses.of("")))
    by_baseline: dict[Path, list[str]] = {}
    for article in find_articles(args.files, houses):
        by_baseline.setdefault(_path_of(args, houses.of(article)), []).append(article)
    return max((_renew(args, houses, path, found) for path, found in by_baseline.items()), default=DONE)


def _path_of(args: Namespace, house: House) -> Path:
    """Return where the baseline of a house stands, or will stand; raise SettingsError where there must be one."""
    path = Path(args.baseline or house.baseline or house.settings.folder / BASELINE_FILE)
    if args.action != "write" and not path.is_file():
        msg = f"{path}: there is no baseline; begin one with: provenance baseline write FILES"
        raise SettingsError(msg)
    return path


def _print_stats(path: Path) -> int:
    known = read_baseline(path)
    for rule, count in count_rules(known):
        print(f"{count:6}  {rule}")
    print(f"{len(known):6}  in {count_of(len({one.path for one in known}), 'article')}")
    return DONE


def _renew(args: Namespace, houses: Houses, path: Path, articles: list[str]) -> int:
    """Write the findings that articles have, or drop from the baseline those that are gone."""
    old = read_baseline(path) if args.action == "prune" or path.is_file() else frozenset()
    items = list(_audit_each(articles, houses, args))
    results = [item for item in items if item is not None]
    found = frozenset(one for result in results for one in list_known(result, path.parent))
    audited = frozenset(name_in(path.parent, result.article.path) for result in results)
    kept = prune_baseline(old, found, audited, path.parent)
    new = kept if args.action == "prune" else kept | found
    write_whole(path, write_baseline(new))
    _tell_unnamed(args, houses.of(articles[0]))
    print(f"{path}: {len(new)} findings ({len(new - old)} added, {len(old - new)} dropped)", file=sys.stderr)
    return DONE if len(results) == len(items) else INCOMPLETE


def _tell_unnamed(args: Namespace, house: House) -> None:
    """Say how audits come to know a baseline that no settings name."""
    if args.baseline is None and house.baseline is None:
        settings = house.settings.path or OWN_FILE
        print(f'provenance: name it in {settings}: baseline = "{BASELINE_FILE}"', file=sys.stderr)


def _audit_each(paths: list[str], houses: Houses, args: Namespace) -> Iterator[AuditResult | None]:
    """Yield the results, waived findings taken out; None for what cannot be read, which is told on stderr."""
    filters = {house: open_filters(house) for house in houses}
    for path in paths:
        house = houses.of(path)
        try:
            for article in read_articles(path, read_options(args, house.settings.reading)):
                yield _audit(article, house, filters[house])
        except (ReadingError, SettingsError) as error:
            complain(str(error))
            yield None


def _audit(article: Article | Failure, house: House, filters: Sequence[Filter]) -> AuditResult | None:
    if isinstance(article, Failure):
        complain(f"{article.path}: {article.reason}")
        return None
    return send_through(audit_article(article, house.rulebook), filters)
