"""How a report for the terminal looks: width, colour, and which characters the output can hold."""

import unicodedata

from attrs import frozen

from provenance.model import Finding, Severity

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u2039\u203a"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u00ab\u00bb"
_BLANKS = "\u00a0\u2009\u202f"
_FALLBACKS = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_SINGLE_QUOTES, "'"),
        **dict.fromkeys(_DOUBLE_QUOTES, '"'),
        **dict.fromkeys(_BLANKS, " "),
        "…": "...",
        "¶": "par.",
        "↳": "+",
        "→": "->",
        "•": "*",
        "·": "*",
        "€": "EUR",
        "£": "GBP",
    }
)
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_CONTROL = {code: " " for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}


@frozen(eq=False, repr=False)
class Style:
    """What the caller decides about a report.

    `width` is in columns; `encoding` is that of the output; `show` the least severity of findings that are printed;
    `everything` also brings attitudes and positions, which are no reported speech.
    """

    width: int = 100
    colour: bool = False
    encoding: str = "utf-8"
    show: Severity = Severity.NOTE
    everything: bool = False

    def plain(self, text: str) -> str:
        """`text` in characters that the output can hold, without control characters that could steer a terminal."""
        text = text.translate(_CONTROL)
        if text.isascii() or self._holds(text):
            return text
        return "".join(char if self._holds(char) else _transliterate(char) for char in text)

    def shows(self, finding: Finding) -> bool:
        """Whether a finding is grave enough to be printed."""
        return finding.severity.reaches(self.show)

    def paint(self, text: str, severity: Severity) -> str:
        """`text` in the colour of its severity, where colour was asked for."""
        return f"\033[{_COLOURS[severity]}m{text}\033[0m" if self.colour else text

    def strong(self, text: str) -> str:
        """`text` in bold, where colour was asked for."""
        return f"\033[1m{text}\033[0m" if self.colour else text

    @property
    def ellipsis(self) -> str:
        """What stands for words left out."""
        return self.plain("…")

    def _holds(self, text: str) -> bool:
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


def _transliterate(char: str) -> str:
    """Return the nearest ASCII: the fallback for a sign, the base letter of an accented one, or a question mark."""
    sign = char.translate(_FALLBACKS)
    if sign.isascii():
        return sign
    base = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
    return base or "?"
