"""Finds where sentences end and quotations open and close, and writes it into the class string.

Sentence ends: one stop-anchored pass (the design's section 8 measured such a splitter at F1 .988 against .986 for a
trained one). Quotations: curly marks and guillemets pair up; straight and doubled marks open after white space and
close before it; a quotation that is not closed ends with its paragraph, and goes on in the next paragraph if that opens
with a mark again, as newspapers do.
"""

from bisect import bisect_left
from collections.abc import Sequence

from attrs import define, field

from provenance.text.blocks import Block, BlockKind
from provenance.tokens import Classifier, Tokens
from provenance.tokens.symbols import Symbol

_STOPS = frozenset({".", "!", "?", "…", "...", "....", "?!", "‽"})
_ASKING = frozenset({"!", "?", "?!"})
_DOUBLE = {"“": 1, "”": -1, "«": 1, "»": -1, "„": 1, "``": 1, '"': 0, "''": 0}
_SINGLE = {"‘": 1, "’": -1, "'": 0, "`": 1}
_BRACKETS = frozenset(")]")
_CLOSERS = _BRACKETS | frozenset(_DOUBLE) | frozenset(_SINGLE)
_SENTENCE_OPENERS = frozenset("the a an he she it they we i in on at but and this that these those his her their".split())
_LABEL_LENGTH = 6
_PROSE = frozenset({BlockKind.HEADLINE, BlockKind.LEAD, BlockKind.BODY, BlockKind.SPEECH, BlockKind.LIST_ITEM})


@define
class Marks:
    """What the pass has found so far. `sentences` are the first tokens of sentences; `unclosed` counts open quotations
    that nothing closed or carried on.
    """

    classes: list[str]
    sentences: list[int] = field(factory=list)
    unclosed: int = 0
    opened: int | None = None
    opener: str = ""
    nested: bool = False


def mark_structure(text: str, tokens: Tokens, blocks: Sequence[Block]) -> Marks:
    """Class characters of `tokens` with structure symbols written over marks, stops and breaks.

    Blocks that are not the article's own words become VOID, line breaks inside a block join the token before.
    """
    marks = Marks(list(tokens.classes))
    classes, starts, surfaces = marks.classes, tokens.starts, tokens.surfaces
    first = 0
    total = len(surfaces)
    for block in blocks:
        while first < total and starts[first] < block.start:
            classes[first] = Symbol.BREAK
            first += 1
        last = first
        while last < total and starts[last] < block.end:
            last += 1
        if block.kind in _PROSE:
            body = first
            while body < last and starts[body] < block.body_start:
                classes[body] = Symbol.VOID
                body += 1
            _mark_block(text, tokens, marks, (body, last))
        else:
            classes[first:last] = [Symbol.VOID] * (last - first)
        first = last
    classes[first:] = [Symbol.BREAK] * (total - first)
    return marks


def lower_openings(tokens: Tokens, marks: Marks, classifier: Classifier, blocks: Sequence[Block]) -> None:
    """Read the first word of a sentence, and every word of a headline, as lower case where it is a listed word.

    A capital there tells nothing; names (which are listed as written) keep theirs.
    """
    classes, surfaces = marks.classes, tokens.surfaces
    words, names = classifier.vocabulary.words, classifier.vocabulary.names
    for first in marks.sentences + _headline_tokens(tokens, blocks):
        i = first
        while i < len(classes) and (classes[i] == Symbol.OPEN or classes[i] == Symbol.VOID):
            i += 1
        if i >= len(classes) or i + 1 < len(classes) and classes[i + 1] == Symbol.CONTINUED:
            continue
        surface = surfaces[i]
        if i + 1 < len(classes) and surfaces[i + 1] == ":":
            continue
        if surface[0].isupper() and surface not in names and surface.lower() in words and classes[i] < Symbol.CONTINUED:
            classes[i] = classifier.class_of(surface.lower())


def _headline_tokens(tokens: Tokens, blocks: Sequence[Block]) -> list[int]:
    spans = [(b.start, b.end) for b in blocks if b.kind is BlockKind.HEADLINE]
    return [
        i for start, end in spans for i in range(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end))
    ]


def _mark_block(text: str, tokens: Tokens, marks: Marks, bounds: tuple[int, int]) -> None:
    start, end = bounds
    classes, surfaces = marks.classes, tokens.surfaces
    if marks.opened is not None:
        _carry_on(tokens, marks, start)
    marks.sentences.append(start)
    for i in range(start, end):
        surface = surfaces[i]
        if surface in _STOPS:
            if _ends_sentence(text, tokens, i, end):
                classes[i] = Symbol.STOP
                marks.sentences.append(i + 1)
        elif surface in _DOUBLE:
            _mark_quotation(text, tokens, marks, (i, end))
        elif surface in _SINGLE:
            _mark_single(text, tokens, marks, i)
        elif surface[-1] == "." and len(surface) > 1 and _abbreviation_ends_sentence(surfaces, i, end):
            marks.sentences.append(i + 1)
        elif surface[-1].isspace():
            classes[i] = Symbol.CONTINUED
    if marks.opened is not None and end < len(classes):
        classes[end] = Symbol.BREAK_CLOSE


