"""Expressions over class strings, whose compiled form is kept with the rules."""

import marshal
import re
import zlib
from functools import cached_property

from provenance.expressions import Code, Fields, build, encode

_FLAGS = int(re.DOTALL)


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
        source, code = marshal.loads(zlib.decompress(self._packed or b""))  # noqa: S302  packed below
        return source, Code(*code) if code else None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression."""
        source, code = self.parts
        return build(source, _FLAGS, code)

    def __getstate__(self) -> dict[str, object]:
        """Everything but the compiled expression."""
        return {"keep": self.keep, "_packed": self._packed or zlib.compress(marshal.dumps(self._kept()))}

    def _kept(self) -> tuple[str, Fields | None]:
        source, code = self.parts
        return source, (code or encode(source, _FLAGS)).fields if self.keep else None
