"""Regular expressions whose compiled form can be kept.

Python compiles an expression to a list of numbers and then makes a pattern of the list. For the expressions of a rulebook
the first step takes a second, the second none; and pickling a pattern keeps its source only. So the numbers are kept
here. Where a Python has other internals the source is compiled as usual.
"""

import importlib
import pickle
import re
import zlib
from array import array
from functools import cached_property
from typing import Any

from attrs import frozen

_FLAGS = re.DOTALL
_UNKNOWN = (AttributeError, ImportError, TypeError, ValueError, RuntimeError, OverflowError)


@frozen(eq=False, repr=False)
class Code:
    """What the engine of `re` needs for one expression; it checks the numbers before it runs them."""

    flags: int
    numbers: bytes
    groups: int
    names: dict[str, int]

    def pattern(self, source: str) -> re.Pattern[str]:
        """The pattern that this is the code of."""
        engine = importlib.import_module("_sre")
        by_number: list[str | None] = [None] * (self.groups + 1)
        for name, number in self.names.items():
            by_number[number] = name
        numbers = array("I", self.numbers).tolist()
        found: re.Pattern[str] = engine.compile(source, self.flags, numbers, self.groups, self.names, tuple(by_number))
        return found


def magic() -> str:
    """What tells apart the codes of different versions of the engine."""
    return str(getattr(importlib.import_module("_sre"), "MAGIC", ""))


def encode(source: str) -> Code:
    """The code of an expression; raises one of several errors where the internals are not as expected."""
    parser: Any = importlib.import_module("re._parser")
    compiler: Any = importlib.import_module("re._compiler")
    parsed = parser.parse(source, int(_FLAGS))
    numbers = array("I", compiler._code(parsed, int(_FLAGS))).tobytes()  # noqa: SLF001  there is no public way
    state = parsed.state
    return Code(int(_FLAGS) | state.flags, numbers, state.groups - 1, dict(state.groupdict))


class Regex:
    """An expression over class strings, compiled when it is first used; pickled, it keeps its code if `keep` says so.

    Read back from the cache it stays compressed until then: a code is mostly sets of characters, and a run uses few.
    """

    def __init__(self, source: str, *, keep: bool = True) -> None:
        self.keep = keep
        self._packed: bytes | None = None
        self.parts: tuple[str, Code | None] = (source, None)

    @cached_property
    def parts(self) -> tuple[str, Code | None]:
        """The source, and the code that was kept with it."""
        found: tuple[str, Code | None] = pickle.loads(zlib.decompress(self._packed or b""))  # noqa: S301  packed below
        return found

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression."""
        source, code = self.parts
        try:
            return (code or encode(source)).pattern(source)
        except _UNKNOWN:
            return re.compile(source, _FLAGS)

    def __getstate__(self) -> dict[str, object]:
        """Everything but the compiled expression."""
        return {"keep": self.keep, "_packed": self._packed or zlib.compress(pickle.dumps(self._kept(), protocol=5))}

    def _kept(self) -> tuple[str, Code | None]:
        source, code = self.parts
        return source, (code or encode(source)) if self.keep else None
