"""`provenance trace FILE[:LINE]`: how sentences came to be parsed as they are, or what an audit made of them."""

import json
import sys
from argparse import Namespace
from importlib import import_module
from pathlib import Path

from provenance.cli.complaints import complain
from provenance.cli.house import read_house_settings
from provenance.cli.reading import read_options
from provenance.cli.terminal import read_style
from provenance.errors import SettingsError
from provenance.exporters.trace_v1 import export_traces
from provenance.nearest import suggest
from provenance.policy.packs import load_rules
from provenance.reading import read_article
from provenance.reports.trace import render_trace
from provenance.rulebook import Rulebook
from provenance.tracing import open_tracer, trace_article


def run(args: Namespace) -> int:
    """Print the traces; return 2 if there is no such place. Raises SettingsError if there is no such pattern."""
    path, line = split_place(args.place)
    if args.audit:
        return int(import_module("provenance.cli.trace_audit").run(args, path, line))
    settings = read_house_settings(args, path)
    rulebook, options = load_rules(settings), read_options(args, settings.reading)
    only = tuple(_pattern_id(name, rulebook) for name in args.pattern or ())
    article = read_article(path, options)
    traces = trace_article(article, open_tracer(rulebook), line, only)
    if not traces:
        return complain(f"{path} has no sentence{f' on line {line}' if line is not None else ''}")
    if args.json:
        sys.stdout.write(json.dumps(export_traces(article, traces), indent=1) + "\n")
        return 0
    style = read_style(args.width)
    everything = args.all or bool(only)
    print("\n\n".join(render_trace(trace, article.text, style, everything=everything) for trace in traces))
    return 0


def split_place(place: str) -> tuple[str, int | None]:
    """Split FILE:LINE, or FILE:LINE:COLUMN as the table has it; a file whose name ends like that is a file."""
    path, _, number = place.rpartition(":")
    if not path or not number.isdecimal() or Path(place).exists():
        return place, None
    shorter, line = split_place(path)
    return (path, int(number)) if line is None else (shorter, line)


def _pattern_id(name: str, rulebook: Rulebook) -> str:
    """Return the id of a pattern that goes by a name, with or without its language; raise SettingsError for none."""
    ids = [pattern.id for pattern in rulebook.pack.patterns]
    found = [one for one in ids if name.lower() in {one, one.rpartition("/")[2]}]
    if found:
        return found[0]
    msg = f"there is no pattern {name!r}{suggest(name, ids, (one.rpartition('/')[2] for one in ids))}"
    raise SettingsError(msg)
