"""`provenance compare`: read -> audit -> compare -> print."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from importlib import import_module

from provenance.cli.articles import drop_baselines
from provenance.cli.complaints import INCOMPLETE, complain
from provenance.cli.house import open_house
from provenance.cli.progress import watch
from provenance.cli.reading import read_options
from provenance.cli.terminal import read_style
from provenance.collector import rare_collections
from provenance.comparing.comparison import compare_results
from provenance.errors import ReadingError
from provenance.exporters.compare_v1 import export_comparison
from provenance.exporters.json_text import dump_json
from provenance.model import Article, AuditResult, Comparison, Failure, RulesUsed
from provenance.pipeline import audit_article
from provenance.policy.house import House
from provenance.reading import ReadingOptions, find_files, read_articles

CLEAN = 0


def run(args: Namespace) -> int:
    """Compare what `args` names; return 2 if anything could not be read."""
    # groups are few and looked at by people: all audits speak unless a profile is asked for
    args.profile = args.profile or "everything"
    house = open_house(args)
    paths = drop_baselines(find_files(args.files), [house], args.files)
    if not paths:
        return complain("no articles found")
    with rare_collections():
        items = list(_audit_all(paths, house))
    results = [item for item in items if isinstance(item, AuditResult)]
    comparison = compare_results(results, house.rulebook)
    if args.no_text:
        cards = {card.id: card for card in house.rulebook.pack.audits}
        comparison = import_module("provenance.listing.hiding_groups").hide_comparison(comparison, cards)
    sys.stdout.buffer.write(_render(comparison, args, house.used))
    return CLEAN if len(results) == len(items) else INCOMPLETE


def _audit_all(paths: list[str], house: House) -> Iterator[AuditResult | Failure]:
    """Yield the result of every article in every file; what cannot be read is told."""
    options = read_options(Namespace(), house.settings.reading)
    with watch(len(paths)) as progress:
        for path in paths:
            progress.show(path)
            for item in _read_all(path, options):
                if isinstance(item, Failure):
                    complain(f"{item.path}: {item.reason}")
                    yield item
                else:
                    yield audit_article(item, house.rulebook)
            progress.clear()


def _read_all(path: str, options: ReadingOptions) -> Iterator[Article | Failure]:
    try:
        yield from read_articles(path, options)
    except ReadingError as error:
        yield Failure(error.path, error.reason)


def _render(comparison: Comparison, args: Namespace, rules: RulesUsed) -> bytes:
    """Return the comparison in the format asked for; only its writer is loaded."""
    if args.format == "json":
        return dump_json(export_comparison(comparison))
    if args.format == "html":
        page = import_module("provenance.reports.html.compared").render_compared(comparison, rules)
        return str(page).encode(errors="replace")
    if args.format == "table":
        style = read_style(args.width)
        text = import_module("provenance.reports.compared").render_comparison(comparison, style)
        return f"{text}\n".encode(style.encoding, "replace")
    graph = import_module("provenance.exporters.lineage_graph")
    return bytes(getattr(graph, f"write_{args.format}")(comparison))
