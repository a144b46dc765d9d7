"""What a pattern asks of the words inside a noun group: that the group captured as `head` ends in one of its `heads`.

A folded group is one symbol, so its words are out of a pattern's reach; `heads` in the pattern's file lists them.
"""

from re import Match

from provenance.mentions.fold import Folded
from provenance.rulebook import CompiledPattern


def heads_hold(compiled: CompiledPattern, match: Match[str], folded: Folded) -> bool:
    """Whether every `head` group of a match ends in one of the words that the pattern lists."""
    groups = compiled.expression.groups.get("head")
    if not groups:
        return True
    heads = compiled.pattern.fields.get("heads", ())
    for group in groups:
        start, end = match.span(group)
        if end > start and folded.tokens.surfaces[folded.first[end] - 1].lower() not in heads:
            return False
    return True
