"""Lexicons to a vocabulary: which selectors each surface form satisfies."""

import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator
from sys import intern

from provenance.rulebook.forms import forms_of
from provenance.rulebook.language import Literal, Selector
from provenance.rulebook.looks import SHAPE, Looks
from provenance.rulebook.readings import FIRST_SORT, Readings
from provenance.rulebook.schema import Entry, Lexicon, PartOfSpeech
from provenance.tokens import Vocabulary
from provenance.tokens.phrases import plain
from provenance.tokens.pieces import read_surfaces
from provenance.tokens.selectors import Selectors, selector, union

Atom = Literal | Selector


def read_lexicons(lexicons: Iterable[Lexicon]) -> Readings:
    """The readings of every form of every entry."""
    words: dict[str, str] = {}
    names: dict[str, str] = {}
    sorts: dict[bytes, str] = {}
    for lexicon in lexicons:
        if lexicon.pos is PartOfSpeech.LIST:
            continue
        name, of_names = lexicon.id.rpartition("/")[2], lexicon.pos is PartOfSpeech.NAME
        forms = names if of_names else words
        for entry in lexicon.entries:
            held = tags_of(entry)
            for form, tag in forms_of(entry, lexicon.pos):
                sort = pickle.dumps((name, entry.fields, sorted(held | {tag})), protocol=5)
                line = sorts.setdefault(sort, chr(FIRST_SORT + len(sorts))) + entry.lemma
                key = form if of_names else form.lower()
                forms[key] = f"{forms[key]}\n{line}" if key in forms else line
    return Readings(words, names, list(sorts))


def tags_of(entry: Entry) -> frozenset[str]:
    """What holds of every form of an entry."""
    return frozenset(_tags_of(entry))


def _tags_of(entry: Entry) -> Iterator[str]:
    for key, value in entry.fields.items():
        if value is True:
            yield key
        elif isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from map(str, value)


def build_vocabulary(readings: Readings, atoms: Iterable[Atom]) -> tuple[Vocabulary, dict[Atom, Selectors]]:
    """The vocabulary that tells `atoms` apart, and the selector that stands for each atom."""
    numbers = {atom: selector(number) for number, atom in enumerate(dict.fromkeys(atoms))}
    choose = _Chooser(numbers, readings)
    words: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    phrases: dict[tuple[str, str], dict[tuple[tuple[str, ...], bool], set[str]]] = defaultdict(lambda: defaultdict(set))
    for table, exact, single in ((readings.words, False, words), (readings.names, True, names)):
        for form in table:
            chosen = choose.among(readings.lines(form, table))
            if not chosen:
                continue
            tokens = _tokens_of(form, exact=exact)
            if len(tokens) == 1:
                single[form].update(chosen)
            else:
                phrases[plain(tokens[0]), plain(tokens[1])][tokens, exact].update(chosen)
    for atom, number in numbers.items():
        if isinstance(atom, Literal):
            words[atom.text.lower()].add(number)
    vocabulary = Vocabulary(
        {form: intern(union(chosen)) for form, chosen in words.items()},
        {form: intern(union(chosen)) for form, chosen in names.items()},
        {first: _longest_first(found) for first, found in phrases.items()},
        Looks(choose.by_lexicon.get(SHAPE, [])),
        union(number for atom, number in numbers.items() if isinstance(atom, Literal)),
    )
    return vocabulary, numbers


def _tokens_of(form: str, *, exact: bool) -> tuple[str, ...]:
    """The tokens of a form; abbreviations listed in small letters keep their stop as they do in texts (*Jan.*)."""
    if exact or "." not in form:
        return tuple(read_surfaces(form))
    return tuple(surface.lower() for surface in read_surfaces(form.title()))


def _longest_first(
    found: dict[tuple[tuple[str, ...], bool], set[str]],
) -> list[tuple[tuple[str, ...], Selectors, bool]]:
    ordered = sorted(found.items(), key=lambda item: (-len(item[0][0]), not item[0][1], item[0][0]))
    return [(tokens, union(chosen), exact) for (tokens, exact), chosen in ordered]


class _Chooser:
    """Which of the patterns' atoms a reading satisfies."""

    def __init__(self, numbers: dict[Atom, Selectors], readings: Readings) -> None:
        self.by_lexicon: dict[str, list[tuple[frozenset[str], Selectors]]] = defaultdict(list)
        for atom, number in numbers.items():
            if isinstance(atom, Selector):
                self.by_lexicon[atom.lexicon].append((atom.tags, number))
        self._readings = readings
        self._sorts: dict[str, Selectors] = {}

    def among(self, lines: Iterable[str]) -> set[str]:
        return {number for line in lines for number in self._of_sort(line)}

    def _of_sort(self, line: str) -> Selectors:
        found = self._sorts.get(line[0])
        if found is None:
            lexicon, _, tags = self._readings.sort(line)
            found = union(number for wanted, number in self.by_lexicon.get(lexicon, ()) if wanted <= tags)
            self._sorts[line[0]] = found
        return found
