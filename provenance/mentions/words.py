"""The words of a mention with their lexicon readings."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from provenance.mentions.fold import Folded
from provenance.rulebook import Rulebook
from provenance.rulebook.readings import Reading
from provenance.tokens.sites import is_site
from provenance.tokens.symbols import Symbol

POSSESSIVE_MARKS = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
_LIMIT = 50_000
_COMPOUNDING = frozenset({"-", "/"})
"""Marks by which a number makes one word with what follows (*34-year-old*, *9/11*)."""
_KEPT_MARKS = POSSESSIVE_MARKS | {",", "&", "(", ")", "/"}


@frozen(eq=False, repr=False)
class Lexeme:
    """What holds of a surface wherever it stands: read once, shared by all words that look alike."""

    text: str
    lower: str
    readings: tuple[Reading, ...]
    lexicons: frozenset[str]
    is_capital: bool
    is_acronym: bool
    is_site: bool = False
    lists: frozenset[str] = frozenset()


@frozen
class Word:
    """A word or listed phrase: the tokens `[first, last)` and its lexeme."""

    first: int
    last: int
    lexeme: Lexeme

    @property
    def text(self) -> str:
        """The surface, without quotation marks around it."""
        return self.lexeme.text

    @property
    def lower(self) -> str:
        """The surface in lower case."""
        return self.lexeme.lower

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What the lexicons say of it."""
        return self.lexeme.readings

    @property
    def is_capital(self) -> bool:
        """Whether it looks like a name."""
        return self.lexeme.is_capital

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals only, as initials are."""
        return self.lexeme.is_acronym

    @property
    def is_site(self) -> bool:
        """Whether it is the address of a site on the web."""
        return self.lexeme.is_site

    def reading(self, *lexicons: str) -> Reading | None:
        """The first reading from one of the lexicons."""
        if self.lexeme.lexicons.isdisjoint(lexicons):
            return None
        return next(r for r in self.lexeme.readings if r.lexicon in lexicons)

    def is_in(self, *lexicons: str) -> bool:
        """Whether one of the lexicons lists it."""
        return not self.lexeme.lexicons.isdisjoint(lexicons)

    def is_on(self, name: str) -> bool:
        """Whether it stands on a list of words that the stages ask for by name (`group-words.link`)."""
        return name in self.lexeme.lists

    def is_for(self, use: str) -> bool:
        """Whether it tells what the words beside it are good for (lexicon source-words)."""
        return self.has_tag(use, "source-words")

    def has_tag(self, tag: str, *lexicons: str) -> bool:
        """Whether a reading from one of the lexicons carries a tag."""
        return self.is_in(*lexicons) and any(r.lexicon in lexicons and tag in r.tags for r in self.lexeme.readings)


def read_words(folded: Folded, first: int, last: int, rulebook: Rulebook) -> list[Word]:
    """The words of the tokens `[first, last)`; marks and line breaks are left out."""
    surfaces, classes = folded.tokens.surfaces, folded.classes
    words, at = [], first
    while at < last:
        end = at + 1
        while end < last and classes[end] == Symbol.CONTINUED:
            end += 1
        if surfaces[at].isdigit() and end + 1 < last and surfaces[end] in _COMPOUNDING:
            end += 2
            text = "".join(surfaces[at:end])
        else:
            text = surfaces[at] if end - at == 1 else join_tokens(surfaces[at:end])
        lexeme = _lexeme(text, rulebook)
        if lexeme is not None:
            words.append(Word(at, end, lexeme))
        at = end
    return words


def _lexeme(text: str, rulebook: Rulebook) -> Lexeme | None:
    """The lexeme of a surface, remembered by the rulebook; None for marks that no mention needs."""
    if text not in rulebook.lexemes:
        if len(rulebook.lexemes) >= _LIMIT:
            rulebook.lexemes.clear()
        rulebook.lexemes[text] = _read_lexeme(text, rulebook)
    found: Lexeme | None = rulebook.lexemes[text]
    return found


def _read_lexeme(text: str, rulebook: Rulebook) -> Lexeme | None:
    if text in _KEPT_MARKS:
        return Lexeme(text, text, (), frozenset(), is_capital=False, is_acronym=False, lists=rulebook.words.of(text))
    if not any(c.isalnum() for c in text):
        return None
    plain = text.strip("\"“”`‘’' ")  # the marks around a label cling to its words
    readings = rulebook.read(plain)
    if not readings and plain[:1].isupper() and plain.endswith("s"):
        readings = [r for r in rulebook.read(plain[:-1]) if r.lexicon == "demonyms"]
    if " " in plain:  # a listed phrase is of the sort of its last word (intelligence official)
        readings = [*readings, *(r for r in rulebook.read(plain.rpartition(" ")[2]) if r.lexicon == "source-sorts")]
    lexicons = frozenset(r.lexicon for r in readings)
    capital = plain[:1].isupper() or any(part[:1].isupper() for part in plain.split("-"))
    letters = plain.replace(".", "")
    acronym = len(letters) > 1 and letters.isalpha() and letters.isupper()
    return Lexeme(
        plain,
        plain.lower(),
        tuple(readings),
        lexicons,
        is_capital=capital,
        is_acronym=acronym,
        is_site=is_site(plain),
        lists=rulebook.words.of(plain),
    )


def join_tokens(surfaces: Iterable[str]) -> str:
    """Tokens as running text: a space before every token that does not cling to the one before."""
    text = ""
    for surface in surfaces:
        clings = not text or surface[0] in ",.;:!?)’'/" or text[-1] in "(#@/"
        text += surface if clings else " " + surface
    return text


def text_of_words(words: Sequence[Word]) -> str:
    """Words as running text."""
    return join_tokens(word.text for word in words)


def describe_words(words: Sequence[Word]) -> str:
    """Words as running text, without brackets and without marks at the edges."""
    held = [w for w in words if w.text not in ("(", ")")]
    while held and (held[-1].text in POSSESSIVE_MARKS or held[-1].text in (",", "&")):
        held.pop()
    return text_of_words(held)
