"""Tells English from other languages by the share of function words, and by script."""

import re
from collections import Counter
from functools import cache

from provenance.reading.function_words import ENGLISH_WORDS, OTHER_WORDS, SCRIPT_LETTERS, SCRIPTS

ENGLISH = "English"
UNKNOWN = "unknown"

_SAMPLE = 30_000
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_CONTRACTED = re.compile(r"['’](?:s|t|m|d|re|ve|ll)\b", re.IGNORECASE)
"""What follows the apostrophe in English, so that it is not taken for the one-letter words of other languages."""
_BEYOND_LATIN = re.compile("[^\x00-\u024f\u1e00-\u1eff\u2000-\u20ff]")
"""Neither a Latin letter nor a mark: where there is hardly any, no script has to be looked for."""
_ENGLISH = tuple(dict.fromkeys(ENGLISH_WORDS.split()))
_OTHERS = {language: tuple(dict.fromkeys(words.split())) for language, words in OTHER_WORDS.items()}

FEWEST_LETTERS = 20
"""With fewer letters of another script nothing is refused."""
FEWEST_WORDS = 10
"""A shorter text in Latin script is always taken for English."""
SURE_WORDS = 40
"""From so many words on the shares can be trusted as they are; shorter texts need twice the evidence."""
FEWEST_DIFFERENT = 4
"""So many different function words of another language a text must hold to be taken for it."""
LEAST_SHARE = 0.10
"""A language is recognised if so many of the words are its function words; prose has .25 to .5."""
LEAST_ENGLISH = 0.03
"""Prose with fewer English function words is in no language that is listed here."""


def is_english(text: str) -> bool:
    """Whether `text` is English, or too short to tell."""
    return guess_language(text) == ENGLISH


def guess_language(text: str) -> str:
    """Name the language of `text` in English; UNKNOWN for prose in none that is listed, ENGLISH where it is too short.

    Foreign quotations in an English text do not matter as long as most of the text is English.
    """
    sample = text if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + text[-_SAMPLE // 2 :]
    if script := _other_script(sample):
        return script
    words = Counter(_LATIN.findall(_CONTRACTED.sub("", sample).lower()))
    count = words.total()
    if count < FEWEST_WORDS:
        return ENGLISH
    english = _share(words, _ENGLISH, count)
    best, other = max((_share(words, listed, count), language) for language, listed in _OTHERS.items())
    sure = count >= SURE_WORDS
    varied = sum(word in words for word in _OTHERS[other]) >= FEWEST_DIFFERENT
    if best >= LEAST_SHARE and best > english * (1.15 if sure else 2) and varied:
        return other
    return UNKNOWN if sure and english < LEAST_ENGLISH and _is_prose(sample) else ENGLISH


def _share(words: Counter[str], listed: tuple[str, ...], count: int) -> float:
    """Return which part of `count` words is among the listed ones."""
    return sum(words[word] for word in listed) / count


def _other_script(sample: str) -> str | None:
    """Name the language of a text that is mostly not in Latin letters; None if it is, or is too short."""
    if len(_BEYOND_LATIN.findall(sample)) < FEWEST_LETTERS:
        return None
    foreign = len(_letters("".join(SCRIPTS.values())).findall(sample))
    if foreign < FEWEST_LETTERS or foreign * 2 <= sum(map(len, _LATIN.findall(sample))):
        return None
    counts = {language: len(_letters(letters).findall(sample)) for language, letters in SCRIPTS.items()}
    if counts["Japanese"] * 20 > foreign:
        return "Japanese"
    language = max(counts, key=counts.__getitem__)
    for other, letters in SCRIPT_LETTERS.get(language, ()):
        if sum(map(sample.count, letters)) * 100 > foreign:
            return other
    return language


@cache
def _letters(ranges: str) -> re.Pattern[str]:
    """An expression for one letter of a script."""
    return re.compile(f"[{ranges}]")


def _is_prose(sample: str) -> bool:
    """Whether a text reads like sentences: most words in small letters, and full stops after words."""
    small = len(re.findall(r"\b[a-zß-ÿ]{2,}\b", sample))
    stops = len(re.findall(r"[a-zß-ÿ]{2,}[.!?](?:\s|$)", sample))
    return small * 2 > len(_LATIN.findall(sample)) and stops * 60 > small
