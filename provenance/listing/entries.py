"""AuditResult -> what is listed of an article: path, findings, places; the text itself stays behind."""

from collections.abc import Mapping

from attrs import frozen

from provenance.listing.hiding import Cards, hide_finding
from provenance.listing.places import Places, read_places
from provenance.model import AuditResult, Chain, Failure, Finding, Hop, Naming, RulesUsed, Severity, Span
from provenance.rulebook.schema import AuditCard


@frozen
class Position:
    """Where something begins or ends; all count from 1, `column` in code points, `byte` in bytes of UTF-8."""

    line: int
    column: int
    byte: int


@frozen
class Region:
    """A stretch of one file; `end` is the first position behind it."""

    start: Position
    end: Position


@frozen
class Step:
    """One step that a claim took: who handed it on, and the words that say so."""

    label: str
    region: Region | None


@frozen
class Entry:
    """A finding, the words it rests on, further words that matter, and the claim's way from its origin to the reader.

    There is no region where the words are not found in the file: a line of an extracted text is no line of the file.
    """

    finding: Finding
    region: Region | None
    related: tuple[Region, ...] = ()
    steps: tuple[Step, ...] = ()


@frozen
class Listing:
    """What is listed of one article; `error` says why there is nothing. Findings with an `excuse` are waived.

    `fail_on` is the level from which its findings fail; None means never.
    """

    path: str
    entries: tuple[Entry, ...] = ()
    error: str | None = None
    part: str | None = None
    """Which of several articles in its file it is; the path then ends with it."""
    fail_on: Severity | None = None

    @property
    def file(self) -> str:
        """The file that the article stands in."""
        return self.path.removesuffix(f"#{self.part}") if self.part else self.path

    @property
    def standing(self) -> tuple[Entry, ...]:
        """The findings that nobody waived."""
        return tuple(entry for entry in self.entries if entry.finding.excuse is None)


@frozen
class Run:
    """All listings, with the audits that were in force."""

    listings: tuple[Listing, ...]
    cards: tuple[AuditCard, ...]
    rules: RulesUsed


@frozen
class _Page:
    """What the entries of one article are read from."""

    places: Places | None
    chains: Mapping[str, Chain]
    cards: Cards | None

    def region_of(self, span: Span) -> Region | None:
        raw = self.places.raw_of(span) if self.places else None
        if self.places is None or raw is None:
            return None
        return Region(self._position_of(raw.start, self.places), self._position_of(raw.end, self.places))

    def _position_of(self, raw: int, places: Places) -> Position:
        line, column = places.position_of(raw)
        before = places.source[raw - column + 1 : raw]
        return Position(line, column, len(before.encode(errors="surrogatepass")) + 1)


def list_item(item: AuditResult | Failure, cards: Cards | None = None) -> Listing:
    """Return the listing of one article; with `cards` no word of the article goes into it."""
    if isinstance(item, Failure):
        return Listing(item.path, error=item.reason)
    unplaced = item.article.extracted and item.article.origin is None
    places = None if unplaced else read_places(item.parse)
    chains = {attribution.id: attribution.chain for attribution in item.parse.attributions}
    page = _Page(places, chains, cards)
    entries = tuple(_entry_of(finding, page) for finding in (*item.findings, *item.waived))
    return Listing(item.article.path or "-", entries, part=item.article.part)


def _entry_of(finding: Finding, page: _Page) -> Entry:
    hops = reversed(page.chains.get(finding.attribution or "", ()))
    related = [page.region_of(span) for span in finding.related]
    return Entry(
        finding if page.cards is None else hide_finding(finding, page.cards),
        page.region_of(finding.spans[0]) if finding.spans else None,
        tuple(dict.fromkeys(region for region in related if region is not None)),
        tuple(_step_of(hop, page) for hop in hops),
    )


def _step_of(hop: Hop, page: _Page) -> Step:
    """Return who a hop is, in the words of the article only where these are wanted."""
    region = page.region_of(hop.spans[0]) if hop.spans else None
    if hop.naming is Naming.NONE:
        return Step(f"{hop.role.value}: not stated", region)
    kind = f"{hop.kind.value}, {hop.naming.value}"
    if hop.entity is None or page.cards is not None:
        return Step(f"{hop.role.value}: {kind}", region)
    return Step(f"{hop.role.value}: {hop.entity.removeprefix('unnamed ')} ({kind})", region)
