"""What may stand before the text proper of a paragraph: list marks, times, labels, datelines."""

import re

from provenance.text.places import AGENCIES, PLACES

LIST_MARK = re.compile(r"(?:[-*•‣▪●◦·➤►✔]|–|—|\d{1,2}[.)]|\(?[a-z]\))[ \t\xa0]+(?=\S)")
"""A bullet, a number or a letter, and the space after it."""

_CLOCK = r"(?:[01]?\d|2[0-4])"
_ZONE = r"(?:BST|GMT|UTC|E[SD]?T|C[SDE]?T|CEST|P[SD]?T|IST|AEST|AEDT)"
_HALF = r"[ap]\.?m\b\.?"
_UPDATE = r"(?:(?:UPDATED?|Updated?|POSTED|Posted)(?: at)?:? )?"
STAMP = re.compile(
    rf"{_UPDATE}(?:{_CLOCK}[:.][0-5]\d(?:\s?{_HALF})?|{_CLOCK}\s?{_HALF})(?:,?\s?\(?{_ZONE}\b\)?)?[.:]?"
    r"(?:\s+[-—–|]\s*|\s+|$)(?=[\"“‘'A-ZÀ-Þ]|$)",
)
"""A live blog's time: *14:32*, *10.15am:*, *Update at 11:55 a.m. ET.*"""

DATE_PREFIX = re.compile(
    r"(?:[Dd]ate:?\s+)?(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?:[T ]\d{2}:\d{2}\S{0,9})?\s+(?=\S)"
)
"""A bare date that a feed put before the text."""

LABEL = re.compile(r"(?:Q|A|(?:[A-Z][\w.'’-]{0,30}(?: [A-Z(][\w.'’,)-]{0,30}){0,4})) ?(?=:(?:\s|$))|[QA](?=\. [A-Z])")
"""What may be a speaker: *Q*, *A*, *SMITH*, *Dr. Jane Smith*."""

_NOT_SPEAKERS = """
    UPDATE UPDATED URGENT BELOW ABOVE LISTEN WATCH READ READS BREAKING CORRECTION NOTE RELATED MORE PHOTO PHOTOS VIDEO
    OPINION ANALYSIS EXCLUSIVE EDITORIAL COMMENT LIVE FACT FACTS MYTH VERDICT RATING SOURCE SOURCES DATE TIME WHERE WHEN
    WHO WHAT WHY HOW TRANSCRIPT ONLINE ALERT STAT STATS QUOTE PS TL;DR
"""
_NO_SPEAKER = frozenset(_NOT_SPEAKERS.split())

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}"
_DATE = rf"(?:{_MONTH}\.? \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_WORD = r"[A-ZÀ-Þ][\w.'’-]{0,24}"
_TOWN = rf"{_WORD}(?:[ -](?:de |of |da |the )?{_WORD}){{0,3}}"
_PLACE = rf"{_TOWN}(?:, {_TOWN}){{0,2}}?(?: ?/ ?{_TOWN}(?:, {_TOWN})?){{0,2}}"
_FIRST_TOWN = re.compile(r"[,/]")
_CLOSE = r"\s*(?:—|–|―|--|-)\s*|:\s+"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})?(?:[.,]? \(?{_DATE}\)?[.,]?)?"
    r"(?:(?:\s*[(/\[](?P<agency>[A-Z][\w.&’' /-]{1,30}?)[)/\]]\.?|\s(?P<wire>INTERFAX[\w.-]{0,12}))"
    rf"(?P<closed>{_CLOSE})?\s*|(?P<close>{_CLOSE}))"
    r"(?=[\"“‘'„«(A-Z0-9À-Þ$£€])",
)

SHORTEST_LEAD = 100
"""A first paragraph this long after capitals and a colon is news from a town, not a speaker's turn."""

Dateline = tuple[int, str | None, str | None]
"""Where the text after it starts, the place and the agency."""


def find_dateline(text: str, start: int, end: int, *, first: bool) -> Dateline | None:
    """Find the dateline at `start` of a paragraph that ends at `end`; `first`: it is the article's first body text."""
    found = _DATELINE.match(text, start, end)
    if not found or found.end() >= end:
        return None
    place, agency = found["place"], found["agency"]
    if found["wire"]:
        return found.end(), (place or "").rstrip(".") or None, found["wire"]
    if agency:
        known = agency.upper() in AGENCIES or bool(place and found["closed"] and place[:3].isupper())
        return (found.end(), place, agency) if known else None
    return _without_agency(found, first=first, roomy=end - start > SHORTEST_LEAD) if place else None


def _without_agency(found: re.Match[str], *, first: bool, roomy: bool) -> Dateline | None:
    """Read a dateline in which a place, or an agency alone, stands before the dash or colon."""
    place, close = found["place"], found["close"]
    if first and close[0].isspace() and place in AGENCIES:
        return found.end(), None, place
    return (found.end(), place, None) if _is_place(place, close, first=first, roomy=roomy) else None


def _is_place(place: str, close: str, *, first: bool, roomy: bool) -> bool:
    """Whether words before a colon or a dash are a dateline's place rather than a speaker or a subject."""
    town = _FIRST_TOWN.split(place, maxsplit=1)[0]
    known = town.upper() in PLACES
    loud = town.isupper() and _is_long(town) and _NO_SPEAKER.isdisjoint(town.split())
    if not close[0].isspace():
        return first and (known or (loud and roomy))
    return loud or (known and (first or town.isupper()))


def _is_long(town: str) -> bool:
    """Whether capitals are long enough not to be an acronym."""
    return len(town) > 4 or " " in town  # noqa: PLR2004


def find_label(text: str, start: int, end: int) -> int | None:
    """Find where the words end that look like a speaker's label at `start`; whether they are one, the article decides."""
    found = LABEL.match(text, start + (text[start] in '"“'), end)
    if not found or not _NO_SPEAKER.isdisjoint(found.group().upper().split()):
        return None
    return found.end()
