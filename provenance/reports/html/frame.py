"""What every page has around its own: head, policy, style and script. Nothing is loaded from anywhere."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from provenance.__about__ import __version__
from provenance.model import RulesUsed
from provenance.reports.html.markup import Markup, element

_FOLDER = Path(__file__).parent


def render_document(title: str, rules: RulesUsed, *main: str | None) -> str:
    """Return a whole page with a title, which heads it too if nothing else does, and its content."""
    foot = element(
        "footer", f"provenance {__version__}, {_rules_line(rules)}. The marks say who is credited, not what is true."
    )
    # what hover and focus show repeats the card, which is what screen readers are led to
    peek = element("div", id="peek", hidden=True, aria_hidden="true")
    script = element("script", Markup(read_asset("page.js")))
    body = element("body", element("main", element("h1", "Who says so"), *main, foot), peek, script)
    return f"<!doctype html>\n{element('html', _render_head(title), body, lang='en')}\n"


def _render_head(title: str) -> Markup:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=content_policy()),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"Sourcing: {title}"),
        element("style", Markup(read_asset("page.css"))),
    )


def _rules_line(rules: RulesUsed) -> str:
    packs = ", ".join(f"{name} {version}" for name, version, _ in rules.packs)
    return f"rules {packs or 'not stated'}" + (f", profile {rules.profile}" if rules.profile else "")


@cache
def content_policy() -> str:
    """Return the content security policy of the page: nothing but its own style and script."""
    style, script = _digest(read_asset("page.css")), _digest(read_asset("page.js"))
    return f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"


@cache
def read_asset(name: str) -> str:
    """Return the style (`page.css`) or the script (`page.js`) of the page."""
    return (_FOLDER / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """Return the source expression that lets exactly this style or script run, and nothing an article smuggles in."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
