"""Cuts a text into tokens, once, and never changes it.

The text is cut into pieces, each with the white space behind it, so that the offset of every piece is a running sum of
lengths: all of it happens in C, and a piece met before costs one look-up. A token is a piece without its white space; a
line break is a token of its own.
"""

import re
from itertools import accumulate

from attrs import frozen

from provenance.tokens.classes import Classifier
from provenance.tokens.sites import ADDRESS
from provenance.tokens.traits import BREAK, any_of

_LAST_WORDS = (
    "Inc|Corp|Ltd|Co|Bros|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|"
    "Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo"
)
"""Abbreviations with which a sentence may end."""
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|Capt|Cmdr|Maj|Adm|Pres|Hon|Fr|St|Jr|Sr|"
    "Messrs|Supt|Insp|Det|Brig|Cpl|Pvt|Amb|Sec|Atty|Supt|vs|No|Nos|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Dept|approx|est"
)

_BREAKS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
"""What `str.splitlines` takes for the end of a line."""
_SPACE = rf"[^\S{_BREAKS}]"

_PIECE = re.compile(
    r"[a-zA-Z]++ (?!\s)|[,.] (?!\s)"  # short cuts for what nine pieces in ten are: nothing below would read them otherwise
    r"|(?:[a-zA-Z]++(?![\w'’&.‑-])"  # another short cut: no longer piece begins like this
    rf"|[{_BREAKS}]\s*"  # white space from a line break on
    rf"|{ADDRESS}"  # harbour.com, harbour.com/news
    # in Derby, N.Y. "We ...": the stop is the sentence's
    rf"|(?:(?:[^\W\d_]\.)+[^\W\d_]|{_LAST_WORDS})(?=\.\s+(?:[\"“‘]|''?)[^\Wa-z])"
    rf"|(?:{_ABBREVIATIONS}|{_LAST_WORDS})\.(?!\.)"  # an abbreviation keeps its stop
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m., J.D.
    r"|[^\W\d_]\.(?=\s[A-Z])"  # the initial in John F. Smith
    r"|[A-Z]['’][A-Z]\w+(?:-\w+)*"  # O'Brien
    r"|\w+n['’]t\b"  # don't
    r"|['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"  # clitics
    r"|\d[\d.,]*\d(?:\w+)?(?:[-‑][^\W\d_]+)*+"  # 1,000, 2.5bn and 19-year-old
    r"|@\w+|\#\w+"  # handles and hash tags
    r"|\w+(?:[-‑]\w+)*(?:&\w+)?"  # words, hyphenated words, AT&T
    r"|''|``|\.\.\.+|--+"
    rf"|.){_SPACE}*+",
    re.DOTALL,
)
"""One piece. Alternatives stand in order of precedence."""

_BREAK = re.compile(any_of(BREAK))
_LEADING = re.compile(rf"{_SPACE}*+")


@frozen(eq=False, repr=False)
class Tokens:
    """The tokens of one text.

    `surfaces`, `starts`, `classes` and `traits` run in parallel, one entry a token: `classes` holds a class character
    each, `traits` a character that says how the token is to be handled (see `traits`). A token ends at
    `starts[i] + len(surfaces[i])`. A line break is a token of its own, written as white space.
    """

    surfaces: list[str]
    starts: list[int]
    classes: str
    traits: str

    def end(self, index: int) -> int:
        """Where token `index` ends, as a code point of the text."""
        return self.starts[index] + len(self.surfaces[index])


def read_surfaces(text: str) -> list[str]:
    """The tokens of a text as words, line breaks left out."""
    if text.replace(" ", "").isalpha():
        return text.split()  # what most entries of lexicons are
    return [surface for piece in _PIECE.findall(text.lstrip()) if (surface := piece.rstrip())]


def read_tokens(text: str, classifier: Classifier) -> Tokens:
    """Cut `text` into tokens and give each its class; offsets are code points of `text`."""
    lead = _LEADING.match(text)
    first = lead.end() if lead else 0
    pieces = _PIECE.findall(text, first)
    known = "".join(map(classifier.__getitem__, pieces))
    classes, traits = known[::2], known[1::2]
    surfaces = [*map(str.rstrip, pieces)]
    for place in _BREAK.finditer(traits):
        surfaces[place.start()] = pieces[place.start()]
    starts = [*accumulate(map(len, pieces), initial=first)]
    starts.pop()
    return Tokens(surfaces, starts, classifier.join_phrases(surfaces, classes, traits), traits)
