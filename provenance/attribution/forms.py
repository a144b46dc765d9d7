"""Whether content is direct, indirect or mixed (gold convention 6)."""

from provenance.attribution.candidates import Units
from provenance.mentions.fold import Folded
from provenance.model import Form
from provenance.tokens.symbols import CLOSING, Symbol

_FRAGMENT = 4
"""A quotation of fewer units than this is a fragment, not a clause."""


def form_of(folded: Folded, contents: tuple[Units, ...]) -> Form:
    """The form of content given as units."""
    symbols = "".join(folded.symbols[start:end] for start, end in contents)
    opened = symbols.find(Symbol.OPEN)
    if opened < 0:
        return Form.INDIRECT
    outside = _outside_quotations(symbols)
    whole = len(symbols) - outside >= _FRAGMENT + 2
    return Form.DIRECT if whole and outside <= 1 else Form.MIXED


def _outside_quotations(symbols: str) -> int:
    """How many units stand outside quotation marks."""
    outside, inside = 0, False
    for symbol in symbols:
        if symbol == Symbol.OPEN:
            inside = True
        elif symbol in CLOSING:
            inside = False
        elif not inside:
            outside += 1
    return outside
