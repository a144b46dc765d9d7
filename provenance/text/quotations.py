"""Finds where quotations open and close among the marks of a text.

Curly marks and guillemets pair up; straight and doubled marks open after white space and close before it; single marks
count where no double one is open, and apostrophes do not. A quotation that is not closed ends with its paragraph, and
goes on in the next paragraph if that opens with a mark again, as newspapers do.
"""

import re

from attrs import define, field

from provenance.tokens import Tokens
from provenance.tokens.symbols import Symbol

STOPS = frozenset({".", "!", "?", "…", "...", "....", "?!", "‽"})
DOUBLE = {"“": 1, "”": -1, "«": 1, "»": -1, "„": 1, "``": 1, '"': 0, "''": 0}
"""Double marks: 1 opens, -1 closes, 0 may do either."""
SINGLE = frozenset("‘’'`")
_ASKING = frozenset({"!", "?", "?!"})
_CLOSES = re.compile(r"(?<=\S)['’](?![^\W_])")
_LABEL_LENGTH = 6
_SMALL_WORDS = frozenset({"of", "the", "and", "&", "for", "in"})
_NEAR = 40


@define
class Marks:
    """What has been found so far.

    `sentences` are the first tokens of sentences; `unclosed` counts open quotations that nothing closed or carried on;
    `opened` is the token at which the quotation that is open now began, `opener` its mark, `ended` the token behind the
    last paragraph.
    """

    classes: list[str]
    sentences: list[int] = field(factory=list)
    unclosed: int = 0
    opened: int | None = None
    opener: str = ""
    ended: int = 0


def mark_double(text: str, tokens: Tokens, marks: Marks, bounds: tuple[int, int]) -> None:
    """Open or close a quotation at the double mark that is token `bounds[0]` of a block that ends at `bounds[1]`."""
    place, end = bounds
    surface = tokens.surfaces[place]
    opened = marks.opened is not None
    side = DOUBLE[surface]
    if side == 0 or (side > 0 and opened):
        side = _side(text, tokens, place, opened=opened)
    if side > 0 and marks.opened is None:
        _open(marks, place, surface)
    elif side < 0 and marks.opened is not None and marks.opener not in SINGLE:
        _close(tokens, marks, place, end)


def mark_single(text: str, tokens: Tokens, marks: Marks, bounds: tuple[int, int]) -> None:
    """The same for a single mark."""
    place, end = bounds
    start, behind = tokens.starts[place], tokens.end(place)
    before, after = text[start - 1 : start] if start else "", text[behind : behind + 1]
    if marks.opened is None:
        opens = (not before or before.isspace() or before in "(—–-[") and after.isalnum()
        if opens and tokens.surfaces[place] != "’" and _CLOSES.search(text, behind, tokens.end(end - 1)):
            _open(marks, place, tokens.surfaces[place])
    elif (
        marks.opener in SINGLE
        and tokens.surfaces[place] in "'’"
        and not (after.isalnum() or before.isspace() or _is_possessive(text, start, behind))
    ):
        _close(tokens, marks, place, end)


def begin_paragraph(tokens: Tokens, marks: Marks, start: int) -> None:
    """Settle whether a quotation that was open at the end of the last paragraph goes on in the one that begins here.

    It does if the paragraph opens with the same mark; a speaker's label behind the mark begins a new quotation.
    """
    if marks.opened is None:
        return
    label = tokens.surfaces[start + 1 : start + 3]
    if tokens.surfaces[start] == marks.opener and not (label[1:] == [":"] and label[0].isupper()):
        marks.classes[marks.ended] = Symbol.BREAK_CLOSE
    else:
        marks.unclosed += 1
    marks.opened = None


def _open(marks: Marks, place: int, surface: str) -> None:
    marks.opened, marks.opener = place, surface
    marks.classes[place] = Symbol.OPEN


def _side(text: str, tokens: Tokens, place: int, *, opened: bool) -> int:
    """Which way a mark faces by what stands around it: 1 opens, -1 closes."""
    start, end = tokens.starts[place], tokens.end(place)
    before, after = text[start - 1 : start] if start else " ", text[end : end + 1]
    opens = bool(after) and not after.isspace()
    if opened:
        opens = opens and before.isspace() and after not in ".,;:"
    return 1 if opens else -1


def _close(tokens: Tokens, marks: Marks, place: int, end: int) -> None:
    opened = marks.opened if marks.opened is not None else place
    marks.opened = None
    surfaces, classes = tokens.surfaces, marks.classes
    if _is_label(surfaces[opened + 1 : place]):
        classes[opened] = classes[place] = Symbol.CONTINUED
        return
    last = surfaces[place - 1]
    ends = last in STOPS and (place + 1 >= end or not surfaces[place + 1][0].islower())
    if not ends or (place + 1 < end and classes[place + 1] == Symbol.STOP):
        classes[place] = Symbol.CLOSE_COMMA if last == "," else Symbol.CLOSE
        return
    classes[place] = Symbol.CLOSE_ASK if last in _ASKING else Symbol.CLOSE_STOP
    if place - 1 > opened and marks.sentences[-1] == place:
        marks.sentences.pop()
    if place + 1 < end:
        marks.sentences.append(place + 1)


def _is_label(words: list[str]) -> bool:
    """Whether quoted words are a title or a label: a few capitalised words without a stop or comma."""
    return (
        0 < len(words) <= _LABEL_LENGTH
        and words[-1][-1].isalnum()
        and all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    )


def _is_possessive(text: str, start: int, end: int) -> bool:
    """*the officials' plan*: an apostrophe after a plural s with a lower-case word behind it and no mark near."""
    near = text[end : end + _NEAR]
    return text[start - 1] == "s" and near[:1] == " " and near[1:2].islower() and "’" not in near and "'" not in near
