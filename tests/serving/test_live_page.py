"""The live page in a real browser, against a real service."""

import shutil
import threading
from collections.abc import Iterator
from socket import create_server
from typing import Any

import pytest
import uvicorn
from attrs import evolve

from provenance.serving.app import build_app
from provenance.serving.settings import LOOPBACK
from tests.serving.conftest import ARTICLE, RULES, SETTINGS, TOKEN

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not BROWSER, reason="no Chromium or Chrome here to open the page with"),
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where a service listens that wants a token."""
    app = build_app(evolve(SETTINGS, token=TOKEN), RULES)
    socket = create_server((LOOPBACK, 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None))
    thread = threading.Thread(target=server.run, args=[[socket]])
    thread.start()
    yield f"http://{LOOPBACK}:{socket.getsockname()[1]}/"
    server.should_exit = True
    thread.join()


@pytest.fixture
def page(address: str) -> Iterator[Any]:
    """The page, opened; `messages` holds what the browser complains about."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with playwright.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        opened = browser.new_page()
        opened.goto(address)
        yield opened
        browser.close()


def test_what_is_typed_is_audited(page: Any) -> None:  # noqa: ANN401
    """The page refuses without the token, then shows the report of what was typed, which can be filtered."""
    messages: list[str] = []
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.fill("#article", ARTICLE)
    page.wait_for_selector("#state.failed")
    assert "token" in page.inner_text("#state")
    page.fill("#token", TOKEN)
    page.on("console", lambda message: messages.append(message.text))
    page.click("button")
    page.wait_for_selector("#report section")
    assert "Petra Oldham" in page.inner_text("#report .sources")
    assert page.locator("#report .filter").is_visible()
    assert page.inner_text("#state").startswith("Audited in")
    assert not messages


def test_a_file_is_opened(page: Any) -> None:  # noqa: ANN401
    """A file of a web page is read as one; one that is no article is refused with the reason, and the old report goes."""
    body = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines() if line)
    given = {"name": "a.html", "mimeType": "text/html", "buffer": f"<article>{body}</article>".encode()}
    page.fill("#token", TOKEN)
    page.set_input_files("#file", given)
    page.wait_for_selector("#report section")
    page.set_input_files("#file", {"name": "b.txt", "mimeType": "text/plain", "buffer": b"\x00\x01\x02" * 99})
    page.wait_for_selector("#state.failed")
    assert page.inner_text("#state").startswith("Not audited: the article")
    assert page.locator("#report section").count() == 0


def test_the_page_is_accessible(page: Any) -> None:  # noqa: ANN401
    """With a report on it, the page has no fault that axe knows of."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page.fill("#token", TOKEN)
    page.fill("#article", ARTICLE)
    page.wait_for_selector("#report section")
    assert [fault["id"] for fault in axe.Axe().run(page).response["violations"]] == []
