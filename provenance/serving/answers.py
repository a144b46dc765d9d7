"""Request -> answer, in a worker: read the body, audit it, render what was asked for."""

from collections.abc import Callable
from functools import lru_cache
from itertools import islice
from pathlib import Path

from attrs import evolve, frozen

from provenance.errors import ReadingError
from provenance.exporters import sarif
from provenance.exporters.json_text import dump_json
from provenance.exporters.json_v1 import export_report
from provenance.listing.entries import Run, list_item
from provenance.model import Article, AuditResult, Failure, Report
from provenance.policy.house import House, audit_under, house_of
from provenance.policy.packs import load_rules
from provenance.policy.policy import Wishes
from provenance.policy.settings_file import SettingsFile, read_settings
from provenance.reading import read_items
from provenance.reports.html.page import render_page
from provenance.reports.style import Style
from provenance.rulebook import Rulebook
from provenance.serving.media import HTML, JSON, SARIF, name_for
from provenance.serving.settings import Rules

OK, UNPROCESSABLE = 200, 422
_GZIP = b"\x1f\x8b"


@frozen
class Job:
    """One request: the body's media type and charset (None: not stated), the media type wanted, the options."""

    media: str
    wanted: str
    charset: str | None = None
    profile: str | None = None
    include_text: bool = False


@frozen
class Answer:
    """What goes back: `reason` is one clause and there is no body where the request could not be answered."""

    status: int
    media: str = JSON
    reason: str = ""
    body: bytes = b""


@frozen(eq=False)
class Desk:
    """Answers jobs under the rules of a house, each under the profile it asks for; raise SettingsError for an unknown one."""

    settings: SettingsFile
    rulebook: Rulebook
    profile: str | None = None

    def answer(self, job: Job, body: bytes) -> Answer:
        """Read, audit, render; what cannot be read is answered with the reason, and no word of the article in it."""
        house = _open_house(self, job.profile or self.profile)
        try:
            article = _read_body(job, body)
        except ReadingError as error:
            return Answer(UNPROCESSABLE, reason=f"the article {error.reason}")
        result = audit_under(house, article)
        return Answer(OK, job.wanted, body=_RENDERERS[job.wanted](result, house, job))


def open_desk(rules: Rules) -> Desk:
    """Load settings and rules; raise ProvenanceError with everything that is wrong with them."""
    settings = read_settings(Path(rules.config) if rules.config else None)
    return Desk(settings, load_rules(settings), rules.profile)


@lru_cache(maxsize=32)
def _open_house(desk: Desk, profile: str | None) -> House:
    return house_of(desk.settings, desk.rulebook, Wishes(profile=profile))


def _read_body(job: Job, body: bytes) -> Article:
    """Read the article; it has no path, whatever name the reader is told so as to know its kind."""
    name = name_for(job.media)
    if body.startswith(_GZIP):
        raise ReadingError(name, "is packed")
    if job.charset is not None:
        try:
            body = body.decode(job.charset).encode()
        except (LookupError, ValueError) as error:
            raise ReadingError(name, "is not in the charset that the request names") from error
    found = list(islice(read_items(body, name), 2))
    if len(found) > 1:
        raise ReadingError(name, "is not the only one in the body: send each by itself")
    if not found:
        raise ReadingError(name, "is missing: the body holds none")
    if isinstance(found[0], Failure):
        raise ReadingError(name, found[0].reason)
    return evolve(found[0], path=None, part=None)


def _render_json(result: AuditResult, house: House, job: Job) -> bytes:
    return dump_json(export_report(Report((result,), house.used), include_text=job.include_text))


def _render_sarif(result: AuditResult, house: House, _: Job) -> bytes:
    return sarif.write_run(Run((list_item(result),), house.policy.cards, house.used))


def _render_html(result: AuditResult, house: House, _: Job) -> bytes:
    style = Style(show=house.policy.show, encoding="utf-8")
    return render_page(Report((result,), house.used), style, house.policy.scope).encode()


_RENDERERS: dict[str, Callable[[AuditResult, House, Job], bytes]] = {
    JSON: _render_json,
    SARIF: _render_sarif,
    HTML: _render_html,
}
