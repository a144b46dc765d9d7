"""The pages in a real browser: nothing is wrong for those who hear them, use the keyboard, a phone, or a dark room."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from provenance import audit_text
from provenance.model import AuditResult, Report
from provenance.reports.html.index import read_index_row, render_index_page
from provenance.reports.html.page import render_page
from provenance.reports.style import Style
from provenance.reports.summary import Tally

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
SEED = Path(__file__).parents[2] / "seeds/ferry-sale.txt"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not BROWSER, reason="no Chromium or Chrome here to open the page with"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """The browser, started once."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with playwright.sync_playwright() as play:
        opened = play.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of a real article, and an index."""
    place, style, tally = tmp_path_factory.mktemp("pages"), Style(), Tally()
    result: AuditResult = audit_text(SEED.read_text(encoding="utf-8"))
    report = Report((result,))
    tally.add(result, everything=False)
    page = render_page(report, style, "", "index.html")
    (place / "article.html").write_bytes(page.encode())
    rows = [read_index_row(result, style, "article.html")] * 3
    (place / "index.html").write_bytes(render_index_page(rows, tally, style, report.rules).encode())
    return place


@pytest.mark.parametrize("name", ["article.html", "index.html"])
@pytest.mark.parametrize("options", [DESK, DESK | {"color_scheme": "dark"}, PHONE], ids=["wide", "dark", "phone"])
def test_pages_are_accessible_and_fit(browser: Any, folder: Path, name: str, options: dict[str, Any]) -> None:  # noqa: ANN401
    """In each of these the page has no fault that axe knows of, no message of the browser, and nothing beside the screen."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    context = browser.new_context(**options)
    page, messages = context.new_page(), []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.goto((folder / name).as_uri())
    assert [fault["id"] for fault in axe.Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert not messages
    context.close()


def test_the_keyboard_reaches_the_record(browser: Any, folder: Path) -> None:  # noqa: ANN401
    """The tab key leads to a claim and shows its record, the escape key hides it, the enter key leads to its card."""
    page = browser.new_page()
    page.goto((folder / "article.html").as_uri())
    page.locator(".filter input").last.focus()
    page.keyboard.press("Tab")
    assert page.locator("#peek").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#peek").is_hidden()
    page.keyboard.press("Enter")
    assert page.locator(".card:target").count() == 1
    page.close()


def test_the_filter_hides_findings(browser: Any, folder: Path) -> None:  # noqa: ANN401
    """A box that is not ticked hides the notes of its audit and no others."""
    page = browser.new_page()
    page.goto((folder / "article.html").as_uri())
    page.locator(".filter input[value=C02]").uncheck()
    assert page.locator(".note[data-code=C02]:visible").count() == 0
    assert page.locator(".note[data-code=A01]:visible").count() > 0
    page.close()
