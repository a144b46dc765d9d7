"""Cuts a text into tokens, once, and never changes it.

The text is cut into pieces, white space included, so that the offset of every piece is a running sum of lengths: all of
it happens in C. A token is a piece with a class; runs of white space without a line break have none.
"""

import re
from itertools import accumulate, compress

from attrs import frozen

from provenance.tokens.classes import Classifier

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|Capt|Cmdr|Maj|Adm|Pres|Hon|Fr|St|Jr|Sr|"
    "Messrs|Supt|Insp|Det|Brig|Cpl|Pvt|Amb|Sec|Atty|Supt|vs|No|Nos|Inc|Corp|Ltd|Co|Jan|Feb|Aug|Sept|Oct|Nov|Dec|"
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|"
    "Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Bros|Dept|approx|est"
)

PIECE = re.compile(
    r"[^\S\n]+"  # white space inside a line
    r"|\s+"  # white space with a line break
    rf"|(?:{_ABBREVIATIONS})\.(?!\.)"  # an abbreviation keeps its stop
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m., J.D.
    r"|[^\W\d_](?:\.)(?=\s[A-Z])"  # the initial in John F. Smith
    r"|[A-Z]['’][A-Z]\w+(?:-\w+)*"  # O'Brien
    r"|\w+n['’]t\b"  # don't
    r"|['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"  # clitics
    r"|\d[\d.,]*\d(?:\w+)?"  # 1,000 and 2.5bn
    r"|@\w+|\#\w+"  # handles and hash tags
    r"|\w+(?:[-‑]\w+)*(?:&\w+)?"  # words, hyphenated words, AT&T
    r"|''|``|\.\.\.+|--+"
    r"|."
)
"""One piece. Alternatives stand in order of precedence."""


@frozen(eq=False)
class Tokens:
    """The tokens of one text.

    `surfaces`, `starts` and `classes` run in parallel, one entry a token; `classes` holds one class character each.
    A token ends at `starts[i] + len(surfaces[i])`. A line break is a token of its own.
    """

    surfaces: list[str]
    starts: list[int]
    classes: list[str]

    def end(self, index: int) -> int:
        """Where token `index` ends, as a code point of the text."""
        return self.starts[index] + len(self.surfaces[index])


def read_tokens(text: str, classifier: Classifier) -> Tokens:
    """Cut `text` into tokens and give each its class; offsets are code points of `text`."""
    pieces = PIECE.findall(text)
    classes = list(map(classifier.__getitem__, pieces))
    starts = accumulate(map(len, pieces), initial=0)
    surfaces = list(compress(pieces, classes))
    offsets = list(compress(starts, classes))
    kept = list(filter(None, classes))
    classifier.join_phrases(surfaces, kept)
    return Tokens(surfaces, offsets, kept)
