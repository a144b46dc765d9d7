"""Large tables of which an article needs little: one long piece of bytes, in which single words are looked up."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

_ROW, _CELL = "\x1e", "\x1f"
"""What stands before a word of a table, and between it and its text; neither occurs in words or texts."""
_SHELF = 32
"""So many words stand on a shelf; within one a word is searched for."""


class Shelves(Mapping[str, str]):
    """A table of texts by words. To read it back from the cache takes no time, however long it is."""

    def __init__(self, table: Mapping[str, str]) -> None:
        rows = [(word, _write(f"{_ROW}{word}{_CELL}{table[word]}")) for word in sorted(table)]
        shelves = [rows[first : first + _SHELF] for first in range(0, len(rows), _SHELF)]
        self._first = _ROW.join(shelf[0][0] for shelf in shelves)
        self._ends = array("I", accumulate(sum(len(row) for _, row in shelf) for shelf in shelves))
        self._bytes = b"".join(row for _, row in rows) + _write(_ROW)
        self._length = len(rows)

    @cached_property
    def _firsts(self) -> list[str]:
        """The first word of each shelf."""
        return self._first.split(_ROW)

    def __getitem__(self, word: str) -> str:
        number = bisect_right(self._firsts, word)
        if number and self._length:
            start = self._ends[number - 2] if number > 1 else 0
            row = _write(f"{_ROW}{word}{_CELL}")
            found = self._bytes.find(row, start, self._ends[number - 1])
            if found >= 0:
                found += len(row)
                return _read(self._bytes[found : self._bytes.index(_write(_ROW), found)])
        raise KeyError(word)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.get(word) is not None

    def __iter__(self) -> Iterator[str]:
        for row in _read(self._bytes).split(_ROW)[1:-1]:
            yield row.partition(_CELL)[0]

    def __len__(self) -> int:
        return self._length

    def __getstate__(self) -> dict[str, object]:
        return {name: told for name, told in vars(self).items() if name != "_firsts"}


class Joined(Sequence[bytes]):
    """Pieces of bytes, kept as one."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        pieces = list(pieces)
        self._ends = array("I", accumulate(map(len, pieces)))
        self._bytes = b"".join(pieces)

    def __getitem__(self, place: int) -> bytes:  # type: ignore[override]
        return self._bytes[self._ends[place - 1] if place else 0 : self._ends[place]]

    def __len__(self) -> int:
        return len(self._ends)


def _write(text: str) -> bytes:
    return text.encode(errors="surrogatepass")


def _read(written: bytes) -> str:
    return written.decode(errors="surrogatepass")
