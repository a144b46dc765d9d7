"""The arguments of all subcommands; imports little but argparse, so that `--version` and `--help` are instant."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NoReturn

from provenance.__about__ import __version__
from provenance.cli.archive_parser import add_archive
from provenance.cli.argument_types import (
    read_count,
    read_date,
    read_field,
    read_names,
    read_number,
    read_share,
    read_width,
    read_words,
)

MODULES = {
    "archive": "provenance.cli.archive",
    "audit": "provenance.cli.audit",
    "baseline": "provenance.cli.baseline",
    "compare": "provenance.cli.compare",
    "config": "provenance.cli.config",
    "dispute": "provenance.cli.dispute",
    "explain": "provenance.cli.explain",
    "init": "provenance.cli.init",
    "lsp": "provenance.cli.lsp",
    "packs": "provenance.cli.packs",
    "rules": "provenance.cli.rules",
    "serve": "provenance.cli.serve",
    "waive": "provenance.cli.waive",
    "trace": "provenance.cli.trace",
}
LISTS = ("sarif", "github", "gitlab", "junit", "markdown", "csv", "concise", "rdjson")
"""Formats that list findings, without the other claims of an article."""
GRAPHS = ("jsonld", "prov-json", "prov-n", "rdf")
"""Formats that say everything as a graph."""
FORMATS = ("table", "json", "jsonl", "html", *GRAPHS, *LISTS)
COMPARE_FORMATS = ("table", "json", "html", "mermaid", "graphml")
INPUTS = ("text", "html", "markdown", "docx", "nitf", "newsml-g2", "ninjs", "superdesk", "ans", "feed", "jsonl", "warc")
"""Formats that are read; a test holds them against the readers."""
LEVELS = ("note", "warning", "error")
NEVER = "never"

_EXIT_CODES = "exit codes: 0 clean, 1 findings at or above the fail level, 2 not everything could be done"


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with a command line, and where all options stand; commands inherit it."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def build_parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser of a command line: of all commands, but with the options of the one that it names alone."""
    parser = _Parser(
        prog="provenance",
        description="Says for every claim of a news article who says so, through whom, and whether the reader can tell.",
    )
    parser.add_argument("--version", action="version", version=f"provenance {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, (words, add_options) in _commands().items():
        command = commands.add_parser(name, help=words)
        if argv and argv[0] == name:  # the options of all take as long to make as a short article to read
            add_options(command)
    return parser


def _commands() -> Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]]:
    """Return what each command is for, and what adds its options."""
    return {
        "archive": (
            "audit archives into tables, and ask them",
            partial(add_archive, add_house_options=add_house_options),
        ),
        "audit": ("audit articles", _add_audit),
        "baseline": ("keep the findings that were there already", _add_baseline),
        "compare": ("put together what articles report of the same statements", _add_compare),
        "config": ("show the policy that holds here", _add_config),
        "dispute": ("hold a finding to be wrong", _add_dispute),
        "explain": ("explain a rule, or a word of the lexicons", _add_explain),
        "init": ("begin with settings and a pre-commit entry", _add_init),
        "lsp": ("audit inside a text editor", _add_lsp),
        "packs": ("list, lock or verify the rule packs", _add_packs),
        "rules": ("list, check, test, begin or compare rules", _add_rules),
        "serve": ("serve audits and a page over HTTP", _add_serve),
        "trace": ("show how a sentence is parsed", _add_trace),
        "waive": ("answer for a finding", _add_waive),
    }


def _add_audit(parser: argparse.ArgumentParser) -> None:
    parser.description = "Audit articles: text files, web pages, folders, globs, or - for standard input."
    parser.epilog = _EXIT_CODES
    parser.add_argument("files", nargs="+", metavar="FILE", help="text file, web page, folder or glob; - reads stdin")
    _add_reading_options(parser.add_argument_group("reading"))
    _add_output_options(parser.add_argument_group("output"))
    _add_table_options(parser.add_argument_group("table"))
    _add_policy_options(parser.add_argument_group("policy"))
    _add_comparison_options(parser.add_argument_group("what is new"))


def _add_reading_options(group: "argparse._ArgumentGroup") -> None:
    _add_source_options(group)
    group.add_argument("--max-seconds", type=read_number, metavar="N", help="give an article up after so long (60)")


