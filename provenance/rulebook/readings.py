"""What the lexicons say of words: read while an article is audited."""

import pickle
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from provenance.rulebook.schema import Entry
from provenance.tokens.shelves import Joined, Shelves


@frozen(eq=False, repr=False)
class Reading:
    """One way to read a form: the lexicon it stands in, the entry, and everything that holds of the form."""

    lexicon: str
    entry: Entry
    tags: frozenset[str]


Sort = tuple[str, Mapping[str, Any], frozenset[str]]
"""What readings of different words share: the lexicon, the fields of the entry, and everything that holds of the form."""

FIRST_SORT = 0x100
"""The character of the first sort."""


class Readings:
    """Every reading of every listed form: lower-case forms for words, forms as written for names.

    They are kept as strings, for there are many and an article has few of them: a form has a line for each reading, the
    character of its sort and the lemma; the sorts are pickled one by one.
    """

    def __init__(self, words: Mapping[str, str], names: Mapping[str, str], sorts: Sequence[bytes]) -> None:
        self.words, self.names = words, names
        self._pickled = sorts
        self._sorts: dict[str, Sort] = {}

    def of(self, words: str) -> list[Reading]:
        """The readings of one form or phrase, names and words alike."""
        plain = words.replace("’", "'")
        return [
            *map(self._read, self.lines(plain, self.names)),
            *map(self._read, self.lines(plain.lower(), self.words)),
        ]

    def names_in(self, lexicons: Container[str]) -> Iterator[str]:
        """Every name that one of these lexicons lists, as written."""
        for name in self.names:
            if any(self.sort(line)[0] in lexicons for line in self.lines(name, self.names)):
                yield name

    def lines(self, form: str, forms: Mapping[str, str]) -> list[str]:
        """A line for each reading of a form; `sort` says more of a line."""
        found = forms.get(form)
        return found.split("\n") if found else []

    def sort(self, line: str) -> Sort:
        """What sort of reading a line is."""
        found = self._sorts.get(line[0])
        if found is None:
            lexicon, fields, tags = pickle.loads(self._pickled[ord(line[0]) - FIRST_SORT])  # noqa: S301  our own
            found = self._sorts[line[0]] = lexicon, fields, frozenset(tags)
        return found

    def _read(self, line: str) -> Reading:
        lexicon, fields, tags = self.sort(line)
        return Reading(lexicon, Entry(line[1:], fields), tags)

    def __getstate__(self) -> dict[str, object]:
        """The forms on shelves and the sorts in one piece: a run looks at few of them."""
        shelves = {"words": Shelves(self.words), "names": Shelves(self.names)}
        return {**vars(self), **shelves, "_pickled": Joined(self._pickled), "_sorts": {}}
