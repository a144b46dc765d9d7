"""How many speakers a noun group claims."""

from provenance.mentions.groups import Groups
from provenance.model import Number

_PLURALS = frozenset(
    {
        "several",
        "many",
        "some",
        "few",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "most",
        "both",
        "others",
        "numerous",
        "various",
        "all",
        "these",
        "those",
        "multiple",
        "countless",
        "more",
    }
)
_SINGULARS = frozenset({"a", "an", "one", "another", "each", "this"})
_COUNTS = frozenset({"dozen", "half-dozen", "few", "hundred", "thousand"})
"""What *a* makes a number of (*a dozen officials*)."""
_HEADS = (
    "offices",
    "unnamed-heads",
    "vague-heads",
    "spokespeople",
    "titles",
    "government-heads",
    "organisation-heads",
    "outlet-heads",
    "document-heads",
    "common-nouns",
    "reporting-nouns",
)


def number_of(groups: Groups) -> Number:
    """One or several, by the determiner, then by the form of the head."""
    first, last = groups.head[0].lower, groups.head[-1]
    counted = len(groups.head) > len(("a", "dozen")) and groups.head[1].lower in _COUNTS
    if last.has_tag("collective", "unnamed-heads", "vague-heads") and not groups.name:
        return Number.SEVERAL
    if groups.name or (first in _SINGULARS and not counted):
        return Number.ONE
    if counted or first in _PLURALS or (first.isdigit() and first != "1"):
        return Number.SEVERAL
    tags = [r.tags for r in last.readings if r.lexicon in _HEADS and ("one" in r.tags or "several" in r.tags)]
    if tags:
        return Number.SEVERAL if all("one" not in t for t in tags) else Number.ONE
    lower = last.lower
    if lower in _PLURALS:
        return Number.SEVERAL
    plural = lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "news"))
    return Number.SEVERAL if plural and not last.is_capital and not last.readings else Number.ONE