def _add_source_options(group: "argparse.ArgumentParser | argparse._ArgumentGroup") -> None:
    """Add the options that say how files are read."""
    group.add_argument(
        "--input", choices=INPUTS, metavar="FORMAT", help="read files as %(choices)s (default: as they look)"
    )
    group.add_argument(
        "--field",
        action="append",
        default=[],
        type=read_field,
        metavar="NAME=FIELD",
        help="where JSON has the text, title, byline ...: text=data.body; may be repeated",
    )
    group.add_argument("--max-size", type=read_number, metavar="MB", help="refuse larger files (64)")


def _add_output_options(group: "argparse._ArgumentGroup") -> None:
    group.add_argument("--format", choices=FORMATS, default="table", help="what goes to standard output (%(default)s)")
    group.add_argument(
        "--out",
        action="append",
        default=[],
        type=_output,
        metavar="FORMAT:FILE",
        help="write a report to a file as well; may be repeated; html:FOLDER/ writes an index and a page an article",
    )
    group.add_argument(
        "--no-text", action="store_true", help="no word of the articles leaves: titles of rules instead of messages"
    )
    group.add_argument("--include-text", action="store_true", help="put the text of the articles into json and jsonl")
    group.add_argument(
        "--profile-time", action="store_true", help="say on standard error where the time went, by stage and rule"
    )


def _add_table_options(group: "argparse._ArgumentGroup") -> None:
    group.add_argument(
        "--view", choices=("claims", "sources"), default="claims", help="a row a claim, or a row a source"
    )
    group.add_argument("--all", action="store_true", help="show attitudes and positions beside reported speech")
    group.add_argument("--show", choices=LEVELS, help="least severity of findings in the table (note)")
    group.add_argument("--width", type=read_width, metavar="N", help="columns (default: the terminal's)")


def _add_policy_options(group: "argparse._ArgumentGroup") -> None:
    add_house_options(group)
    group.add_argument("--fail-on", choices=(*LEVELS, NEVER), help="least severity that makes the exit code 1 (error)")
    group.add_argument("--select", type=read_names, metavar="IDS", help="only these audits: ids or codes, with commas")
    group.add_argument("--ignore", type=read_names, metavar="IDS", help="count findings of these audits as waived")


def _add_comparison_options(group: "argparse._ArgumentGroup") -> None:
    group.add_argument("--baseline", metavar="FILE", help="waive the findings that this baseline holds")
    group.add_argument("--diff", metavar="REV", help="only findings that are new since a git revision")
    group.add_argument("--against", metavar="OLD", help="show what changed in the sourcing since another draft")


def _add_baseline(parser: argparse.ArgumentParser) -> None:
    parser.description = "A baseline holds findings that were there when the check was switched on; audits waive them."
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for action, about in (
        ("write", "hold the findings of articles"),
        ("prune", "drop what is no longer found in articles, and articles that are gone"),
        ("stats", "count what is held"),
    ):
        command = actions.add_parser(action, help=about)
        if action != "stats":
            command.add_argument("files", nargs="+", metavar="FILE", help="text file, web page, folder or glob")
            _add_source_options(command)
        command.add_argument("--baseline", metavar="FILE", help="the baseline (default: provenance-baseline.txt)")
        add_house_options(command)


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Group the attributions of several articles that report one statement: its origin, its way, its wordings."
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="text file, web page, folder or glob")
    parser.add_argument("--format", choices=COMPARE_FORMATS, default="table", help="what to print (%(default)s)")
    parser.add_argument("--no-text", action="store_true", help="no word of the articles: places instead of wordings")
    parser.add_argument("--width", type=read_width, metavar="N", help="columns (default: the terminal's)")
    add_house_options(parser)


def _add_dispute(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Write a wrong finding into the house's pack as a text that `rules test` holds against the rules."
    )
    parser.add_argument("place", metavar="FILE:LINE[:COLUMN]", help="where the finding stands, as the table prints it")
    parser.add_argument("rule", metavar="RULE", help="id or code of the audit")
    parser.add_argument("--reason", required=True, type=read_words, help="why the finding is wrong")
    _add_pack_option(parser)
    _add_source_options(parser)
    _add_config_option(parser)


