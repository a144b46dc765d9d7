"""How many speakers a noun group claims."""

from provenance.mentions.groups import Groups
from provenance.model import Number

_PLURAL = "group-words.plural"
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
    first, last = groups.head[0], groups.head[-1]
    counted = len(groups.head) > len(("a", "dozen")) and groups.head[1].is_on("group-words.counted")
    if last.has_tag("collective", "unnamed-heads", "vague-heads") and not groups.name:
        return Number.SEVERAL
    if groups.name or (first.is_on("group-words.single") and not counted):
        return Number.ONE
    if counted or first.is_on(_PLURAL) or (first.text.isdigit() and first.text != "1"):
        return Number.SEVERAL
    tags = [r.tags for r in last.readings if r.lexicon in _HEADS and ("one" in r.tags or "several" in r.tags)]
    if tags:
        return Number.SEVERAL if all("one" not in t for t in tags) else Number.ONE
    if last.is_on(_PLURAL):
        return Number.SEVERAL
    lower = last.lower
    plural = lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "news"))
    return Number.SEVERAL if plural and not last.is_capital and not last.readings else Number.ONE
