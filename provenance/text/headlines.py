"""The top of an article: headline, deck, repeated headline, names and dates before the first paragraph."""

import re

LONGEST_HEADLINE = 170
LONGEST_STOPPED = 125
"""A headline that carries a final stop all the same is no longer than this."""
LONGEST_TERSE = 90
LONGEST_NAMES = 150

_NAME = r"[A-ZÀ-Þ][\w.’'-]+"
_PERSON = rf"{_NAME}(?: (?:de |van |von |der |al |bin )?{_NAME}){{1,3}}"
_NAMES = re.compile(rf"{_PERSON}(?:(?:, | and |, and | & ){_PERSON}){{0,5}}(?:\s*[,|](?: {_NAME}){{1,5}})?\Z")
_OUTLET = re.compile(
    r"[A-Z][A-Z&. ]{2,40}\Z|(?:The )?Associated Press\Z|Reuters\Z|\d+ (?:year|month|week|day|hour)s? ago\Z"
)
_ENDS = re.compile(r"(?<![A-Z.])[.!?][\"”’'»)]*\s+[\"“‘'A-Z]")
_PROSE = re.compile(r"\b(?:said|was|were|had|been|this|these|my|I|which|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_DETERMINERS = re.compile(r"\b(?:the|an?|has|have|are)\b", re.IGNORECASE)
_SMALL = re.compile(r"\b[a-zß-ÿ]\w{3,}")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ]\w{3,}")


def is_headline(line: str, *, blank: bool) -> bool:
    """Whether a paragraph with text below it is a headline; `blank`: a blank line parts the two."""
    if len(line) > LONGEST_HEADLINE or line[-1] == ":":
        return line[-1] == ":" and len(line) <= LONGEST_HEADLINE and _is_title_case(line)
    if line[-1] not in ".!?\"”’'…":
        return True
    if line[-1] in "?!" or (line[-1] in "\"”’'" and line[-2:-1] not in _STOPS):
        return blank or _is_title_case(line)
    return len(line) <= LONGEST_STOPPED and (_is_title_case(line) or (blank and _is_terse(line)))


_STOPS = tuple(".!?,…")


def _is_terse(line: str) -> bool:
    """Whether a sentence with its stop reads like a headline: one short clause with few of the small words of prose."""
    if len(line) > LONGEST_TERSE or _ENDS.search(line) or _PROSE.search(line):
        return False
    return len(_DETERMINERS.findall(line)) <= (len(line) // 50 or 1)


def _is_title_case(line: str) -> bool:
    """Whether nearly all longer words begin with a capital."""
    capitals = len(_CAPITAL.findall(line))
    return capitals >= 3 and capitals >= 3 * len(_SMALL.findall(line))  # noqa: PLR2004


def is_repeated(line: str, headline: str) -> bool:
    """Whether `line` is the headline once more, final stop aside."""
    return line.rstrip(".;: ").casefold() == headline.rstrip(".;: ").casefold()


def is_names(line: str, *, below_headline: bool) -> bool:
    """Whether a line at the top holds nothing but people's names, an outlet or an age.

    Above any headline four capitalised words may well be one, so fewer must do.
    """
    if len(line) > LONGEST_NAMES or not (_NAMES.match(line) or _OUTLET.match(line)):
        return False
    return below_headline or line.count(" ") < 3 or " and " in line  # noqa: PLR2004