def _add_init(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Write provenance.toml and .pre-commit-config.yaml here; what is there already is left as it is."
    )
    parser.add_argument("--pack", metavar="FOLDER", help="begin a pack for rules of the house as well")


def _add_lsp(parser: argparse.ArgumentParser) -> None:
    parser.description = "Serve a text editor over standard input and output (Language Server Protocol); needs pygls."
    add_house_options(parser)


def _add_pack_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pack", metavar="FOLDER", help="the pack to write into (default: the first of the settings)")


def _add_waive(parser: argparse.ArgumentParser) -> None:
    parser.description = "Write into FILE.waivers.toml that somebody answers for a finding; the article stays as it is."
    parser.add_argument("place", metavar="FILE:LINE[:COLUMN]", help="where the finding stands, as the table prints it")
    parser.add_argument("rule", metavar="RULE", help="id or code of the audit")
    parser.add_argument("--reason", required=True, type=read_words, help="why; never who the source is")
    parser.add_argument(
        "--by", required=True, type=read_words, metavar="ROLE", help="who answers for it: a role, such as duty editor"
    )
    parser.add_argument(
        "--until", type=read_date, metavar="DATE", help="last day on which it holds, such as 2026-12-31"
    )
    parser.add_argument("--replace", action="store_true", help="in the place of a waiver that holds already")
    _add_source_options(parser)
    _add_config_option(parser)


def add_house_options(group: "argparse.ArgumentParser | argparse._ArgumentGroup") -> None:
    """Add the options that say which policy holds."""
    group.add_argument("--profile", metavar="NAME", help="house profile: desk, review, everything, ap, bbc ... (desk)")
    _add_config_option(group)


def _add_config_option(group: "argparse.ArgumentParser | argparse._ArgumentGroup") -> None:
    group.add_argument(
        "--config", metavar="FILE", help="settings (default: the provenance.toml nearest to the article, else to here)"
    )


def _add_config(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    show = actions.add_parser("show", help="print settings and audits as they hold here, or for an article")
    show.add_argument("article", nargs="?", metavar="ARTICLE", help="an article or a folder (default: here)")
    show.add_argument("--why", action="store_true", help="say of each value who decided it")
    add_house_options(show)
    show.add_argument("--width", type=read_width, metavar="N", help="columns (default: the terminal's)")


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Explain an audit, a pattern, an exception, a house profile or a lexicon, a fact that audits ask for, "
        "or say which lexicons hold a word."
    )
    parser.add_argument(
        "rule", metavar="RULE", help="id, code, fact or word: anon-only-claim, A01, en/offices, mused ..."
    )
    _add_config_option(parser)
    parser.add_argument("--width", type=read_width, metavar="N", help="columns (default: the terminal's)")


def _add_packs(parser: argparse.ArgumentParser) -> None:
    parser.description = "Which rule packs hold here, and whether they are still those of provenance.lock."
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for action, about in (
        ("list", "print id, version and hash of every pack"),
        ("lock", "write them to provenance.lock beside the settings"),
        ("verify", "compare with provenance.lock; exit code 1 if anything differs"),
    ):
        _add_config_option(actions.add_parser(action, help=about))


