"""What is said about a text before it is audited: that it is too long, not English, or with characters that nobody sees."""

import re

from provenance.errors import LanguageError, ReadingError
from provenance.reading.language import ENGLISH, UNKNOWN, guess_language

_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{8,}")
_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060-\u2064]|(?<!^)\ufeff")
LONGEST = 2_000_000
"""No article has as many characters; a whole Bible has twice as many."""


def refuse_too_long(text: str, path: str | None) -> None:
    """Raise ReadingError if `text` is longer than any article."""
    if len(text) > LONGEST:
        raise ReadingError(path or "text", f"is too long for an article ({len(text):,} characters)")


def refuse_other_languages(text: str, path: str | None) -> None:
    """Raise LanguageError if `text` is not English."""
    language = guess_language(text)
    if language == UNKNOWN:
        raise LanguageError(path or "text", "is not English (its language was not recognised)")
    if language != ENGLISH:
        raise LanguageError(path or "text", f"is not English (looks {language})")


def find_hidden(text: str) -> str | None:
    """Say that a text holds characters that nobody sees; None if it holds none."""
    if text.isascii():
        return None
    marks = sum(len(found.group()) for found in _SELECTORS.finditer(text))
    if marks:
        return f"holds {marks} variation selectors in a row, such as a C2PA manifest: they are no words"
    unseen = len(_UNSEEN.findall(text))
    return f"holds {unseen} invisible character{'s' * (unseen > 1)}, which may part words" if unseen else None
