"""The article's words as messages repeat them: on one line, cut in the middle, quotation marks in pairs."""

import re
from collections.abc import Iterable

from provenance.model import Spans

_HEAD, _TAIL = 56, 44
"""How many characters of the beginning and of the end are kept of words that are too long."""
_LONGEST = _HEAD + _TAIL
_MARK = re.compile(r"''|``|[\"“”„«»'‘’`]")
_SINGLE = frozenset("'‘’`")
_PLAIN = _SINGLE | {"''", "``"}
"""Marks made of single ones."""
_OPENS, _CLOSES = frozenset("“„«‘"), frozenset("”»")
_BEFORE_WORDS = " ([-–—“\"„«'‘"
_LAST = ",;: "
_THAT = re.compile(r"^that\b(?! (?:is|was)\b)|\($|^\((?!.*\))")
"""What begins a claim and says nothing: *that*, a bracket without its partner."""
_STOP = re.compile(r"(?<=[a-z]{4})\.$|[.,](?=[\"”]$)")
"""A full stop at the end, a stop or comma before the last mark."""

Pair = tuple[tuple[int, int], tuple[int, int]]
"""Where an opening and a closing quotation mark stand."""


def quote_spans(spans: Spans, text: str) -> str:
    """Give the words of spans as a message repeats them, each without quotation marks around it."""
    return _cut(" … ".join(filter(None, (_uncover(span.of(text)) for span in spans))))


def quote_words(words: str) -> str:
    """Give words as a message repeats them, without quotation marks around them."""
    return _cut(_uncover(words))


def _uncover(words: str) -> str:
    """Give words on one line, without the marks around the whole of them and a *that* before them."""
    line = _THAT.sub("", " ".join(words.split())).strip(_LAST)
    bare = _without_strays(line)
    for (start, after), (last, end) in _pairs(bare):
        if start == 0 and not bare[end:].strip(_LAST + "."):
            bare = bare[after:last]
            break
    return bare.strip(_LAST)


def _cut(words: str) -> str:
    """Give words that fit into a message, with double marks inside, since it puts single ones around them.

    What is too long loses its middle: the end tells as much of a claim as its beginning.
    """
    if len(words) > _LONGEST:
        head, tail = words[: _HEAD + 1].rpartition(" ")[0], words[-_TAIL - 1 :].partition(" ")[2]
        words = f"{head.rstrip(_LAST)} … {tail}"
    return _STOP.sub("", _doubled(_without_strays(words)).strip(_LAST))


def _without_strays(words: str) -> str:
    """Give words without the quotation marks that have no partner in them; apostrophes stay."""
    paired = {place for pair in _pairs(words) for place in pair}
    strays = [m.span() for m in _MARK.finditer(words) if m.span() not in paired and not _is_apostrophe(words, m.span())]
    return "".join(_around(words, strays)).strip()


def _doubled(words: str) -> str:
    """Give words with double marks in the place of single ones that stand in pairs, and in no double ones."""
    pairs = _pairs(words)
    doubles = [pair for pair in pairs if not _is_single(words, pair[0])]
    plain = [pair for pair in pairs if words[slice(*pair[0])] in _PLAIN]
    outer = [one for one in plain if not any(start < one[0] and one[1] < end for start, end in doubles)]
    return '"'.join(_around(words, sorted(place for pair in outer for place in pair)))


def _around(words: str, places: Iterable[tuple[int, int]]) -> list[str]:
    """Give what stands between some places."""
    bounds = [0, *(at for place in places for at in place), len(words)]
    return [words[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]


def _pairs(words: str) -> list[Pair]:
    """Give the quotation marks that open and close in these words, the outer pair behind those inside it."""
    opened: list[tuple[int, int]] = []
    found: list[Pair] = []
    for match in _MARK.finditer(words):
        place = match.span()
        if _is_opening(words, place):
            opened.append(place)
        elif not _is_inside_word(words, place):
            partner = next((o for o in reversed(opened) if _is_single(words, o) == _is_single(words, place)), None)
            if partner is not None:
                del opened[opened.index(partner) :]
                found.append((partner, place))
    return found


def _is_single(words: str, place: tuple[int, int]) -> bool:
    """Tell whether a mark is a single one; two of them side by side, or the like, stand for a double one."""
    return words[slice(*place)] in _SINGLE


def _is_opening(words: str, place: tuple[int, int]) -> bool:
    start, end = place
    mark, before, after = words[start:end], words[start - 1 : start] or " ", words[end : end + 1] or " "
    if mark in _OPENS:
        return True
    starts = before in _BEFORE_WORDS and not after.isspace()
    return starts and mark not in {*_CLOSES, "’"} and not (mark in _SINGLE and after.isdigit())


def _is_inside_word(words: str, place: tuple[int, int]) -> bool:
    """Tell whether a single mark stands within a word: *don't*."""
    start, end = place
    return words[start:end] in _SINGLE and words[start - 1 : start].isalnum() and words[end : end + 1].isalnum()


def _is_apostrophe(words: str, place: tuple[int, int]) -> bool:
    """Tell whether a mark without a partner stands for letters: *don't*, *the aides' plan*, *the ’90s*."""
    start, end = place
    before, after = words[start - 1 : start], words[end : end + 1]
    return _is_single(words, place) and (before.isalnum() or after.isdigit())
