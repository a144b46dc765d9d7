"""Says what about a text makes it doubtful that it is a news article."""

import re

_PREFIX = "does not look like a news article: "
_SENTENCE_END = re.compile(r"[^\W\d_]{2,}[\"”’')\]]*[.!?]+[\"”’')\]]*(?:\s|$|(?=[A-Z]))")
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(
    r"\s*(?:(?:def|class|import|function|const|let|var|public|private|return|SELECT|INSERT)\s|#include|(?:if|for|while)\s?\(|</?\w"
    r"|[\w.]+\(.*\)[;:{]?$|[}\])]+[;,]?$|.*[;{]$|[\w.-]+\s*[:=]\s*[\"'\[{\d].*$|\"[^\"]+\":)",
)
_TABLE = re.compile(r".*?(?:\t|\s\|\s|\|.*\||[^\s,;][,;][^\s,;]+[,;]\S|\S\s{3,}\S)")
_LIST = re.compile(r"\s*(?:[-*•▪+]|\d{1,3}[.)])\s+\S")
_FORMS = ((_CODE, "it looks like program code"), (_TABLE, "it looks like a table"), (_LIST, "it is mostly a list"))
_SAMPLE = 12_000
FEWEST_WORDS = 15
"""A text with fewer words is too short for an article."""
WORDS_A_SENTENCE = 45
"""Prose has a sentence end for every so many words at least; where it has fewer, the form of the lines is looked at."""
HARDLY = 110
"""With fewer sentence ends than one for so many words a text is no prose whatever its form."""


def find_doubt(text: str) -> str | None:
    """Say why `text` hardly looks like a news article, in one clause; None if it does."""
    sample = text[:_SAMPLE]
    words = len(_WORD.findall(sample))
    if words < FEWEST_WORDS:
        return f"{_PREFIX}it has only {words} word{'' if words == 1 else 's'}"
    sentences = len(_SENTENCE_END.findall(sample))
    reason = None
    if sentences * WORDS_A_SENTENCE < words or sample.lstrip().startswith(("{", "[", "<")):
        reason = _form_of([line for line in sample.splitlines() if line.strip()])
    if reason is None and sentences * HARDLY < words:
        reason = "it has hardly any sentences"
    return _PREFIX + reason if reason else None


def _form_of(lines: list[str]) -> str | None:
    """Name the form that most lines have, if it is not prose."""
    for pattern, form in _FORMS:
        if sum(pattern.match(line) is not None for line in lines) * 5 > len(lines) * 3:
            return form
    return None
