"""How a token looks, and which selectors ask for that."""

import re
from collections.abc import Sequence

from provenance.tokens.selectors import Selectors, union
from provenance.tokens.sites import is_link, is_picture, is_site

SHAPE = "shape"
"""Under what name patterns ask for it, as if it were a lexicon."""

_SUFFIX = re.compile(r"..(?:(ly)|(ing)|(ed)|([^s]s))$")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_SUFFIX_TAGS = ("ly", "ing", "ed", "plural")


class Looks:
    """The selectors that a token satisfies by its look; `listed` are what each asks for, and the selector."""

    def __init__(self, listed: Sequence[tuple[frozenset[str], Selectors]]) -> None:
        self._listed = listed
        self._known: dict[frozenset[str], Selectors] = {}

    def __call__(self, surface: str, *, known: bool) -> Selectors:
        """The selectors of a token; `known` says whether a lexicon lists it."""
        tags = shape_of(surface, known=known)
        if tags not in self._known:
            self._known[tags] = union(selector for wanted, selector in self._listed if wanted <= tags)
        return self._known[tags]


def shape_of(surface: str, *, known: bool) -> frozenset[str]:
    """How a token looks: capital, lower, upper, number, mark, handle, site, link, picture; unknown words also by their ending."""
    first = surface[0]
    if is_site(surface):
        return frozenset({"site"})
    if is_link(surface):
        return frozenset({"link", "picture"} if is_picture(surface) else {"link"})
    if first.isdigit():
        return frozenset({"number", "year"} if _YEAR.fullmatch(surface) else {"number"})
    if first in "@#" and len(surface) > 1:
        return frozenset({"handle"})
    if not first.isalpha():
        return frozenset({"mark"})
    capital = first.isupper() or (("-" in surface) and any(part[:1].isupper() for part in surface.split("-")))
    tags = {"capital" if capital else "lower", "word"}
    if len(surface) > 1 and surface.isupper():
        tags.add("upper")
    if not known:
        tags.add("unknown")
        if (suffix := _SUFFIX.search(surface)) and suffix.lastindex:
            tags.add(_SUFFIX_TAGS[suffix.lastindex - 1])
    return frozenset(tags)
