"""The outlets of an article: the fullest name it gives each of them, and which was named last before a place."""

from bisect import bisect_right

from attrs import field, frozen

from provenance.attribution.sources import tokens_of
from provenance.mentions.fold import Folded
from provenance.mentions.words import Word, read_words
from provenance.rulebook import Rulebook
from provenance.rulebook.readings import Reading
from provenance.tokens.symbols import Symbol

LEXICON = "outlets"
_PLATFORM = "platform"


@frozen(eq=False, repr=False)
class Outlets:
    """Where outlets are named (`units`, `names`), and what the article calls each of them.

    `fullest` maps a lexicon entry to its own name, if the article uses it, or to its longest form here.
    """

    units: list[int] = field(factory=list)
    names: list[str] = field(factory=list)
    fullest: dict[str, str] = field(factory=dict)

    def before(self, unit: int) -> str | None:
        """The outlet named last before a unit."""
        at = bisect_right(self.units, unit - 1)
        return self.names[at - 1] if at else None

    def name(self, word: Word) -> str:
        """The fullest name the article gives the outlet that `word` names."""
        reading = word.reading(LEXICON)
        text = bare_name(word.text)
        return self.fullest.get(reading.entry.lemma, text) if reading else text


def read_outlets(folded: Folded, rulebook: Rulebook) -> Outlets:
    """Every outlet named in an article, in text order; social networks carry what others say and are left out."""
    outlets = Outlets()
    at = folded.symbols.find(Symbol.OUTLET)
    while at >= 0:
        for word in read_words(folded, *tokens_of(folded, (at, at + 1)), rulebook):
            reading = word.reading(LEXICON)
            if reading is not None and not is_platform(reading):
                _enter(outlets, at, word, reading)
        at = folded.symbols.find(Symbol.OUTLET, at + 1)
    return outlets


def is_platform(reading: Reading) -> bool:
    """Whether an entry is a social network rather than an outlet with a newsroom."""
    return _PLATFORM in reading.tags


def _enter(outlets: Outlets, unit: int, word: Word, reading: Reading) -> None:
    name = bare_name(word.text)
    outlets.units.append(unit)
    outlets.names.append(name)
    lemma = reading.entry.lemma
    held = outlets.fullest.get(lemma, "")
    if held != bare_name(lemma) and (name == bare_name(lemma) or len(name) > len(held)):
        outlets.fullest[lemma] = name


def bare_name(name: str) -> str:
    """A name without its article, and without the mark of a possessor."""
    return name.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
