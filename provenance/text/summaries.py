"""Where the article begins: its first blocks, and the summary that databases of newspapers set above the body."""

import re
from collections.abc import Sequence

from provenance.model import Span
from provenance.text.blocks import Block, BlockKind

_FULL = re.compile(r"\W*full (?:text|story|article)\W*", re.IGNORECASE)
_TOP = 12
"""So many blocks down at most the words *full text* end a summary."""


def find_summary(blocks: Sequence[Block], text: str) -> Span | None:
    """What stands between the headline and the words *full text*: it says in short what the article tells. None without them."""
    end = next((index for index, block in enumerate(blocks[:_TOP]) if _FULL.fullmatch(block.span.of(text))), 0)
    above = [block.span for block in blocks[:end] if block.kind.is_prose and block.kind is not BlockKind.HEADLINE]
    return Span(above[0].start, above[-1].end) if above else None


def find_first(blocks: Sequence[Block], start: int, *kinds: BlockKind) -> Span | None:
    """What the first block of some kinds says that begins at `start` or behind it, None without one."""
    found = (block.body for block in blocks if block.kind in kinds and block.span.start >= start)
    return next(filter(None, found), None)
