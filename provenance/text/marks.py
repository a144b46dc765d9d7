"""Finds where sentences end and quotations open and close, and writes it into the class string.

Sentence ends: one pass over the stops, which knows of abbreviations (`docs/explanation/how-it-works.md` has it measured
against a trained splitter).
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from provenance.model.span import Span
from provenance.rulebook.word_lists import WordLists
from provenance.text.asides import DIRECTION, find_directions, find_initials
from provenance.text.blocks import Block, BlockKind
from provenance.text.quotations import (
    DOUBLE,
    SINGLE,
    STOPS,
    Marks,
    begin_paragraph,
    mark_double,
    mark_single,
)
from provenance.tokens import Classifier, Tokens
from provenance.tokens.classes import Vocabulary
from provenance.tokens.symbols import Symbol
from provenance.tokens.traits import BREAK, MARK, STOPPED, any_of

_EDGES = frozenset(s for s in Symbol if s.name in ("BREAK", "OPEN", "TURN", "VOID") or s.name.startswith("CLOSE"))
_REACH = 400
"""Tokens back within which the opening mark of a quotation is looked for."""
_MARKS = '"“”'
_OF_NOTE = re.compile(any_of(MARK | STOPPED | BREAK))
_QUESTION = "Q"
"""The label of questions; they claim nothing."""
_CLOSERS = frozenset(")]") | frozenset(DOUBLE) | SINGLE


def mark_structure(text: str, tokens: Tokens, blocks: Sequence[Block], words: WordLists) -> Marks:
    """Class characters of `tokens` with structure symbols written over marks, stops and breaks.

    Blocks that are not the article's own words become VOID, line breaks inside a block join the token before.
    """
    marks = Marks(list(tokens.classes), words)
    classes, starts = marks.classes, tokens.starts
    free = 0
    asides = find_directions(text, blocks)
    for block in blocks:
        if asides and DIRECTION.fullmatch(text[block.start : block.end].strip(_MARKS)):
            continue
        first, last = bisect_left(starts, block.start, free), bisect_left(starts, block.end, free)
        prose = block.kind.is_prose or _leads_in(text, block)
        body = bisect_left(starts, block.body_start, first, last) if prose else last
        classes[free:first] = [Symbol.BREAK] * (first - free)
        classes[first:body] = [Symbol.VOID] * (body - first)
        if block.label is not None and body - first > 1 and text[block.start : block.label_end] != _QUESTION:
            classes[body - 1] = Symbol.TURN
        if body < last:
            _mark_block(text, tokens, marks, (body, last))
            marks.ended = last
        free = last
    classes[free:] = [Symbol.BREAK] * (len(classes) - free)
    marks.unclosed += marks.opened is not None
    _mark_asides(asides, starts, classes, Symbol.BREAK)
    _mark_asides(find_initials(text, blocks), starts, classes, Symbol.VOID)
    return marks


def _mark_asides(asides: Sequence[Span], starts: Sequence[int], classes: list[str], symbol: Symbol) -> None:
    """Write a symbol over what is nobody's words, but for what stands inside a quotation."""
    for aside in asides:
        first, last = bisect_left(starts, aside.start), bisect_left(starts, aside.end)
        before = next((c for c in reversed(classes[max(0, first - _REACH) : first]) if c in _EDGES), Symbol.BREAK)
        if before != Symbol.OPEN:
            classes[first:last] = [symbol] * (last - first)


def _leads_in(text: str, block: Block) -> bool:
    """Whether a heading leads in what follows: it ends in a colon and has words enough for a verb (*The mayor wrote:*)."""
    ends_open = block.kind is BlockKind.HEADING and text[block.end - 1] == ":"
    return ends_open and text.count(" ", block.start, block.end) > 1


