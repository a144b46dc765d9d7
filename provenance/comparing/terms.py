"""Texts to terms: what two wordings of one statement have in common, however it was inflected, derived or spelled."""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from provenance.comparing.meanings import COUNTRY, NAME, OFFICE, Meanings
from provenance.model import Span

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d[\d.,]*\d|\w+(?:['’]\w+)?")
_MOST_WORDS = 4
"""How many words a name or phrase has at most."""


@frozen
class Term:
    """What a word or phrase stands for, and where it stands. `heavy` is False where it says little by itself."""

    key: str
    start: int
    end: int
    heavy: bool


def read_terms(text: str, span: Span, meanings: Meanings) -> list[Term]:
    """The terms of a stretch of text, in order."""
    words = list(_WORD.finditer(text, span.start, span.end))
    found: list[Term] = []
    at = 0
    while at < len(words):
        size, key, heavy = _read_longest(text, words, at, meanings)
        found.append(Term(key, words[at].start(), words[at + size - 1].end(), heavy))
        at += size
    return _surnames_only(found, text)


def find_countries(text: str, span: Span, meanings: Meanings) -> Iterator[str]:
    """The countries that a stretch of text names, be it by their people or their capitals."""
    yield from (term.key for term in read_terms(text, span, meanings) if term.key.startswith(COUNTRY))


def _read_longest(text: str, words: list[re.Match[str]], at: int, meanings: Meanings) -> tuple[int, str, bool]:
    """How many words from `at` on make one term, its key, and whether it says something by itself."""
    first = words[at]
    if meanings.opens(first.group()):
        for size in range(min(_MOST_WORDS, len(words) - at), 1, -1):
            key = meanings.of_phrase(text[first.start() : words[at + size - 1].end()])
            if key:
                return size, key, True
    return 1, *meanings.of_word(first.group())


def _surnames_only(terms: list[Term], text: str) -> list[Term]:
    """Make light what stands before the last word of a person's name: given names, titles and offices tell no more than it."""
    for index in range(len(terms) - 2, -1, -1):
        term, after = terms[index], terms[index + 1]
        if not term.key.startswith((NAME, OFFICE, COUNTRY)) or not after.key.startswith((NAME, OFFICE)):
            continue
        joined = not text[term.end : after.start].strip(" .")
        if joined and (after.key.startswith(NAME) or not after.heavy):
            terms[index] = evolve(term, heavy=False)
    return [
        evolve(term, key=term.key.removeprefix(OFFICE)) if term.heavy and term.key.startswith(OFFICE) else term
        for term in terms
    ]
