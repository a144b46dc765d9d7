"""Quotations as words that can be compared, however they were spelled or shortened."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import frozen

from provenance.comparing.meanings import Meanings
from provenance.comparing.statements import Statement
from provenance.model import Form, Span

_LEFT_OUT = re.compile(r"\.\s?\.\s?\.[\s.]*|…|\[[^\]]*\]|\([^)]*\)|https?://\S+|[@#]\w+")
_WORD = re.compile(
    r"\b[A-Za-z](?:\*+|-{2,}|[—–]-?)[a-z]{0,2}(?!\w)|(?:[^\W\d_]\.){2,}|[A-Z]\w{1,4}\.(?= \w)|\d[\d.,]*\d|\w[\w*]*(?:['’]\w+)?"
)
_SHORTENED = re.compile(r"['’]|^[A-Z]{2,}$|\.$|[*—–]|--")


@frozen
class Word:
    """One word of a quotation: as it is compared, how much it tells, and where it stands."""

    bare: str
    worth: float
    span: Span


@frozen
class Quotation:
    """Some words in quotation marks, and the text in which they stand."""

    words: tuple[Word, ...]
    text: str

    @property
    def written(self) -> str:
        """The words as written, in one line."""
        return " ".join(self.text[self.words[0].span.start : self.words[-1].span.end].split())

    @cached_property
    def bare(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.bare for word in self.words)

    def cut(self, words: range) -> "Quotation":
        """Some of the words, by their numbers."""
        return Quotation(self.words[words.start : words.stop], self.text)


def read_quotations(statement: Statement, meanings: Meanings) -> list[Quotation]:
    """The quoted stretches as words; cut where words are marked as left out or put in."""
    spans: list[Span] = list(dict.fromkeys(span for clause in statement.clauses for span in clause.quoted))
    if not spans and statement.attribution.form is Form.DIRECT:
        spans = list(statement.attribution.content)
    pieces = [piece for span in spans for piece in _without_marks(span, statement.text)]
    read = (tuple(_read_words(piece, statement.text, meanings)) for piece in pieces)
    return [Quotation(words, statement.text) for words in read if words]


def _without_marks(span: Span, text: str) -> Iterator[Span]:
    start = span.start
    for mark in _LEFT_OUT.finditer(text, span.start, span.end):
        yield Span(start, mark.start())
        start = mark.end()
    yield Span(start, max(start, span.end))


def _read_words(span: Span, text: str, meanings: Meanings) -> Iterator[Word]:
    for match in _WORD.finditer(text, span.start, span.end):
        bare = match.group().casefold().replace("’", "'").replace(".", "").replace("s's", "s")
        yield Word(meanings.spelled(bare), meanings.worth(match.group()), Span(*match.span()))


def _squeeze(words: Sequence[Word]) -> str:
    return "".join(character for word in words for character in word.bare if character.isalnum())


def is_one_spelling(one: Quotation, other: Quotation) -> bool:
    """Whether two sides have the same letters, or one is the other cut short (it's: it is; U.S.: United States)."""
    if _squeeze(one.words) == _squeeze(other.words):
        return True
    shorter, longer = sorted((one, other), key=lambda side: len(_squeeze(side.words)))
    short, letters = _squeeze(shorter.words), iter(long := _squeeze(longer.words))
    if not any(_SHORTENED.search(word.span.of(shorter.text)) for word in shorter.words) or short[:1] != long[:1]:
        return False
    return all(letter in letters for letter in short)
