"""Words that the stages ask for by what they are good for, as `function-words.possessive`: a lexicon, a dot, a tag."""

from collections import defaultdict
from collections.abc import Collection, Mapping

_NONE = frozenset[str]()


class WordLists(dict[str, frozenset[str]]):
    """The words of each list by its name; a list that the rules do not have is empty.

    `written` names the lists whose words count only as they are written (*Jr.*, *van*), not in any other case.
    """

    def __init__(self, lists: Mapping[str, frozenset[str]], written: Collection[str] = ()) -> None:
        super().__init__(lists)
        self._written = _by_word({name: words for name, words in lists.items() if name in written})
        self._held = _by_word({name: words for name, words in lists.items() if name not in written})

    def __missing__(self, name: str) -> frozenset[str]:
        return _NONE

    def of(self, word: str) -> frozenset[str]:
        """The names of the lists that hold a word."""
        return self._held.get(word.lower(), _NONE) | self._written.get(word, _NONE)


def _by_word(lists: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for name, words in lists.items():
        for word in words:
            names[word].add(name)
    return {word: frozenset(found) for word, found in names.items()}
