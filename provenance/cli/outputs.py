"""Where results go: each output takes one article at a time; `json`, graphs and a page keep them until the end."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from attrs import define, evolve, field

from provenance.cli.pages import open_pages, path_of, render_pages
from provenance.cli.parser import GRAPHS, LISTS
from provenance.cli.terminal import read_style, read_width
from provenance.errors import SettingsError
from provenance.model import AuditResult, Failure, Report
from provenance.policy.houses import Houses
from provenance.reports.style import Style
from provenance.reports.summary import Tally
from provenance.reports.table import render_article, render_end

if TYPE_CHECKING:
    from provenance.listing.entries import Listing, Run
    from provenance.listing.hiding import Cards

Item = AuditResult | Failure
Write = Callable[[bytes], object]
_FOR_PEOPLE = ("markdown", "concise")
_MODULES = {"csv": "csv_table"}
_JSON, _DUMPS, _ENTRIES = "provenance.exporters.json_v1", "provenance.exporters.json_text", "provenance.listing.entries"
_HIDING = "provenance.listing.hiding"
"""Loaded where a format needs them: a run mostly has one format."""


class Output(Protocol):
    """Takes results one by one."""

    def add(self, item: Item) -> None:
        """Take the next result."""

    def finish(self) -> None:
        """Write what comes after the last result."""


@define(eq=False, repr=False)
class TableOutput:
    """Tables for people, article by article, and the summary."""

    write: Write
    style: Style
    view: str
    tally: Tally = field(factory=Tally)

    def add(self, item: Item) -> None:
        """Write the table of one article."""
        self.tally.add(item, everything=self.style.everything)
        self._print(self._views()[0](item, self.style))

    def finish(self) -> None:
        """Write legend and summary."""
        self._print(self._views()[1](self.tally, self.style))

    def _views(self) -> tuple[Callable[[Item, Style], str], Callable[[Tally, Style], str]]:
        """What renders an article, and what comes after the last one; the ledger is loaded where it is asked for."""
        if self.view != "sources":
            return render_article, render_end
        ledger = import_module("provenance.reports.sources")
        return ledger.render_ledger, ledger.render_ledger_end

    def _print(self, text: str) -> None:
        self.write(f"{text}\n".encode(self.style.encoding, "replace"))


@define(eq=False, repr=False)
class LinesOutput:
    """JSON Lines: every article is written, and flushed, as soon as it is audited."""

    write: Write
    houses: Houses
    include_text: bool

    def add(self, item: Item) -> None:
        """Write one line."""
        json_v1, rules = import_module(_JSON), self.houses.reporting(path_of(item)).used
        self.write(import_module(_DUMPS).dump_line(json_v1.export_article(item, rules, include_text=self.include_text)))

    def finish(self) -> None:
        """Write nothing: every line stands alone."""


@define(eq=False, repr=False)
class ReportOutput:
    """One piece for the whole run, made and written at its end."""

    write: Write
    houses: Houses
    render: Callable[[Report], bytes]
    items: list[Item] = field(factory=list)

    def add(self, item: Item) -> None:
        """Keep the result."""
        self.items.append(item)

    def finish(self) -> None:
        """Write the report."""
        others = self.houses.used_for(map(path_of, self.items))
        self.write(self.render(Report(tuple(self.items), self.houses.lead.used, others)))


@define(eq=False, repr=False)
class ListOutput:
    """Findings in one of the formats that list them, written at the end; of the articles only the listing is kept."""

    write: Write
    write_run: Callable[["Run"], bytes]
    run: "Run"
    houses: Houses
    cards: "Cards | None"

    def add(self, item: Item) -> None:
        """Keep the listing, with the level from which its findings fail."""
        level = self.houses.reporting(path_of(item)).policy.fail_on
        self._listings.append(evolve(import_module(_ENTRIES).list_item(item, self.cards), fail_on=level))

    def finish(self) -> None:
        """Write the findings."""
        self.write(self.write_run(evolve(self.run, listings=tuple(self._listings))))

    _listings: list["Listing"] = field(factory=list)


@define(eq=False, repr=False)
class HidingOutput:
    """Hands results on without the words of the articles; `apart` names sources so that no two articles share one."""

    output: Output
    cards: "Cards"
    apart: bool

    def add(self, item: Item) -> None:
        """Hand on what may leave."""
        if isinstance(item, AuditResult):
            owner = f" of {item.article.digest[:12]}" if self.apart else ""
            item = import_module(_HIDING).hide_words(item, self.cards, owner)
        self.output.add(item)

    def finish(self) -> None:
        """Finish the output."""
        self.output.finish()


def open_outputs(args: Namespace, houses: Houses, stack: ExitStack) -> list[Output]:
    """Return standard output and every --out file, opened before anything is audited; `stack` closes the files."""
    if args.no_text and args.include_text:
        msg = "--no-text and --include-text ask for opposite things"
        raise SettingsError(msg)
    style = read_style(args.width, houses.lead.policy.show, everything=args.all)
    outputs = [_build_output(args.format, _write_stdout, style, (args, houses))]
    for kind, path in args.out:
        if kind == "html" and path.endswith(("/", os.sep)):
            pages = open_pages(Path(path), _page_style(style), houses)
            outputs.append(_hide_from(pages, kind, houses) if args.no_text else pages)
            continue
        file = stack.enter_context(_open_file(path))
        outputs.append(_build_output(kind, file.write, _file_style(style, args.width), (args, houses)))
    return outputs


def _build_output(kind: str, write: Write, style: Style, run: tuple[Namespace, Houses]) -> Output:
    output = _build_open(kind, write, style, run)
    return _hide_from(output, kind, run[1]) if run[0].no_text and kind not in LISTS else output


def _hide_from(output: Output, kind: str, houses: Houses) -> Output:
    """Keep the words of articles from an output; formats that list findings leave them out themselves."""
    return HidingOutput(output, _cards_of(houses), apart=kind in GRAPHS)


def _cards_of(houses: Houses) -> "Cards":
    return {card.id: card for card in houses.cards}


def _build_open(kind: str, write: Write, style: Style, run: tuple[Namespace, Houses]) -> Output:
    args, houses = run
    if kind == "table":
        return TableOutput(write, style, args.view, Tally(scope=houses.scope))
    if kind in LISTS:
        hiding = _cards_of(houses) if args.no_text else None
        listed = import_module(_ENTRIES).Run((), houses.cards, houses.lead.used)
        return ListOutput(write, _find_writer(kind), listed, houses, hiding)
    if kind == "jsonl":
        return LinesOutput(write, houses, args.include_text)
    return ReportOutput(write, houses, _find_renderer(kind, style, args, houses))


def _find_renderer(kind: str, style: Style, args: Namespace, houses: Houses) -> Callable[[Report], bytes]:
    """Return what makes one piece of a whole report."""
    if kind == "html":
        return partial(render_pages, style=_page_style(style), scope=houses.scope)
    if kind in GRAPHS:
        return import_module("provenance.cli.graphs").find_graph(kind)  # type: ignore[no-any-return]
    json_v1, json_text = import_module(_JSON), import_module(_DUMPS)
    return lambda report: json_text.dump_json(json_v1.export_report(report, include_text=args.include_text))


def _page_style(style: Style) -> Style:
    """Return the style of a page: it is read in a browser, whatever the terminal can show."""
    return evolve(style, colour=False, encoding="utf-8")


def _find_writer(kind: str) -> Callable[["Run"], bytes]:
    """Load the writer of a format, and no other."""
    layer = "reports" if kind in _FOR_PEOPLE else "exporters"
    writer: Callable[[Run], bytes] = import_module(f"provenance.{layer}.{_MODULES.get(kind, kind)}").write_run
    return writer


def _file_style(style: Style, width: int | None) -> Style:
    return evolve(style, colour=False, encoding="utf-8", width=read_width(width))


def _open_file(path: str) -> BinaryIO:
    try:
        return Path(path).open("wb")
    except OSError as error:
        msg = f"cannot write {path}: {error.strerror}"
        raise SettingsError(msg) from error


def _write_stdout(data: bytes) -> None:
    """Write bytes to standard output at once, whatever its encoding."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
