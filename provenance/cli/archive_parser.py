"""The arguments of `provenance archive`."""

import argparse
from collections.abc import Callable

from provenance.cli.argument_types import read_number, read_seconds

_Parser = argparse.ArgumentParser
PER_SHARD = 500
SECONDS = 60.0
DAYS, AT_ONCE = 7, 25_000


def add_archive(parser: _Parser, add_house_options: Callable[[_Parser], None]) -> None:
    """Add the actions of the command."""
    parser.description = "Audit archives of any size into Parquet tables, and ask these tables."
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    running = actions.add_parser("run", help="audit an archive; begun again, it goes on where it was")
    _add_run(running)
    add_house_options(running)
    comparing = actions.add_parser("compare", help="group what articles of the archive say alike")
    _add_compare(comparing)
    add_house_options(comparing)
    _add_dashboard(actions.add_parser("dashboard", help="show the tables as a page"))
    _add_query(actions.add_parser("query", help="ask the tables"))


def _add_run(parser: _Parser) -> None:
    parser.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="files, folders, globs; .jsonl, .parquet and .warc(.gz) hold many"
    )
    parser.add_argument("--to", required=True, metavar="DIR", help="where the tables go")
    _add_engine(parser)
    parser.add_argument(
        "--per-shard",
        type=read_number,
        default=PER_SHARD,
        metavar="N",
        help="documents a worker takes at once (%(default)s)",
    )
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        type=_field,
        metavar="WHAT=NAME",
        help="what text, html, title, publisher, published or id are called in JSON Lines and Parquet",
    )
    parser.add_argument(
        "--seconds",
        type=read_seconds,
        default=SECONDS,
        metavar="S",
        help="seconds of the processor that one document may take; 0: as many as it needs (%(default)s)",
    )
    parser.add_argument("--no-text", action="store_true", help="keep no claims, reasons and messages in the tables")


def _add_dashboard(parser: _Parser) -> None:
    parser.set_defaults(module="provenance.cli.archive_dashboard")
    parser.add_argument("folder", metavar="DIR", help="the tables of an archive")
    parser.add_argument("--out", metavar="FILE", help="write to a file instead of standard output")


def _add_engine(parser: _Parser) -> None:
    parser.add_argument("--workers", type=read_number, metavar="N", help="processes (default: one a core)")
    parser.add_argument("--cluster", metavar="ADDRESS", help="run on the workers of this Dask scheduler instead")


def _add_compare(parser: _Parser) -> None:
    parser.set_defaults(module="provenance.cli.archive_compare")
    parser.add_argument("folder", metavar="DIR", help="the tables of an archive")
    _add_engine(parser)
    parser.add_argument(
        "--days",
        type=read_number,
        default=DAYS,
        metavar="N",
        help="articles so many days apart are compared in any case (%(default)s)",
    )
    parser.add_argument(
        "--at-once",
        type=read_number,
        default=AT_ONCE,
        metavar="N",
        help="claims that a worker holds at once; the more, the more memory it takes (%(default)s)",
    )


def _add_query(parser: _Parser) -> None:
    parser.set_defaults(module="provenance.cli.archive_query")
    parser.add_argument("folder", metavar="DIR", help="the tables of an archive")
    parser.add_argument("question", nargs="?", metavar="QUESTION", help="its name (default: list the questions)")
    parser.add_argument(
        "--sql",
        metavar="SQL",
        help="a question of your own, to the tables: articles, records, findings, failures, groups, members ...",
    )
    parser.add_argument("--format", choices=("table", "csv", "svg", "png"), default="table", help="(%(default)s)")
    parser.add_argument("--out", metavar="FILE", help="write to a file instead of standard output")


def _field(text: str) -> tuple[str, str]:
    """Split WHAT=NAME."""
    what, _, name = text.partition("=")
    known = ("text", "html", "title", "publisher", "published", "id")
    if what not in known or not name:
        msg = f"{text!r} is not WHAT=NAME with a WHAT of {', '.join(known)}"
        raise argparse.ArgumentTypeError(msg)
    return what, name
