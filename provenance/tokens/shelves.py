"""Large tables of words of which an article needs few: read back from the cache, their parts stay packed until looked at."""

import pickle
from collections import defaultdict
from collections.abc import Iterator, Mapping

_LETTERS = 3
"""First letters of a word that say on which shelf it stands."""


class Shelves(Mapping[str, str]):
    """A table of texts by words, in parts; pickled and read back, a part is unpacked when one of its words is asked for."""

    def __init__(self, table: Mapping[str, str]) -> None:
        shelves: dict[str, dict[str, str]] = defaultdict(dict)
        for word, told in table.items():
            shelves[word[:_LETTERS]][word] = told
        self._packed = {letters: pickle.dumps(shelf, protocol=5) for letters, shelf in shelves.items()}
        self._unpacked: dict[str, dict[str, str]] = {}

    def _shelf(self, letters: str) -> dict[str, str]:
        found = self._unpacked.get(letters)
        if found is None:
            packed = self._packed.get(letters)
            if packed is None:
                return {}
            found = self._unpacked[letters] = pickle.loads(packed)  # noqa: S301  packed above
        return found

    def __getitem__(self, word: str) -> str:
        return self._shelf(word[:_LETTERS])[word]

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word in self._shelf(word[:_LETTERS])

    def __iter__(self) -> Iterator[str]:
        for letters in self._packed:
            yield from self._shelf(letters)

    def __len__(self) -> int:
        return sum(len(self._shelf(letters)) for letters in self._packed)

    def __getstate__(self) -> dict[str, object]:
        return {"_packed": self._packed, "_unpacked": {}}
