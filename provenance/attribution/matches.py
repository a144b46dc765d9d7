"""The matches of a pattern that count: no exception takes them out, and their heads are what the pattern asks for.

A folded group is one symbol, so its words are out of a pattern's reach; `heads` in the pattern's file lists in what the
groups captured as `head` may end.
"""

from collections.abc import Iterator
from re import Match

from provenance.mentions.fold import Folded
from provenance.rulebook import CompiledPattern


def find_matches(compiled: CompiledPattern, folded: Folded) -> Iterator[Match[str]]:
    """Every match that no exception takes out and whose `head` groups hold, in text order."""
    symbols = folded.symbols
    for match in compiled.expression.matches(symbols, folded.kinds):
        if not _is_excepted(compiled, symbols, match.start()) and _heads_hold(compiled, match, folded):
            yield match


def _is_excepted(compiled: CompiledPattern, symbols: str, start: int) -> bool:
    """Whether an exception of the pattern matches where one of its matches begins."""
    return any(exception.regex.match(symbols, start) for _, exception in compiled.excepts)


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
