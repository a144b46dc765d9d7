"""The matches of a pattern that count: no exception takes them out, and their heads are what the pattern asks for.

A folded group is one symbol, so its words are out of a pattern's reach; `heads` in the pattern's file lists in what the
groups captured as `head` may end.
"""

from collections.abc import Iterator
from re import Match

from provenance.mentions.fold import Folded
from provenance.rulebook import CompiledPattern


def find_matches(compiled: CompiledPattern, folded: Folded) -> Iterator[Match[str]]:
    """Every match that nothing takes out, in text order."""
    for match in compiled.expression.matches(folded.symbols, folded.kinds):
        if refuse_match(match, compiled, folded) is None:
            yield match


def refuse_match(match: Match[str], compiled: CompiledPattern, folded: Folded) -> str | None:
    """What takes a match out: the id of an exception, `heads` for the words of its head group; None if nothing does."""
    for exception, expression in compiled.excepts:
        if expression.regex.match(folded.symbols, match.start()):
            return exception
    return None if _heads_hold(compiled, match, folded) else "heads"


def _heads_hold(compiled: CompiledPattern, match: Match[str], folded: Folded) -> bool:
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
