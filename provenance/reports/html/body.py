"""The text of an article with its claims marked, and beside each block the findings about it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from provenance.listing.gathering import gather_findings
from provenance.model import AuditResult, Finding, Spans
from provenance.reports.counting import claim_number
from provenance.reports.html.markup import Markup, element, join_markup
from provenance.reports.html.pieces import Block, Piece, cut_pieces, read_blocks, read_levels
from provenance.reports.html.wording import RELAYED, SIGNS, SOURCING, is_relayed, label_of, number_of
from provenance.reports.rows import Row

_LEVELS = 4


@frozen
class Marks:
    """What is needed to mark the claims of one article: its rows by record, and the line of each underline.

    `first` are the ids of each audit's first finding, which show it at once.
    """

    text: str
    prefix: str
    rows: Mapping[str, Row]
    levels: Mapping[str, int]
    first: frozenset[str]


def render_body(result: AuditResult, rows: Sequence[Row], findings: Sequence[Finding], prefix: str) -> Markup:
    """Return the blocks of the text, each with its margin; findings that point at no words come first."""
    claims = {row.record.id: row.record.claim for row in rows}
    blocks = read_blocks(result.parse)
    notes = _sort_notes(blocks, findings)
    told = [one for number in sorted(notes) for ones in gather_findings(notes[number]) for one in ones]
    first = {one.rule: one.id for one in reversed(told)}
    named = {row.record.id: row for row in rows}
    marks = Marks(result.article.text, prefix, named, read_levels(claims), frozenset(first.values()))
    pieces = cut_pieces(result.article.text, blocks, claims, _read_voices(rows))
    parts = [_margin(notes[-1], marks)] if notes[-1] else []
    for number, (block, held) in enumerate(zip(blocks, pieces, strict=True)):
        words = join_markup(*(_render_piece(piece, marks) for piece in held))
        parts += [element("p", words, class_="headline" if block.headline else None), _margin(notes[number], marks)]
    return element("div", *parts, class_="body", lang=result.article.language)


def _read_voices(rows: Sequence[Row]) -> dict[str, Spans]:
    """Return the words that name the source and the hops of each claim."""
    chains = {row.record.id: row.attribution for row in rows}
    return {
        name: (*(one.source.spans if one.source else ()), *(span for hop in one.chain for span in hop.spans))
        for name, one in chains.items()
        if one is not None
    }


def _sort_notes(blocks: Sequence[Block], findings: Sequence[Finding]) -> Mapping[int, list[Finding]]:
    """Return the findings by the number of the block where their words begin; -1 where they have none."""
    starts = [block.span.start for block in blocks]
    notes: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        notes[max(0, bisect_right(starts, finding.spans[0].start) - 1) if finding.spans else -1].append(finding)
    return notes


def _render_piece(piece: Piece, marks: Marks) -> Markup:
    """Return a piece inside one span for each of its claims, the outermost first, then the numbers that end here."""
    words: str = piece.span.of(marks.text)
    if piece.voices:
        words = element("span", words, class_="voice", data_v=" ".join(marks.prefix + name for name in piece.voices))
    for name in sorted(piece.claims, key=lambda name: -marks.levels[name]):
        row = marks.rows[name]
        kind = f"claim k-{row.record.sourcing.value} l{marks.levels[name] % _LEVELS}"
        words = element("span", words, class_=kind, data_r=marks.prefix + name, data_codes=_codes(row))
    return join_markup(words, *(_reference(marks.rows[name], marks.prefix) for name in piece.ends))


def _reference(row: Row, prefix: str) -> Markup:
    """Return the number of a claim, which leads to its record."""
    sign = SOURCING[row.record.sourcing][0] + RELAYED[0] * is_relayed(row.attribution)
    name = prefix + row.record.id
    return element(
        "a",
        sign + number_of(row),
        id=f"{name}-text",
        href=f"#{name}",
        class_=f"ref k-{row.record.sourcing.value}",
        aria_label=label_of(row),
        data_r=name,
        data_codes=_codes(row),
    )


def _codes(row: Row) -> str:
    return " ".join(dict.fromkeys(finding.code for finding in row.findings))


def _margin(findings: Sequence[Finding], marks: Marks) -> Markup | None:
    notes = [_render_note(one, marks, below=one is not ones[0]) for ones in gather_findings(findings) for one in ones]
    return element("ul", *notes, class_="margin", aria_label="findings") if notes else None


def _render_note(finding: Finding, marks: Marks, *, below: bool) -> Markup:
    """Return a note; one `below` another of the same claim belongs to that and does not name the claim again."""
    head = f"{SIGNS[finding.severity]} {finding.severity.value} {finding.code}"
    return element(
        "li",
        element("b", head),
        " ",
        None if below else join_markup(*_claim_link(finding, marks)),
        element("span", finding.message, class_="message"),
        _render_remedy(finding, marks),
        id=marks.prefix + finding.id,
        class_=f"note {finding.severity.value}{' below' if below else ''}",
        data_code=finding.code,
        data_r=marks.prefix + finding.record if finding.record else None,
    )


def _render_remedy(finding: Finding, marks: Marks) -> Markup | None:
    """Return what to do, open at an audit's first finding and folded at its others, where it would only be repeated."""
    if not finding.remedy:
        return None
    return element(
        "details",
        element("summary", "What to do"),
        element("p", finding.remedy),
        open=finding.id in marks.first,
        class_="remedy",
    )


def _claim_link(finding: Finding, marks: Marks) -> Iterator[Markup]:
    if finding.record is not None and finding.record in marks.rows:
        yield element("a", f"claim {claim_number(finding.record)}", href=f"#{marks.prefix}{finding.record}-text")