def _add_rules(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list every audit, pattern and lexicon")
    listing.add_argument("--format", choices=("table", "json"), default="table")
    checking = actions.add_parser("check", help="load the rules; report faults and what no example reaches")
    testing = actions.add_parser("test", help="run every example of every rule")
    testing.add_argument("--coverage", action="store_true", help="also report what no example reaches")
    testing.add_argument(
        "--corpus", metavar="PATH", help="instead: how often each pattern is right on annotated articles"
    )
    testing.add_argument(
        "--at-least", type=read_share, default=0.7, metavar="SHARE", help="with --corpus: as often (%(default)s)"
    )
    testing.add_argument(
        "--articles", type=int, default=10, metavar="N", help="... where it fires on so many (%(default)s)"
    )
    for action in (listing, checking, testing):
        _add_config_option(action)
    _add_rules_new(actions.add_parser("new", help="begin a rule of the house"))
    _add_rules_docs(actions.add_parser("docs", help="write the reference of all rules that hold here"))
    _add_rules_diff(actions.add_parser("diff", help="show which findings a change of the rules brings and takes"))


def _add_rules_new(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Write a rule that loads as it is into the house's pack; its words and examples are to be replaced. "
        "`exceptions` begins what the house excepts from a shipped audit."
    )
    parser.set_defaults(module="provenance.cli.rules_new")
    parser.add_argument("kind", choices=("audit", "pattern", "lexicon", "exceptions"))
    parser.add_argument(
        "name",
        metavar="NAME",
        help="the id: small letters, digits and hyphens; of exceptions the id or code of the audit",
    )
    _add_pack_option(parser)
    _add_config_option(parser)


def _add_rules_docs(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Write the reference of audits, patterns, lexicons and profiles in Markdown, as explain has it."
    )
    parser.set_defaults(module="provenance.cli.rules_docs")
    parser.add_argument("--to", metavar="FOLDER", help="write rules.md and profiles.md there (default: print them)")
    parser.add_argument("--own", action="store_true", help="only the rules of the house's own packs")
    _add_config_option(parser)


def _add_rules_diff(parser: argparse.ArgumentParser) -> None:
    parser.description = "Audit articles under old and under new rules; print the findings that only one of them makes."
    parser.set_defaults(module="provenance.cli.rules_diff")
    parser.add_argument("old", metavar="OLD", help="a settings file, or a folder of rules")
    parser.add_argument("new", metavar="NEW", help="the same")
    parser.add_argument("files", nargs="+", metavar="CORPUS", help="text file, web page, folder or glob")
    _add_source_options(parser)
    parser.add_argument(
        "--profile", metavar="NAME", help="house profile for both (default: the settings'; everything for folders)"
    )
    parser.add_argument("--width", type=read_width, metavar="N", help="columns (default: the terminal's)")


def _add_serve(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Serve audits and a page over HTTP. Nothing is kept, and nothing is logged but sizes and timings."
    )
    parser.add_argument("--host", metavar="ADDRESS", help="where to listen (default: this machine alone)")
    parser.add_argument("--port", type=read_count, default=8731, metavar="N", help="0 takes a free one (%(default)s)")
    parser.add_argument(
        "--token-file", metavar="FILE", help="a token that every audit must bring (default: $PROVENANCE_TOKEN, or none)"
    )
    parser.add_argument(
        "--workers", type=read_number, metavar="N", help="processes that audit (default: one a processor)"
    )
    parser.add_argument("--waiting", type=read_count, metavar="N", help="audits that may wait for a worker (16)")
    parser.add_argument("--max-body", type=read_number, metavar="BYTES", help="largest article (4 MiB)")
    parser.add_argument("--time-limit", type=read_number, metavar="SECONDS", help="longest audit (10)")
    parser.add_argument("--quiet", action="store_true", help="log no requests")
    add_house_options(parser)


def _add_trace(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Show how sentences are parsed: words, mentions, what matched, what nearly did and where it stopped. "
        "With --audit, why an audit is silent there, or is not: each of its conditions with what holds of each claim."
    )
    parser.add_argument("place", metavar="FILE[:LINE]", help="an article, or one line of it; - reads stdin")
    parser.add_argument(
        "--audit", type=read_names, metavar="IDS", help="what these audits (ids or codes) make of each claim there"
    )
    parser.add_argument(
        "--pattern", type=read_names, metavar="IDS", help="only these patterns, with commas; near misses too"
    )
    parser.add_argument(
        "--all", action="store_true", help="also show patterns that hardly fit; all conditions of all claims of a file"
    )
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    _add_source_options(parser)
    parser.add_argument("--width", type=read_width, metavar="N", help="columns (default: the terminal's)")
    parser.add_argument("--baseline", metavar="FILE", help="with --audit: a baseline that may hide findings")
    add_house_options(parser)


def _output(text: str) -> tuple[str, str]:
    """Split FORMAT:FILE."""
    kind, _, path = text.partition(":")
    if kind not in FORMATS or not path:
        msg = f"{text!r} is not FORMAT:FILE with a FORMAT of {', '.join(FORMATS)}"
        raise argparse.ArgumentTypeError(msg)
    return kind, path
