r"""Regular expressions whose compiled form can be kept.

Python compiles an expression to a list of numbers and then makes a pattern of the list. The first step takes a third of
a millisecond for an expression of ours, and seconds for those of a rulebook; the second takes next to nothing; and
pickling a pattern keeps its source only. So the numbers are kept. Where a Python has other internals the source is
compiled as usual.

    _WORD = compile_regex(r"\w+", re.ASCII)

is `re.compile`, with the numbers kept in the user's cache folder from one run to the next.
"""

import atexit
import importlib
import marshal
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from typing import Any, AnyStr

from attrs import frozen

from provenance.__about__ import __version__
from provenance.cache import read_kept, write_kept

_UNKNOWN = (AttributeError, ImportError, TypeError, ValueError, RuntimeError, OverflowError)
_KIND = "expressions"
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


_Codes = dict[tuple[str | bytes, int], Fields]


def compile_regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, of a kept code if there is one; a new code is kept when the process ends."""
    codes, flags = _codes(), int(flags)
    known = codes.get((source, flags))
    if known:
        return build(source, flags, Code(*known))
    try:
        code = encode(source, flags)
    except _UNKNOWN:
        return re.compile(source, flags)
    codes[source, flags] = code.fields
    _keep_at_end()
    return build(source, flags, code)


@cache
def _codes() -> _Codes:
    """The codes that are kept, by source and flags."""
    try:
        found = marshal.loads(read_kept(_KIND, _name()) or b"")  # noqa: S302  our own file, and whole
    except (EOFError, ValueError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


@cache
def _keep_at_end() -> None:
    atexit.register(_keep)


def _keep() -> None:
    with suppress(ValueError):  # a source that is not quite a string
        write_kept(_KIND, _name(), marshal.dumps(_codes()))


def _name() -> str:
    return f"{__version__} {sys.implementation.name} {sys.version} {magic()}"