def lower_openings(tokens: Tokens, marks: Marks, classifier: Classifier, blocks: Sequence[Block]) -> None:
    """Read the first word of a sentence, and every word of a headline, as lower case where it is a listed word.

    A capital there tells nothing. Names that are listed as written keep theirs, and so do words that the article
    writes with a capital inside sentences and nowhere without one (*Phil Brown*; *Brown said ...*).
    """
    classes, surfaces = marks.classes, tokens.surfaces
    firsts = [_first_word(first, classes) for first in marks.sentences]
    titled = _headline_tokens(tokens, blocks)
    title = frozenset(titled)
    counts = Counter(surfaces)
    opening = Counter(surfaces[i] for i in firsts if i < len(surfaces))
    heading = Counter(surfaces[i] for i in titled)
    for i in firsts + titled:
        if i >= len(classes) or not _can_be_lowered(surfaces, classes, i):
            continue
        surface = surfaces[i]
        lower = surface.lower()
        if not _is_listed(surface, classifier.vocabulary):
            continue
        elsewhere = counts[surface] > (heading if i in title else opening)[surface]
        if counts[lower] or not elsewhere:
            classes[i] = classifier[lower][0]


def _is_listed(surface: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is listed in lower case, and not as it is written."""
    return surface.lower() in vocabulary.words and surface not in vocabulary.names


def _first_word(first: int, classes: list[str]) -> int:
    while first < len(classes) and classes[first] in (Symbol.OPEN, Symbol.VOID):
        first += 1
    return first


def _can_be_lowered(surfaces: list[str], classes: list[str], i: int) -> bool:
    """Whether token `i` is a capitalised word alone: no phrase, no label before a colon, no structure symbol."""
    if not surfaces[i][0].isupper() or classes[i] >= Symbol.CONTINUED:
        return False
    return i + 1 >= len(classes) or (classes[i + 1] != Symbol.CONTINUED and surfaces[i + 1] != ":")


def _headline_tokens(tokens: Tokens, blocks: Sequence[Block]) -> list[int]:
    spans = [(b.start, b.end) for b in blocks if b.kind is BlockKind.HEADLINE]
    return [
        i for start, end in spans for i in range(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end))
    ]


def _mark_block(text: str, tokens: Tokens, marks: Marks, bounds: tuple[int, int]) -> None:
    start, end = bounds
    surfaces, openers = tokens.surfaces, marks.words["layout-words.sentence"]
    begin_paragraph(tokens, marks, start)
    marks.sentences.append(start)
    for place in map(re.Match.start, _OF_NOTE.finditer(tokens.traits, start, end)):
        surface = surfaces[place]
        if surface in STOPS:
            if _ends_sentence(tokens, place, end):
                marks.classes[place] = Symbol.STOP
                _begin_sentence(marks, place + 1, end)
        elif surface in DOUBLE:
            mark_double(text, tokens, marks, (place, end))
        elif surface in SINGLE:
            mark_single(text, tokens, marks, (place, end))
        elif surface[-1].isspace():
            marks.classes[place] = Symbol.CONTINUED
        elif surface[-1] == "." and _abbreviation_ends_sentence(surfaces, place, end, openers):
            _begin_sentence(marks, place + 1, end)


def _begin_sentence(marks: Marks, place: int, end: int) -> None:
    if place < end:
        marks.sentences.append(place)


def _ends_sentence(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a stop ends a sentence: white space and then something that can begin one follows."""
    surfaces = tokens.surfaces
    after = place + 1
    while after < end and surfaces[after] in _CLOSERS and tokens.starts[after] == tokens.end(after - 1):
        after += 1
    wrapped = after + 1 < end and surfaces[after].isspace()
    if not wrapped and after < end and tokens.starts[after] == tokens.end(after - 1):
        return False
    after += wrapped
    if after >= end:
        return True
    following = surfaces[after]
    return not following[0].islower() or (surfaces[place] == "." and not following.islower())


def _abbreviation_ends_sentence(surfaces: list[str], place: int, end: int, openers: frozenset[str]) -> bool:
    """Whether an abbreviation's stop also ends the sentence: a word that opens sentences follows with a capital."""
    return place + 1 < end and surfaces[place + 1][0].isupper() and surfaces[place + 1].lower() in openers
