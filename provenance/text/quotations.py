"""Finds where quotations open and close among the marks of a text.

Curly marks and guillemets pair up; straight and doubled marks open after white space and close before it; single marks
count where no double one is open, and apostrophes do not. A quotation that is not closed ends with its paragraph, and
goes on in the next paragraph if that opens with a mark again, as newspapers do.
"""

import re

from attrs import define, field

from provenance.rulebook.word_lists import WordLists
from provenance.tokens import Tokens
from provenance.tokens.symbols import Symbol

STOPS = frozenset({".", "!", "?", "…", "...", "....", "?!", "‽"})
DOUBLE = {"“": 1, "”": -1, "«": 1, "»": -1, "„": 1, "``": 1, '"': 0, "''": 0}
"""Double marks: 1 opens, -1 closes, 0 may do either."""
SINGLE = frozenset("‘’'`")
_ASKING = frozenset({"!", "?", "?!"})
_CLOSES = re.compile(r"(?<=\S)['’](?![^\W_])")
_LABEL, _TITLE = "layout-words.label", "layout-words.title"
_LABEL_LENGTH = 6
_NEAR = 40
_INSIDE = frozenset({",", ".", ";"})
_OWNS = frozenset({"'s", "’s"})
"""Whose programme it is: behind it one word in marks is a title too (*on the station's "Watch," the mayor said*)."""
_LEADS_IN = frozenset({",", ":", "—", "–", "--"})
_TITLE_LENGTH = 10


@define(repr=False)
class Marks:
    """What has been found so far, with the lists of words that the rules name.

    `sentences` are the first tokens of sentences; `unclosed` counts open quotations that nothing closed or carried on;
    `opened` is the token at which the quotation that is open now began, `opener` its mark, `ended` the token behind the
    last paragraph.
    """

    classes: list[str]
    words: WordLists
    sentences: list[int] = field(factory=list)
    unclosed: int = 0
    opened: int | None = None
    opener: str = ""
    ended: int = 0


def mark_double(text: str, tokens: Tokens, marks: Marks, bounds: tuple[int, int]) -> None:
    """Open or close a quotation at the double mark that is token `bounds[0]` of a block that ends at `bounds[1]`."""
    place, end = bounds
    side = _facing(text, tokens, place, opened=marks.opened is not None)
    if side > 0 and marks.opened is None:
        _open(marks, place, tokens.surfaces[place])
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


def _facing(text: str, tokens: Tokens, place: int, *, opened: bool) -> int:
    """Which way a double mark faces: as it is drawn, unless it stands where it can only be the other one."""
    side = DOUBLE[tokens.surfaces[place]]
    if side < 0 and not opened:
        start, end = tokens.starts[place], tokens.end(place)
        apart = not start or text[start - 1].isspace()
        return 1 if apart and (text[end : end + 1].isalnum() or text[end : end + 2] == " …") else -1
    return _side(text, tokens, place, opened=opened) if side == 0 or (side > 0 and opened) else side


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
    words = surfaces[opened + 1 : place]
    label = _is_label(words, marks.words[_LABEL])
    if label or (opened not in marks.sentences[-2:] and _is_title(words, surfaces[opened - 1], marks.words[_TITLE])):
        classes[opened] = classes[place] = Symbol.CONTINUED
        _move_start(marks, opened, place, end)
        return
    last, after = surfaces[place - 1], _behind(tokens, marks, place, end)
    ends = last in STOPS and (after >= end or not surfaces[after][0].islower())
    if not ends or (after < end and classes[after] == Symbol.STOP):
        classes[place] = Symbol.CLOSE_COMMA if last == "," else Symbol.CLOSE
        return
    classes[place] = Symbol.CLOSE_ASK if last in _ASKING else Symbol.CLOSE_STOP
    _move_start(marks, opened, place, end)
    if after < end and marks.sentences[-1] != after:
        marks.sentences.append(after)


def _move_start(marks: Marks, opened: int, place: int, end: int) -> None:
    """Let a sentence that would begin with the closing mark `place` begin behind it."""
    if place - 1 > opened and marks.sentences[-1] == place:
        marks.sentences.pop()
        if place + 1 < end:
            marks.sentences.append(place + 1)


def _behind(tokens: Tokens, marks: Marks, place: int, end: int) -> int:
    """The token behind a closing mark; in *'us,\'\'\'* the inner quotation's mark stands last and belongs to it."""
    after = place + 1
    inner = tokens.surfaces[place] == "''" and tokens.surfaces[after : after + 1] == ["'"]
    if inner and after < end and tokens.starts[after] == tokens.end(place):
        marks.classes[after] = Symbol.CONTINUED
        after += 1
    return after


def _is_label(words: list[str], small: frozenset[str]) -> bool:
    """Whether quoted words are a title or a label: a few capitalised words without a stop or comma."""
    return (
        0 < len(words) <= _LABEL_LENGTH
        and words[-1][-1].isalnum()
        and all(word[0].isupper() or word in small for word in words)
    )


def _is_title(words: list[str], before: str, small: frozenset[str]) -> bool:
    """Whether quoted words are a title with the comma or stop of the sentence inside its marks: *on "Morning Watch,"*."""
    inner = words[:-1]
    return (
        len(inner) > (before not in _OWNS)
        and words[-1] in _INSIDE
        and before not in _LEADS_IN
        and len(inner) <= _TITLE_LENGTH
        and inner[0][0].isupper()
        and all(word[0].isupper() or word.lower() in small or not word[0].isalnum() for word in inner)
        and sum(word[0].isupper() for word in inner) > (before not in _OWNS)
    )


def _is_possessive(text: str, start: int, end: int) -> bool:
    """*the officials' plan*: an apostrophe after a plural s with a lower-case word behind it and no mark near."""
    near = text[end : end + _NEAR]
    return text[start - 1] == "s" and near[:1] == " " and near[1:2].islower() and "’" not in near and "'" not in near
