"""What a remedy says where no finding fills it: the same advice, without the words of an article."""

import re
from collections.abc import Mapping

_PLACE = re.compile(r" \(\{\w+\}\)|'?\{(\w+)\}'?")
"""A place of a remedy with the quotation marks around it; one in brackets only adds to what is said."""
GENERAL: Mapping[str, str] = {
    "by": "whoever gave it",
    "candidates": "who it is",
    "claim": "this",
    "earlier": "the other",
    "is": "is",
    "missing": "which body or side they speak for, how they know it and why they are not named",
    "name": "one source",
    "naming": "name one of them, or say how many they are and of which body",
    "origin": "the origin",
    "reason": "the formula",
    "relay": "the outlet",
    "single": "one",
    "source": "the source",
    "words": "these words",
}
"""What stands for the words of an article."""


def generalise(template: str) -> str:
    """Fill the places of a remedy, such as `{source}`, with words that hold for every finding."""
    return _PLACE.sub(lambda place: GENERAL.get(place[1], "it") if place[1] else "", template)
