"""`provenance compare`: read -> audit -> compare -> print."""

import sys
from argparse import Namespace
from importlib import import_module

from provenance.cli.complaints import INCOMPLETE, complain
from provenance.cli.house import open_house
from provenance.cli.progress import watch
from provenance.cli.terminal import read_style
from provenance.comparing.comparison import compare_results
from provenance.errors import ProvenanceError, ReadingError
from provenance.exporters.compare_v1 import export_comparison
from provenance.exporters.json_v1 import dump_report
from provenance.model import AuditResult, Comparison
from provenance.pipeline import audit_article
from provenance.policy.house import House
from provenance.reading import find_files, read_article

CLEAN = 0


def run(args: Namespace) -> int:
    """Compare what `args` names; return 2 if anything could not be read."""
    # groups are few and looked at by people: all audits speak unless a profile is asked for
    args.profile = args.profile or "everything"
    try:
        house = open_house(args)
        paths = find_files(args.files)
        if not paths:
            return complain("no articles found")
        results = _audit_all(paths, house)
    except (ProvenanceError, OSError) as error:
        return complain(str(error))
    comparison = compare_results(results, house.rulebook)
    sys.stdout.buffer.write(_render(comparison, args))
    return CLEAN if len(results) == len(paths) else INCOMPLETE


def _audit_all(paths: list[str], house: House) -> list[AuditResult]:
    results = []
    with watch(len(paths)) as progress:
        for path in paths:
            progress.show(path)
            try:
                results.append(audit_article(read_article(path), house.rulebook))
            except ReadingError as error:
                complain(f"{error.path}: {error.reason}")
            progress.clear()
    return results


def _render(comparison: Comparison, args: Namespace) -> bytes:
    """Return the comparison in the format asked for; only its writer is loaded."""
    if args.format == "json":
        return dump_report(export_comparison(comparison))
    if args.format == "html":
        page = import_module("provenance.reports.html.compared").render_compared(comparison)
        return str(page).encode(errors="replace")
    if args.format == "table":
        style = read_style(args.width)
        text = import_module("provenance.reports.compared").render_comparison(comparison, style)
        return f"{text}\n".encode(style.encoding, "replace")
    graph = import_module("provenance.exporters.lineage_graph")
    return bytes(getattr(graph, f"write_{args.format}")(comparison))
