"""Web pages of a run: all articles in one, or a folder with an index and a page an article."""

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, field

from provenance.errors import SettingsError
from provenance.model import AuditResult, Failure, Report
from provenance.policy.houses import Houses
from provenance.reports.style import Style
from provenance.reports.summary import Tally

if TYPE_CHECKING:
    from provenance.reports.html.index import IndexRow

_INDEX = "index.html"
_LONGEST = 60
_HTML = "provenance.reports.html"


@define(eq=False, repr=False)
class FolderOutput:
    """A page an article, written as soon as it is audited, and at the end the index; only its rows are kept."""

    folder: Path
    style: Style
    houses: Houses
    tally: Tally
    rows: "list[IndexRow]" = field(factory=list)

    def add(self, item: AuditResult | Failure) -> None:
        """Write the page of one article."""
        self.tally.add(item, everything=self.style.everything)
        name = f"{len(self.rows) + 1}-{_slug_of(item)}.html"
        self.rows.append(import_module(f"{_HTML}.index").read_index_row(item, self.style, name))
        house = self.houses.reporting(path_of(item))
        page = render_pages(Report((item,), house.used), self.style, house.policy.scope, index=_INDEX)
        (self.folder / name).write_bytes(page)

    def finish(self) -> None:
        """Write the index."""
        index = import_module(f"{_HTML}.index")
        page = index.render_index_page(self.rows, self.tally, self.style, self.houses.lead.used)
        (self.folder / _INDEX).write_bytes(page.encode())


def open_pages(folder: Path, style: Style, houses: Houses) -> FolderOutput:
    """Make the folder if need be; raise SettingsError where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"cannot write {folder}: {error.strerror}"
        raise SettingsError(msg) from error
    return FolderOutput(folder, style, houses, Tally(scope=houses.scope))


def render_pages(report: Report, style: Style, scope: str, index: str | None = None) -> bytes:
    """Return one page for a report; `scope` says which audits ran, `index` is the page that lists all articles, if any."""
    page = import_module(f"{_HTML}.page")
    text: str = page.render_page(report, style, scope, index)
    return text.encode()


def path_of(item: AuditResult | Failure) -> str:
    """Return the path of what was audited; empty for a bare text."""
    return item.path if isinstance(item, Failure) else item.article.path or ""


def _slug_of(item: AuditResult | Failure) -> str:
    """A file name that any system takes, made of the article's own."""
    return re.sub(r"[^a-z0-9]+", "-", Path(path_of(item)).stem.lower())[:_LONGEST].strip("-") or "article"
