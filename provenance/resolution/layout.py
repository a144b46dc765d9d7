"""Where sentences and quotations lie, in units; a quotation that runs on is part of the sentence around it."""

import re
from bisect import bisect_right

from attrs import frozen

from provenance.tokens.symbols import CLOSING, Symbol

_CLOSERS = "".join(sorted(CLOSING))
_ENDS = Symbol.STOP + Symbol.BREAK + Symbol.VOID + Symbol.TURN
_STEP = re.compile(
    f"{Symbol.OPEN}[^{_CLOSERS}{Symbol.VOID}]*[{_CLOSERS}]?|[{_ENDS}{Symbol.CLOSE_STOP}{Symbol.BREAK_CLOSE}]"
)


@frozen(eq=False, repr=False)
class Layout:
    """`ends` are the units behind which a sentence ends, `quotes` the starts and ends of quotations, all in order."""

    ends: list[int]
    quotes: list[int]

    def sentence(self, unit: int) -> int:
        """The number of the sentence in which a unit stands."""
        return bisect_right(self.ends, unit - 1)

    def start(self, number: int) -> int:
        """The unit at which the sentence of a number begins; there is none before the first."""
        return self.ends[number - 1] + 1 if number > 0 else 0

    def sentence_start(self, unit: int) -> int:
        """The unit at which the sentence begins in which a unit stands."""
        return self.start(self.sentence(unit))

    def quoted(self, unit: int) -> bool:
        """Whether a unit stands inside quotation marks."""
        return bisect_right(self.quotes, unit) % 2 == 1


def read_layout(symbols: str) -> Layout:
    """The layout of a folded text."""
    ends: list[int] = []
    quotes: list[int] = []
    for match in _STEP.finditer(symbols):
        start, end = match.span()
        if symbols[start] == Symbol.OPEN:
            quotes += (start, end)
            if symbols[end - 1] in (Symbol.CLOSE_STOP, Symbol.BREAK_CLOSE):
                ends.append(end - 1)
        elif ends and ends[-1] == start - 1:
            ends[-1] = start  # the stop and the break behind it, a whole dateline or caption: one end
        else:
            ends.append(start)
    return Layout(ends, quotes)
