"""An article's text cut into blocks, and blocks into pieces over which the same claims lie."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from attrs import frozen

from provenance.model import Parse, Span, Spans


@frozen
class Block:
    """A paragraph, the headline, or a line outside both; never blank."""

    span: Span
    headline: bool = False


@frozen
class Piece:
    """Words with the claims that hold them and the claims whose chain they name; `ends`: claims that end here."""

    span: Span
    claims: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


def read_blocks(parse: Parse) -> tuple[Block, ...]:
    """Return the blocks in text order; every character that is not blank stands in exactly one."""
    text, reached = parse.article.text, 0
    blocks: list[Block] = []
    known = [*((span, False) for span in parse.paragraphs), *([(parse.headline, True)] if parse.headline else [])]
    for span, headline in sorted(known):
        blocks += _cut_lines(text, reached, span.start)
        body = _trim(text, max(span.start, reached), span.end)
        blocks += [Block(body, headline)] if body else []
        reached = max(reached, span.end)
    return (*blocks, *_cut_lines(text, reached, len(text)))


def cut_pieces(
    text: str, blocks: Iterable[Block], claims: Mapping[str, Spans], voices: Mapping[str, Spans]
) -> Iterator[tuple[Piece, ...]]:
    """Yield the pieces of each block: a new one begins wherever a claim or the words for a source begin or end."""
    claims = {name: _trim_all(text, spans) for name, spans in claims.items()}
    voices = {name: _trim_all(text, spans) for name, spans in voices.items()}
    blocks = tuple(blocks)
    last: dict[int, list[str]] = defaultdict(list)
    for name, spans in claims.items():
        if spans:
            last[max(span.end for span in spans)].append(name)
    pieces = list(_sweep([block.span for block in blocks], claims, voices))
    starts = [piece.span.start for piece in pieces]
    for block in blocks:
        inside = pieces[bisect_right(starts, block.span.start - 1) : bisect_right(starts, block.span.end - 1)]
        yield tuple(Piece(p.span, p.claims, p.voices, tuple(last.get(p.span.end, ()))) for p in inside)


def read_levels(claims: Mapping[str, Spans]) -> Mapping[str, int]:
    """Return for each claim a line to be underlined on: claims that share words have different ones, from 0 on."""
    levels: dict[str, int] = {}
    open_: list[tuple[int, int]] = []
    hulls = sorted((min(spans).start, -max(s.end for s in spans), name) for name, spans in claims.items() if spans)
    for start, end, name in hulls:
        open_ = [(until, level) for until, level in open_ if until > start]
        taken = {level for _, level in open_}
        levels[name] = next(level for level in range(len(taken) + 1) if level not in taken)
        open_.append((-end, levels[name]))
    return levels


def _sweep(blocks: Iterable[Span], claims: Mapping[str, Spans], voices: Mapping[str, Spans]) -> Iterator[Piece]:
    """Yield a piece for each stretch between two neighbouring boundaries."""
    opening: dict[int, list[tuple[bool, str]]] = defaultdict(list)
    closing: dict[int, list[tuple[bool, str]]] = defaultdict(list)
    for is_claim, held in ((True, claims), (False, voices)):
        for name, spans in held.items():
            for span in spans:
                opening[span.start].append((is_claim, name))
                closing[span.end].append((is_claim, name))
    edges = sorted({*opening, *closing, *(edge for block in blocks for edge in (block.start, block.end))})
    active: list[tuple[bool, str]] = []
    for start, end in pairwise(edges):
        for gone in closing[start]:
            active.remove(gone)
        active += opening[start]
        held_here = dict.fromkeys(active)
        yield Piece(Span(start, end), tuple(n for c, n in held_here if c), tuple(n for c, n in held_here if not c))


def _trim(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without blanks at its ends; None where nothing is left."""
    words = text[start:end]
    stripped = words.strip()
    begin = start + len(words) - len(words.lstrip())
    return Span(begin, begin + len(stripped)) if stripped else None


def _trim_all(text: str, spans: Spans) -> Spans:
    return tuple(trimmed for span in spans if (trimmed := _trim(text, span.start, span.end)))


def _cut_lines(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield the lines of a stretch that holds no paragraph."""
    for line in text[start:end].splitlines(keepends=True):
        span = _trim(text, start, start + len(line))
        if span:
            yield Block(span)
        start += len(line)
