"""The page, live: a field to paste or drop an article into, and below it the report as the HTML format has it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from provenance.__about__ import __version__
from provenance.reports.html.frame import content_policy, read_asset
from provenance.reports.html.markup import Markup, element
from provenance.serving.settings import ServerSettings

LIVE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Only what this service serves itself: no inline script, nothing from elsewhere."""

REPORT_POLICY = f"{content_policy()}; frame-ancestors 'none'"
"""For a report that is no part of this page: what the report itself allows, and nobody may frame it."""

ASSETS: Mapping[str, str] = {
    "page.css": "text/css",
    "page.js": "text/javascript",
    "live.css": "text/css",
    "live.js": "text/javascript",
}
"""The files of the page, with their media types."""

_OWN = Path(__file__).parent


@cache
def read_live(name: str) -> str:
    """Return a file of ASSETS."""
    own = _OWN / name
    return own.read_text(encoding="utf-8") if own.is_file() else read_asset(name)


@cache
def render_live(settings: ServerSettings) -> str:
    """Return the page; it asks for a token only where the service wants one."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", "Who says so"),
        element("link", rel="stylesheet", href="/static/page.css"),
        element("link", rel="stylesheet", href="/static/live.css"),
        element("script", src="/static/page.js", defer=True),
        element("script", src="/static/live.js", defer=True),
    )
    peek = element("div", id="peek", hidden=True, aria_hidden="true")
    foot = element("footer", f"provenance {__version__}. The article stays on this machine's service; nothing is kept.")
    main = element("main", element("h1", "Who says so"), _render_form(settings), _render_answer(), foot)
    return f"<!doctype html>\n{element('html', head, element('body', main, peek), lang='en')}\n"


def _render_form(settings: ServerSettings) -> Markup:
    token = element("input", id="token", type="password", autocomplete="off") if settings.token is not None else None
    field = element(
        "textarea",
        id="article",
        name="article",
        rows=10,
        spellcheck="false",
        aria_describedby="hint",
        placeholder="Paste an article or the HTML of a page",
    )
    return element(
        "form",
        element("label", "Article", for_="article"),
        field,
        element("p", "Text or HTML. A file can be dropped anywhere on the page.", id="hint", class_="remark"),
        element(
            "p",
            element("button", "Audit", type="submit"),
            " ",
            element(
                "label",
                "Open a file ",
                element("input", id="file", type="file", accept=".txt,.md,.html,.htm,.json,.xml"),
            ),
            " ",
            element("label", "Profile ", _render_profiles(settings)),
            *((" ", element("label", "Token ", token)) if token else ()),
            class_="controls",
        ),
        element("noscript", element("p", "This page needs its script to send the article.", class_="failure")),
        id="form",
    )


def _render_profiles(settings: ServerSettings) -> Markup:
    own = element("option", "of the house", value="")
    return element("select", own, *(element("option", name, value=name) for name in settings.profiles), id="profile")


def _render_answer() -> Markup:
    state = element("p", id="state", role="status", class_="sum")
    return element("div", state, element("div", id="report"), id="answer")
