"""Says what about a text makes it doubtful that it is a news article."""

import re

_PREFIX = "does not look like a news article: "
_SENTENCE_END = re.compile(r"[^\W\d_]{2,}[\"”’')\]]*[.!?]+[\"”’')\]]*(?:\s|$)")
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(
    r"^\s*(?:def |class |import |from \w+ import|function\b|const |let |var |public |private |#include|return\b|if \(|for \(|while \(|"
    r"SELECT |INSERT |</?\w+|[\w.]+\(.*\)[;:{]?$|[}\])]+[;,]?$|.*[;{]$|[\w-]+\s*[:=]\s*[\"'\[{\d].*$|\"[^\"]+\":)",
)
_ITEM = re.compile(r"\s*(?:[-*•▪+]|\d{1,3}[.)])\s+\S")
_CELLS = re.compile(r"\t|\s\|\s|\|.*\||[^\s,][,;][^\s,]+[,;]\S|\S\s{3,}\S")
_SAMPLE = 40_000
FEWEST_WORDS = 25
"""A text with fewer words is too short for an article."""
WORDS_A_SENTENCE = 90
"""Prose has a sentence end for every so many words at least."""


def find_doubt(text: str) -> str | None:
    """Say why `text` hardly looks like a news article, in one clause; None if it does."""
    sample = text[:_SAMPLE]
    words = len(_WORD.findall(sample))
    if words < FEWEST_WORDS:
        return f"{_PREFIX}it has only {words} word{'' if words == 1 else 's'}"
    lines = [line for line in sample.splitlines() if line.strip()]
    reason = _form_of(lines)
    if reason is None and len(_SENTENCE_END.findall(sample)) * WORDS_A_SENTENCE < words:
        reason = "it has hardly any sentences"
    return _PREFIX + reason if reason else None


def _form_of(lines: list[str]) -> str | None:
    """Name the form that most lines have, if it is not prose."""
    short = [line for line in lines if not _is_prose(line)]
    if len(lines) < 4 or len(short) * 2 <= len(lines):  # noqa: PLR2004
        return None
    for pattern, form in ((_CODE, "it looks like program code"), (_CELLS, "it looks like a table"), (_ITEM, "it is mostly a list")):
        if sum(pattern.match(line) is not None or (form.endswith("table") and pattern.search(line) is not None) for line in short) * 2 > len(lines):
            return form
    return None


def _is_prose(line: str) -> bool:
    """Whether a line holds a sentence of some length."""
    return len(line) > 80 and bool(_SENTENCE_END.search(line))  # noqa: PLR2004
