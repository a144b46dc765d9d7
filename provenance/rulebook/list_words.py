"""Lexicons to lists of words that the stages ask for by name."""

from collections import defaultdict
from collections.abc import Iterable

from provenance.rulebook.schema import Lexicon, PartOfSpeech
from provenance.rulebook.vocabulary import tags_of
from provenance.rulebook.word_lists import WordLists

_ASKED = frozenset({"function-words"})
"""Lexicons for patterns of which the stages want whole lists as well."""
_USES, _WRITTEN = "uses", "written"
"""Fields of an entry: for what its word is asked for, and whether it counts only as it is written."""


def list_words(lexicons: Iterable[Lexicon]) -> WordLists:
    """The lists of every lexicon of lists, and of the closed classes."""
    lists: dict[str, set[str]] = defaultdict(set)
    written: set[str] = set()
    for lexicon in lexicons:
        stem = lexicon.id.rpartition("/")[2]
        if lexicon.pos is PartOfSpeech.LIST or stem in _ASKED:
            for entry in lexicon.entries:
                tags = entry.fields.get(_USES, ()) if lexicon.pos is PartOfSpeech.LIST else tags_of(entry)
                names = {f"{stem}.{tag}" for tag in tags}
                for name in names:
                    lists[name].add(entry.lemma)
                if entry.fields.get(_WRITTEN):
                    written |= names
    return WordLists({name: frozenset(words) for name, words in lists.items()}, written)
