"""`provenance baseline write|prune|stats`: what was there when the check was switched on."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from provenance.cli.complaints import complain
from provenance.cli.filters import Filter, open_filters, send_through
from provenance.cli.house import open_house
from provenance.cli.reading import read_options
from provenance.errors import ProvenanceError, ReadingError, SettingsError
from provenance.model import Article, AuditResult, Failure
from provenance.pipeline import audit_article
from provenance.policy.baseline import (
    Known,
    count_rules,
    list_known,
    name_in,
    prune_baseline,
    read_baseline,
    write_baseline,
)
from provenance.policy.house import House
from provenance.reading import ReadingOptions, find_files, read_articles

DEFAULT_FILE = "provenance-baseline.txt"
DONE, INCOMPLETE = 0, 2


def run(args: Namespace) -> int:
    """Run the action of `args`; return 2 if not everything could be done."""
    try:
        house = open_house(args)
        path = Path(args.baseline or house.baseline or house.settings.folder / DEFAULT_FILE)
        if args.action != "write" and not path.is_file():
            return complain(f"{path}: there is no baseline; begin one with: provenance baseline write FILES")
        if args.action == "stats":
            return _print_stats(read_baseline(path))
        return _renew(args, house, path)
    except (ProvenanceError, OSError) as error:
        return complain(str(error))


def _print_stats(known: frozenset[Known]) -> int:
    for rule, count in count_rules(known):
        print(f"{count:6}  {rule}")
    articles = len({one.path for one in known})
    print(f"{len(known):6}  in {articles} article{'' if articles == 1 else 's'}")
    return DONE


def _renew(args: Namespace, house: House, path: Path) -> int:
    """Write the findings there are, or drop from the baseline those that are gone."""
    old = read_baseline(path) if args.action == "prune" or path.is_file() else frozenset()
    articles = find_files(args.files)
    items = list(_audit_each(articles, house, read_options(args, house.settings.reading)))
    results = [item for item in items if item is not None]
    found = frozenset(one for result in results for one in list_known(result, path.parent))
    audited = frozenset(name_in(path.parent, result.article.path) for result in results)
    kept = prune_baseline(old, found, audited, path.parent)
    new = kept if args.action == "prune" else kept | found
    path.write_text(write_baseline(new), encoding="utf-8")
    print(f"{path}: {len(new)} findings ({len(new - old)} added, {len(old - new)} dropped)", file=sys.stderr)
    return DONE if len(results) == len(items) else INCOMPLETE


def _audit_each(paths: list[str], house: House, options: ReadingOptions) -> Iterator[AuditResult | None]:
    """Yield the results, waived findings taken out; None for what cannot be read, which is told on stderr."""
    filters = open_filters(house)
    for path in paths:
        try:
            for article in read_articles(path, options):
                yield _audit(article, house, filters)
        except (ReadingError, SettingsError) as error:
            complain(str(error))
            yield None


def _audit(article: Article | Failure, house: House, filters: Sequence[Filter]) -> AuditResult | None:
    if isinstance(article, Failure):
        complain(f"{article.path}: {article.reason}")
        return None
    return send_through(audit_article(article, house.rulebook), filters)
