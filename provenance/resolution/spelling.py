"""Surnames that an article once spells wrongly: *Ada Lindqvist ... Lindquist said*."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import chain
from typing import Any

from provenance.rulebook import Rulebook

_SHORTEST = 5
"""Letters below which another spelling is as good as another name."""


def find_misspelt(surfaces: Sequence[str], surnames: Mapping[str, Any], rulebook: Rulebook) -> dict[str, Any]:
    """Capitalised words that no lexicon lists, one letter from the surname of a full name, under what that is mapped to."""
    alike: dict[str, list[str]] = defaultdict(list)
    for surname in sorted(surnames):
        if len(surname) >= _SHORTEST and surnames[surname]:
            for shorter in _without_a_letter(surname):
                alike[shorter].append(surname)
    held = {word.lower() for people in surnames.values() for p in people for form in p.forms for word in form.split()}
    firsts = frozenset(surname[0].upper() for surname in chain.from_iterable(alike.values()))
    found = {}
    for surface in _names_among(surfaces, firsts):
        lower = surface.lower()
        if lower in held or rulebook.read(surface):
            continue
        near = sorted({s for shorter in _without_a_letter(lower) for s in alike.get(shorter, ())})
        known = next((s for s in near if _is_one_letter_off(lower, s)), None)
        if known is not None:
            found[lower] = surnames[known]
    return found


def _names_among(surfaces: Sequence[str], firsts: Container[str]) -> list[str]:
    """The different long words that begin with one of some capitals, and are not all capitals."""
    return [s for s in {*surfaces} if s[0] in firsts and len(s) >= _SHORTEST and not s.isupper()]


def _without_a_letter(word: str) -> set[str]:
    """A word, and what is left of it without one letter behind the first: words that are one letter off share some of it."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}


def _is_one_letter_off(word: str, name: str) -> bool:
    """Whether one letter was changed, left out or put in, but for an *s* at the end, or two neighbours changed places."""
    if abs(len(word) - len(name)) > 1 or word == name or word in (name + "s", name[:-1] * name.endswith("s")):
        return False
    same = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    rest, other = word[same:], name[same:]
    swapped = len(word) == len(name) and rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return swapped or other[1:] in (rest, rest[1:]) or rest[1:] == other
