"""The words of a mention with their lexicon readings."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from provenance.mentions.fold import Folded
from provenance.rulebook import Rulebook
from provenance.rulebook.vocabulary import Reading
from provenance.tokens.symbols import Symbol

POSSESSIVE_MARKS = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
_KEPT_MARKS = POSSESSIVE_MARKS | {",", "&", "(", ")"}


@frozen
class Word:
    """A word or listed phrase: the tokens `[first, last)`, its surface, and its readings."""

    first: int
    last: int
    text: str
    readings: tuple[Reading, ...]

    @property
    def lower(self) -> str:
        """The surface in lower case."""
        return self.text.lower()

    @property
    def is_capital(self) -> bool:
        """Whether it looks like a name."""
        return self.text[:1].isupper() or ("-" in self.text and any(p[:1].isupper() for p in self.text.split("-")))

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals only, as initials are."""
        letters = self.text.replace(".", "")
        return len(letters) > 1 and letters.isalpha() and letters.isupper()

    def reading(self, *lexicons: str) -> Reading | None:
        """The first reading from one of the lexicons."""
        return next((r for r in self.readings if r.lexicon in lexicons), None)

    def is_in(self, *lexicons: str) -> bool:
        """Whether one of the lexicons lists it."""
        return any(r.lexicon in lexicons for r in self.readings)

    def has_tag(self, tag: str, *lexicons: str) -> bool:
        """Whether a reading from one of the lexicons carries a tag."""
        return any(r.lexicon in lexicons and tag in r.tags for r in self.readings)


def read_words(folded: Folded, first: int, last: int, rulebook: Rulebook) -> list[Word]:
    """The words of the tokens `[first, last)`; marks and line breaks are left out."""
    tokens, classes = folded.tokens, folded.classes
    words, at = [], first
    while at < last:
        end = at + 1
        while end < last and classes[end] == Symbol.CONTINUED:
            end += 1
        held = [tokens.surfaces[i] for i in range(at, end)]
        text = join_tokens(held) if end - at > 1 else held[0]
        if text in _KEPT_MARKS:
            words.append(Word(at, end, text, ()))
        elif any(c.isalnum() for c in text):
            words.append(_word(at, end, text, rulebook))
        at = end
    return words


def _word(first: int, last: int, text: str, rulebook: Rulebook) -> Word:
    plain = text.strip("\"“”`‘’'")
    readings = rulebook.read(plain)
    if not readings and plain[:1].isupper() and plain.endswith("s"):
        readings = [r for r in rulebook.read(plain[:-1]) if r.lexicon == "demonyms"]
    return Word(first, last, plain, tuple(readings))


def join_tokens(surfaces: Iterable[str]) -> str:
    """Tokens as running text: a space before every token that does not cling to the one before."""
    text = ""
    for surface in surfaces:
        clings = not text or surface[0] in ",.;:!?)’'" or text[-1] in "(#@"
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
