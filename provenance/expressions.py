"""Regular expressions of patterns, whose compiled form can be kept.

Python compiles an expression to a list of numbers and then makes a pattern of the list. The first step takes seconds
for the expressions of a rulebook, the second next to nothing, and pickling a pattern keeps its source only. So the
numbers are kept. Where a Python has other internals the source is compiled as usual. Expressions of modules need none of
this: all that a short audit compiles take 18 milliseconds.
"""

import importlib
import re
from array import array
from typing import Any, AnyStr

from attrs import frozen

_UNKNOWN = (AttributeError, ImportError, TypeError, ValueError, RuntimeError, OverflowError)
_ENGINE: Any = importlib.import_module("_sre")

Fields = tuple[int, bytes, int, dict[str, int]]


@frozen(eq=False, repr=False)
class Code:
    """What the engine of `re` needs for one expression; it checks the numbers before it runs them."""

    flags: int
    numbers: bytes
    groups: int
    names: dict[str, int]

    @property
    def fields(self) -> Fields:
        """What it is made of, to be kept."""
        return int(self.flags), self.numbers, self.groups, self.names

    def pattern(self, source: AnyStr) -> re.Pattern[AnyStr]:
        """The pattern that this is the code of."""
        by_number: list[str | None] = [None] * (self.groups + 1)
        for name, number in self.names.items():
            by_number[number] = name
        numbers = array("I", self.numbers).tolist()
        found: re.Pattern[AnyStr] = _ENGINE.compile(
            source, self.flags, numbers, self.groups, self.names, tuple(by_number)
        )
        return found


def magic() -> str:
    """What tells apart the codes of different versions of the engine."""
    return str(getattr(_ENGINE, "MAGIC", ""))


def encode(source: str | bytes, flags: int) -> Code:
    """The code of an expression; raises one of several errors where the internals are not as expected."""
    parser: Any = importlib.import_module("re._parser")
    compiler: Any = importlib.import_module("re._compiler")
    parsed = parser.parse(source, flags)
    numbers = array("I", compiler._code(parsed, flags)).tobytes()  # noqa: SLF001  there is no public way
    state = parsed.state
    return Code(flags | state.flags, numbers, state.groups - 1, dict(state.groupdict))


def build(source: AnyStr, flags: int, code: Code | None = None) -> re.Pattern[AnyStr]:
    """The pattern of an expression, quickly if its code is given."""
    try:
        return (code or encode(source, flags)).pattern(source)
    except _UNKNOWN:
        return re.compile(source, flags)
