"""The structure of an article: paragraphs, what each of them is, and the sections they form."""

import re
from collections.abc import Sequence

from provenance.model.span import Span
from provenance.text.asides import INITIALS
from provenance.text.blocks import Block, BlockKind
from provenance.text.furniture import find_furniture
from provenance.text.headlines import LONGEST_HEADLINE, is_headline, is_names, is_repeated
from provenance.text.lines import find_paragraphs
from provenance.text.prefixes import DATE_PREFIX, LIST_MARK, STAMP, Dateline, find_dateline, find_label

__all__ = ["Block", "BlockKind", "find_blocks", "find_sections"]

TOP = 6
"""So many paragraphs below the headline may still be decks, names and dates."""
LONGEST_HEADING = 90

Bounds = list[tuple[int, int]]
Kinds = list[BlockKind | None]


def find_blocks(text: str) -> tuple[Block, ...]:
    """Find the paragraphs of `text` in order, each with its kind.

    Every visible character lies in exactly one block; between blocks there is white space only (and a byte order mark
    before the first).
    """
    bounds = find_paragraphs(text)
    kinds: Kinds = [find_furniture(text, start, end) for start, end in bounds]
    labels = _speakers(text, bounds, kinds)
    _mark_top(text, bounds, kinds, labels)
    last = max((number for number, kind in enumerate(kinds) if kind is None), default=-1)
    blocks: list[Block] = []
    first = True
    for number, (start, end) in enumerate(bounds):
        kind = kinds[number]
        if kind is not None:
            blocks.append(Block(start, end, kind, start))
            continue
        block = _read_prose(text, (start, end), first=first, label_end=labels.get(start))
        if block.kind is BlockKind.BODY and number < last and _is_heading(text, start, end, top=not number):
            block = Block(start, end, BlockKind.HEADING, start)
        elif block.kind is not BlockKind.HEADING:
            first = False
        blocks.append(block)
    return tuple(blocks)


def find_sections(blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Find the sections of an article: each from a heading to the next one; the first starts with the first block."""
    starts = [number for number, block in enumerate(blocks) if not number or block.kind is BlockKind.HEADING]
    ends = [*starts, len(blocks)][1:]
    return tuple(Span(blocks[a].start, blocks[b - 1].end) for a, b in zip(starts, ends, strict=True))


def _mark_top(text: str, bounds: Bounds, kinds: Kinds, labels: dict[int, int]) -> None:
    """Put HEADLINE and BYLINE into `kinds` for what stands above the first paragraph of prose."""
    top = next((number for number, kind in enumerate(kinds) if kind is None), len(bounds))
    headline = ""
    for number in range(top, min(top + TOP, len(bounds) - 1)):
        start, end = bounds[number]
        if kinds[number] is not None:
            continue
        line = text[start : min(end, start + LONGEST_HEADLINE + 1)]
        blank = text.count("\n", end, bounds[number + 1][0]) > 1
        if is_names(line, below_headline=bool(headline)):
            kinds[number] = BlockKind.BYLINE
        elif headline and is_repeated(line, headline):
            kinds[number] = BlockKind.HEADLINE
        elif start in labels or _opens_prose(line, above=headline) or not is_headline(line, blank=blank):
            break
        else:
            kinds[number] = BlockKind.HEADLINE
            headline = line


def _opens_prose(line: str, *, above: str) -> bool:
    """Whether a line at the top cannot be a headline or deck; `above` is the headline or deck before it."""
    if _QUOTED.match(line) or LIST_MARK.match(line) or find_dateline(line, 0, len(line), first=False):
        return True
    if not above:
        return False
    if _HEADING_WORD.match(line) or STAMP.match(line):
        return True
    return line[-1] in '.!?"”’' and above[-1] != ";"


def _speakers(text: str, bounds: Bounds, kinds: Kinds) -> dict[int, int]:
    """Where a speaker's label ends, by the start of its paragraph; empty unless the text is a conversation."""
    found: dict[int, int] = {}
    for number, ((start, end), kind) in enumerate(zip(bounds, kinds, strict=True)):
        titled = not number and is_headline(text[start:end], blank=False)  # *Reyes: Ferry Will Sail*
        if kind is None and not titled and (label_end := find_label(text, start, end)):
            found[start] = label_end
    if not found:
        return found
    labels = [text[start:end] for start, end in found.items()]
    if labels.count("A") > 1 and "Q" not in labels:
        found |= {start: start + 1 for start, end in bounds if _GLUED_QUESTION.match(text, start, end)}
    if len(found) >= 4 and len(set(labels)) * 3 <= len(labels) * 2:  # noqa: PLR2004
        return found
    loud = {start: end for start, end in found.items() if text[start:end].isupper()}
    names = [text[start:end].partition(",")[0].rpartition(" ")[2] for start, end in loud.items()]
    alone = all(text[end + 1 : end + 2] in "\r\n" for end in loud.values())
    return loud if len(loud) > 1 and (alone or len(set(names)) < len(names) or {"Q", "A"} <= set(names)) else {}


def _read_prose(text: str, bounds: tuple[int, int], *, first: bool, label_end: int | None) -> Block:
    """Read a block of the article's own text, whatever it opens with split off."""
    start, end = bounds
    if not text[start].isalpha() or text[start] in "UP":
        stamp = STAMP.match(text, start, end)
        if stamp:
            alone = stamp.end() >= end
            return Block(start, end, BlockKind.HEADING if alone else BlockKind.BODY, start if alone else stamp.end())
    if first or text[start] == "(" or text[start : start + 2].isupper():
        titled = label_end is not None and "," in text[start:label_end]  # *ANA REYES, HOST:* is no place
        dateline = None if titled else _find_opening(text, start, end, first=first)
        if dateline:
            return Block(start, end, BlockKind.LEAD, dateline[0], dateline[1], dateline[2])
    if label_end is not None:
        body = _AFTER_LABEL.match(text, label_end, end)
        return Block(start, end, BlockKind.SPEECH, body.end() if body else label_end, label_end=label_end)
    if text[start] not in _CAPITALS and (mark := LIST_MARK.match(text, start, end)):
        return Block(start, end, BlockKind.LIST_ITEM, mark.end())
    return Block(start, end, BlockKind.BODY, start)


_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ\"“‘'")


