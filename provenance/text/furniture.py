"""Paragraphs that are not the article's own text: bylines, credits, captions, footers, adverts.

What a paragraph opens with decides. The openings are keyed by their first word, so that a paragraph of prose costs one
look-up; `furniture_openings` holds them.
"""

import re
from functools import cache

from provenance.text.blocks import BlockKind
from provenance.text.furniture_openings import OPENINGS

LONGEST = 700
"""No furniture is longer; longer paragraphs are not looked at."""
_TAIL = 130

_FIRST_WORD = re.compile(r"[\W_]{0,4}([^\W\d_]+)")
_NO_WORD = re.compile(r"[\W\d_]*(?:[^\W\d_][\W\d_]*)?$|[^A-Za-z\"“‘'(]{0,3}©|(?:pic\.)?[\w.]+\.com/\S+$|[{}]")
_TAGS = re.compile(r"</?\w+[^>]*>\s*(?:</?\w+[^>]*>\s*)*\W*$|[@#]\w+(?:\s[@#]\w+)*$")

_AGENCY = (
    r"(?:AFP|AP|Getty(?:\sImages)?|REUTERS|Reuters|EPA(?:-EFE)?|Shutterstock|Alamy|Bloomberg|TASS|Sputnik|Xinhua|"
    r"Anadolu(?:\sAgency)?|Rex|PA(?:\sWire|\sMedia)?|NurPhoto|SIPA(?:\sUSA)?|Redux|Unsplash|Wikimedia(?:\sCommons)?)"
)
_PICTURE = re.compile(
    rf"(?:(?:/|\bvia\s|\(|\s[–—|]\s|[Pp]hoto(?:graph)?\s?:\s*|^){_AGENCY}(?:[/ ][A-Z][\w.]*){{0,4}}"
    r"|\bP(?:hoto|hotograph|icture)s?:\s[^.]{2,60}|\([Pp]hotos?\s(?:by|courtesy|via)\s[^)]{2,80}"
    r"|\([A-Z][^()/]{2,40}/[A-Z][^()]{1,50}|\([^()]{2,50}\s?[Pp]hoto(?::[^()]{2,50})?|REUTERS/[\w. -]{2,50}"
    rf"|\b[A-Z]\w+\s[A-Z][\w.’'-]+(?:/{_AGENCY})+)[).\]]*$",
)
_CONTRIBUTED = re.compile(
    r"\bcontributed(?:\s\w+)?\sto\s(?:this|the)\s(?:report|story|article|piece|post|column|dispatch|coverage)\b"
    r"|\bcontributed(?:\s(?:additional\s)?(?:reporting|research)\b|\sfrom\s[A-Z]|\.?$)|\breported\sfrom\s[A-Z][^.]{2,60}\.?[)*]?$"
    r"|[Rr]ead\smore\s?[»>→]?$",
)


def find_furniture(text: str, start: int, end: int) -> BlockKind | None:
    """Tell what the paragraph `[start, end)` of `text` is, if its wording says that it is not the article's own text."""
    if end - start > LONGEST:
        return None
    if not text[start].isalpha() and (kind := _by_marks(text, start, end)):
        return kind
    word = _FIRST_WORD.match(text, start, end)
    if word and (key := word[1].lower()) in _WORDS:
        for kind, pattern in _openings_of(key):
            if pattern.match(text, word.start(1), end):
                return kind
    return _by_ending(text[max(start, end - _TAIL) : end])


def _by_marks(text: str, start: int, end: int) -> BlockKind | None:
    """FOOTER for a paragraph without words, rules and copyright signs; ADVERT for one of tags or handles only."""
    if _NO_WORD.match(text, start, end):
        return BlockKind.FOOTER
    return BlockKind.ADVERT if _TAGS.match(text, start, end) else None


def _by_ending(last: str) -> BlockKind | None:
    """CREDIT for *X contributed to this report*, CAPTION for a paragraph that closes with a picture's owner."""
    if ("contributed" in last or "reported from" in last or "ead more" in last) and _CONTRIBUTED.search(last):
        return BlockKind.CREDIT
    if "/" in last or "hoto" in last or "via " in last or "Getty" in last or last[-2:].find(")") >= 0:
        return BlockKind.CAPTION if _PICTURE.search(last) else None
    return None


_WORDS = frozenset(word for rows in OPENINGS.values() for words, _ in rows for word in words.split())


@cache
def _openings_of(word: str) -> list[tuple[BlockKind, re.Pattern[str]]]:
    """List the kinds of furniture that may open with `word` (one of `_WORDS`), each with the expression that tells."""
    return [
        (kind, re.compile(rf"(?i:{word})(?:{rest})"))
        for kind, rows in OPENINGS.items()
        for words, rest in rows
        if word in words.split()
    ]