def _carry_on(tokens: Tokens, marks: Marks, start: int) -> None:
    """A quotation was open at the end of the last paragraph: it goes on only if this one opens with a mark."""
    if start < len(tokens.surfaces) and tokens.surfaces[start] not in _DOUBLE | _SINGLE:
        marks.unclosed += 1
    marks.opened = None


def _ends_sentence(text: str, tokens: Tokens, i: int, end: int) -> bool:
    """Whether the stop at token `i` ends a sentence: white space and then something that can begin one follows."""
    surfaces = tokens.surfaces
    after = i + 1
    while after < end and surfaces[after] in _CLOSERS and tokens.starts[after] == tokens.end(after - 1):
        after += 1
    if after >= end:
        return True
    if tokens.starts[after] == tokens.end(after - 1):
        return False
    following = surfaces[after]
    return not following[0].islower() or surfaces[i] == "." and following[0] not in ",;:" and following.islower() is False


def _abbreviation_ends_sentence(surfaces: list[str], i: int, end: int) -> bool:
    """Whether an abbreviation's stop also ends the sentence: a word that opens sentences follows with a capital."""
    return i + 1 < end and surfaces[i + 1][0].isupper() and surfaces[i + 1].lower() in _SENTENCE_OPENERS


def _mark_quotation(text: str, tokens: Tokens, marks: Marks, bounds: tuple[int, int]) -> None:
    i, end = bounds
    surface = tokens.surfaces[i]
    side = _DOUBLE[surface] or _side(text, tokens, i, open_now=marks.opened is not None)
    if side > 0 and marks.opened is None:
        marks.opened, marks.opener = i, surface
        marks.classes[i] = Symbol.OPEN
    elif side < 0 and marks.opened is not None and marks.opener not in _SINGLE:
        _close(tokens, marks, i, end)
    elif side < 0 and marks.opened is None:
        return


def _side(text: str, tokens: Tokens, i: int, *, open_now: bool) -> int:
    """Which way a straight mark faces: 1 opens, -1 closes."""
    start, end = tokens.starts[i], tokens.end(i)
    before = text[start - 1 : start]
    after = text[end : end + 1]
    if not open_now:
        return 1 if after and not after.isspace() else -1
    return 1 if before.isspace() and after and not after.isspace() and after not in ".,;:" else -1


def _close(tokens: Tokens, marks: Marks, i: int, end: int) -> None:
    opened = marks.opened if marks.opened is not None else i
    marks.opened = None
    surfaces, classes = tokens.surfaces, marks.classes
    if _is_label(surfaces[opened + 1 : i]):
        classes[opened] = classes[i] = Symbol.CONTINUED
        return
    ends = surfaces[i - 1] in _STOPS and (i + 1 >= end or not surfaces[i + 1][0].islower())
    follows_stop = i + 1 < end and classes[i + 1] == Symbol.STOP
    if ends and not follows_stop:
        classes[i] = Symbol.CLOSE_STOP if surfaces[i - 1] not in _ASKING else Symbol.CLOSE_ASK
        marks.sentences.append(i + 1)
        if i - 1 > opened and marks.sentences[-2] == i:
            del marks.sentences[-2]
    else:
        classes[i] = Symbol.CLOSE_COMMA if surfaces[i - 1] == "," else Symbol.CLOSE


def _is_label(words: list[str]) -> bool:
    """Whether quoted words are a title or a label: a few capitalised words without a stop or comma."""
    return (
        0 < len(words) <= _LABEL_LENGTH
        and words[-1][-1].isalnum()
        and all(word[0].isupper() or word in ("of", "the", "and", "&", "for", "in") for word in words)
    )


def _mark_single(text: str, tokens: Tokens, marks: Marks, i: int) -> None:
    """Single marks are quotations where no double one is open; apostrophes after a word are not."""
    start, end = tokens.starts[i], tokens.end(i)
    before, after = text[start - 1 : start], text[end : end + 1]
    opens = (not before or before.isspace() or before in "(—–-[") and after.isalnum()
    if marks.opened is None and opens and tokens.surfaces[i] != "’" and _closes_later(text, start):
        marks.opened, marks.opener = i, tokens.surfaces[i]
        marks.classes[i] = Symbol.OPEN
    elif marks.opened is not None and marks.opener in _SINGLE and not after.isalnum() and not before.isspace():
        if tokens.surfaces[i] in ("'", "’") and not _is_possessive(text, start, end):
            _close(tokens, marks, i, len(tokens.surfaces))


def _closes_later(text: str, start: int) -> bool:
    """Whether a closing single mark follows in the same paragraph."""
    stop = text.find("\n", start)
    rest = text[start + 1 : stop if stop >= 0 else len(text)]
    return any(
        mark in ("'", "’") and not rest[k + 1 : k + 2].isalnum() and not rest[k - 1 : k].isspace()
        for k, mark in enumerate(rest)
        if mark in "'’"
    )


def _is_possessive(text: str, start: int, end: int) -> bool:
    """*the officials' plan*: an apostrophe after a plural s with a lower-case word behind it."""
    return text[start - 1] == "s" and text[end : end + 1] == " " and text[end + 1 : end + 2].islower() and "’" not in text[
        end : end + 40] and "'" not in text[end : end + 40]
