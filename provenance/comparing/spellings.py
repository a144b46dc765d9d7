"""Names to keys that do not depend on how a name was brought into Latin letters."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_GENERATION = re.compile(r"(?<=\w),? (?:Jr|Sr|II|III|IV)\.?$")
_TAILS = re.compile(r"['’]s?$")
_LATIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "t", "æ": "e", "œ": "e", "ß": "s"})
_SOUNDS = (
    ("shch", "s"),
    ("sch", "s"),
    ("tch", "ç"),
    ("ch", "ç"),
    ("kh", "h"),
    ("zh", "z"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("ts", "z"),
    ("tz", "z"),
    ("dj", "j"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("yo", "o"),
    ("ye", "e"),
    ("ya", "a"),
    ("yu", "u"),
    ("ia", "a"),
    ("ie", "e"),
    ("io", "o"),
    ("iu", "u"),
    ("ei", "i"),
    ("ey", "i"),
    ("ai", "i"),
    ("ay", "i"),
)
"""Spellings of one sound, the longer before those they hold."""
_LEAST_SKELETON = 3
_LETTERS = str.maketrans({"y": "i", "j": "i", "w": "v", "q": "k", "c": "k"})
_VOWELS = re.compile(r"[aeiouäöü]")
_REPEATED = re.compile(r"(.)\1+")


@lru_cache(maxsize=20_000)
def key_of(word: str) -> str:
    """The key of one word of a name: the same for all its usual transliterations (Sergei and Sergey)."""
    plain = unicodedata.normalize("NFKD", _TAILS.sub("", word).casefold().translate(_LATIN))
    key = "".join(character for character in plain if character.isalpha())
    for spelling, sound in _SOUNDS:
        key = key.replace(spelling, sound)
    return _REPEATED.sub(r"\1", key.translate(_LETTERS)) or plain


def keys_of(name: str) -> tuple[str, ...]:
    """The keys of the words of a name, in order, without what sets a son apart from his father (*Jr.*)."""
    return tuple(key_of(word) for word in _WORD.findall(_GENERATION.sub("", name)))


def skeleton_of(key: str) -> str:
    """The consonants of a key: vowels differ between transliterations (Mohammed and Muhammad)."""
    return key[:1] + _VOWELS.sub("", key[1:])


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, as keys, can be one person's: the same surname, and no given names that disagree.

    Given names agree if they begin alike, since one name is often translated (the Latin form of a Slavic name). Vowels
    may differ where the whole name is given both times.
    """
    if not one or not other:
        return False
    if one[-1] == other[-1]:
        return len(one) == 1 or len(other) == 1 or one[0][:1] == other[0][:1]
    return len(one) > 1 and len(one) == len(other) and all(map(_sound_alike, one, other))


def _sound_alike(one: str, other: str) -> bool:
    return skeleton_of(one) == skeleton_of(other) and len(skeleton_of(one)) >= _LEAST_SKELETON
