"""Lexicons to a vocabulary: which selectors each surface form satisfies."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import frozen

from provenance.rulebook.forms import forms_of
from provenance.rulebook.language import Literal, Selector
from provenance.rulebook.schema import Entry, Lexicon, PartOfSpeech
from provenance.tokens import Vocabulary
from provenance.tokens.phrases import plain
from provenance.tokens.pieces import read_surfaces
from provenance.tokens.sites import is_link, is_picture, is_site

SHAPE = "shape"
Atom = Literal | Selector
_SUFFIX = re.compile(r"..(?:(ly)|(ing)|(ed)|([^s]s))$")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_SUFFIX_TAGS = ("ly", "ing", "ed", "plural")


@frozen
class Reading:
    """One way to read a form: the lexicon it stands in, the entry, and everything that holds of the form."""

    lexicon: str
    entry: Entry
    tags: frozenset[str]


Form = tuple[str, Entry, str]
"""The lexicon in which a form stands, its entry there, and the tag of the form."""


class Readings:
    """Every reading of every listed form: lower-case forms for words, forms as written for names."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        words: dict[str, list[Form]] = defaultdict(list)
        names: dict[str, list[Form]] = defaultdict(list)
        for lexicon in lexicons:
            name = lexicon.id.rpartition("/")[2]
            for entry in lexicon.entries:
                for form, tag in forms_of(entry, lexicon.pos):
                    if lexicon.pos is PartOfSpeech.NAME:
                        names[form].append((name, entry, tag))
                    else:
                        words[form.lower()].append((name, entry, tag))
        self.words, self.names = dict(words), dict(names)

    def of(self, words: str) -> list[Reading]:
        """The readings of one form or phrase, names and words alike."""
        plain = words.replace("’", "'")
        found = [*self.names.get(plain, ()), *self.words.get(plain.lower(), ())]
        return [Reading(lexicon, entry, tags_of(entry) | {tag}) for lexicon, entry, tag in found]


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


def build_vocabulary(readings: Readings, atoms: Iterable[Atom]) -> tuple[Vocabulary, dict[Atom, int]]:
    """The vocabulary that tells `atoms` apart, and the number given to each atom."""
    numbers = {atom: number for number, atom in enumerate(dict.fromkeys(atoms))}
    choose = _Chooser(numbers)
    words: dict[str, set[int]] = defaultdict(set)
    names: dict[str, set[int]] = defaultdict(set)
    phrases: dict[tuple[str, str], dict[tuple[tuple[str, ...], bool], set[int]]] = defaultdict(lambda: defaultdict(set))
    for table, exact, single in ((readings.words, False, words), (readings.names, True, names)):
        for form, found in table.items():
            chosen = choose.among(found)
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
        {form: frozenset(chosen) for form, chosen in words.items()},
        {form: frozenset(chosen) for form, chosen in names.items()},
        {first: _longest_first(found) for first, found in phrases.items()},
        choose.shape,
        frozenset(number for atom, number in numbers.items() if isinstance(atom, Literal)),
    )
    return vocabulary, numbers


def _tokens_of(form: str, *, exact: bool) -> tuple[str, ...]:
    """The tokens of a form; abbreviations listed in small letters keep their stop as they do in texts (*Jan.*)."""
    if exact or "." not in form:
        return tuple(read_surfaces(form))
    return tuple(surface.lower() for surface in read_surfaces(form.title()))


def _longest_first(
    found: dict[tuple[tuple[str, ...], bool], set[int]],
) -> list[tuple[tuple[str, ...], frozenset[int], bool]]:
    ordered = sorted(found.items(), key=lambda item: (-len(item[0][0]), not item[0][1], item[0][0]))
    return [(tokens, frozenset(chosen), exact) for (tokens, exact), chosen in ordered]


class _Chooser:
    """Which of the patterns' atoms a reading or a shape satisfies."""

    def __init__(self, numbers: dict[Atom, int]) -> None:
        self.by_lexicon: dict[str, list[tuple[frozenset[str], int]]] = defaultdict(list)
        for atom, number in numbers.items():
            if isinstance(atom, Selector):
                self.by_lexicon[atom.lexicon].append((atom.tags, number))
        self._shapes: dict[frozenset[str], frozenset[int]] = {}
        self._held: dict[int, frozenset[str]] = {}
        self._forms: dict[tuple[str, frozenset[str], str], frozenset[int]] = {}

    def __getstate__(self) -> dict[str, object]:
        """What shapes need: the rest only serves while the vocabulary is built."""
        return {"by_lexicon": {SHAPE: self.by_lexicon.get(SHAPE, [])}, "_shapes": self._shapes}

    def among(self, forms: Iterable[Form]) -> set[int]:
        return {number for form in forms for number in self._of_form(*form)}

    def _of_form(self, lexicon: str, entry: Entry, tag: str) -> frozenset[int]:
        held = self._held.get(id(entry))
        if held is None:
            held = self._held[id(entry)] = tags_of(entry)
        found = self._forms.get((lexicon, held, tag))
        if found is None:
            tags = held | {tag}
            found = frozenset(number for wanted, number in self.by_lexicon.get(lexicon, ()) if wanted <= tags)
            self._forms[lexicon, held, tag] = found
        return found

    def shape(self, surface: str, *, known: bool) -> frozenset[int]:
        tags = shape_of(surface, known=known)
        if tags not in self._shapes:
            self._shapes[tags] = frozenset(n for wanted, n in self.by_lexicon.get(SHAPE, ()) if wanted <= tags)
        return self._shapes[tags]


def shape_of(surface: str, *, known: bool) -> frozenset[str]:
    """How a token looks: capital, lower, upper, number, mark, handle, site, link, picture; unknown words also by their ending."""
    first = surface[0]
    if is_site(surface):
        return frozenset({"site"})
    if is_link(surface):
        return frozenset({"link", "picture"} if is_picture(surface) else {"link"})
    if first.isdigit():
        return frozenset({"number", "year"} if _YEAR.fullmatch(surface) else {"number"})
    if first in "@#" and len(surface) > 1:
        return frozenset({"handle"})
    if not first.isalpha():
        return frozenset({"mark"})
    capital = first.isupper() or (("-" in surface) and any(part[:1].isupper() for part in surface.split("-")))
    tags = {"capital" if capital else "lower", "word"}
    if len(surface) > 1 and surface.isupper():
        tags.add("upper")
    if not known:
        tags.add("unknown")
        if (suffix := _SUFFIX.search(surface)) and suffix.lastindex:
            tags.add(_SUFFIX_TAGS[suffix.lastindex - 1])
    return frozenset(tags)