def _find_opening(text: str, start: int, end: int, *, first: bool) -> Dateline | None:
    """Find the dateline at `start`, a bare date before it included."""
    date = DATE_PREFIX.match(text, start, end) if first else None
    start = date.end() if date else start
    dateline = find_dateline(text, start, end, first=first)
    return dateline or ((start, None, None) if date else None)


def _is_heading(text: str, start: int, end: int, *, top: bool) -> bool:
    """Whether a paragraph of prose with prose below it is a heading: short and without a final stop."""
    if end - start > LONGEST_HEADING:
        return False
    if _HEADING_WORD.match(text, start, end):
        return True
    line = text[start:end]
    if _is_quoted_heading(line, top=top):
        return True
    if top or line[-1] in ".,;:\"”’'…!)" or line[0].islower() or "pic.twitter.com/" in line:  # an embedded post
        return False
    return not _QUOTED.match(line) and not _ASKS.search(line) and not INITIALS.search(line)


def _is_quoted_heading(line: str, *, top: bool) -> bool:
    """Whether a paragraph is a heading in quotation marks: *'All Bets Are Off'*, *"NO MORE DELAYS"*."""
    found = None if top else _QUOTED_HEADING.match(line)
    if not found:
        return False
    words = found[1].split()
    capital = sum(word[0].isupper() or word in _SMALL_WORDS for word in words)
    return len(words) > 1 and capital == len(words)


_HEADING_WORD = re.compile(
    r"(?:Details?|Recall|Background|Context|Conclusion|Summary|Overview|Update|Analysis|Timeline|Key (?:points|takeaways|facts)"
    r"|What (?:we know|happened|(?:it|this) means|(?:is|was) said|they(?:'|’)re saying|(?:to know|next)|comes next|(?:'|’)s next)(?: so far)?"
    r"|Why (?:it|this) matters|The (?:bottom line|big picture|details|background|context)|Addition(?:ally)?|Reminder|Reference|For reference"
    r"|Transcript|The latest|More details|What preceded|Details of the \w+|[A-Z][A-Z’' ]{3,40})\s*[:.?]?\Z",
)
_GLUED_QUESTION = re.compile(r"Q(?=[A-Z][a-z’']|[AI] )")
"""A question whose label lost its colon (*QWill it sail?*), as feeds deliver some interviews."""
_QUOTED = re.compile(r"[\"“‘«„]|''|``")
_QUOTED_HEADING = re.compile(r"[\"“‘']([A-Z][\w’' -]{3,60}?)[.!?]?[\"”’'][.!?]?\Z")
_SMALL_WORDS = frozenset("a an and as at but by for from in is it nor not of on or so the to with".split())
_ASKS = re.compile(r"[.!?]\s+[A-Z]")
_AFTER_LABEL = re.compile(r"[:.]\s*")
