"""What stands in conversations and live blogs and is nobody's words: stage directions, time codes, a reporter's initials."""

import re
from collections.abc import Iterator, Sequence

from provenance.model.span import Span
from provenance.text.blocks import Block, BlockKind
from provenance.text.prefixes import STAMP

FEWEST_POSTS = 2
"""So many times of day at the head of paragraphs make a live blog."""
_HEARD = (
    r"applause|laughter|laughs?|laughing|chuckles?|cheers|cheering|boos|booing|cross-?\s?talk|inaudible|unintelligible|"
    r"indiscernible|pauses?|silence|sighs?|smiles|music|playing|overlapping|interrupting|gestures|nods|gunfire|bell rings|"
    r"foreign language|speaks in [A-Z][a-z]+|through (?:an )?interpreter|technical difficulties|commercial break|"
    r"(?:(?:begin|end|start of) )?(?:video|audio) ?(?:clips?|tapes?)(?: (?:plays|played|ends))?|off[- ](?:mike|mic|camera)|"
    r"end of (?:transcript|recording)"
)
DIRECTION = re.compile(
    rf"[(\[]\s?(?:(?:[A-Za-z]+ )?(?:{_HEARD})(?:(?:,| and|;) (?:{_HEARD}))*[.!]?|\d{{1,2}}:\d\d(?::\d\d)?)\s?[)\]][.]?",
    re.IGNORECASE,
)
"""*(Applause.)*, *[laughs]*, *(END VIDEO CLIP)*, *[00:14:05]*."""
INITIALS = re.compile(r"(?<=[.!?\"”’])\s+(?:[-–—]\s?[A-Z]{2,3}|[(\[][A-Za-z]{2,3}[)\]])\Z")
"""A reporter's initials at the end of a post: *– PL*, *(mr)*."""


def find_directions(text: str, blocks: Sequence[Block]) -> list[Span]:
    """Find the stage directions and time codes of a conversation, in text order; none before its first turn."""
    first = next((b.start for b in blocks if b.kind is BlockKind.SPEECH), None)
    return [] if first is None else [Span(*found.span()) for found in DIRECTION.finditer(text, first)]


def find_initials(text: str, blocks: Sequence[Block]) -> list[Span]:
    """Find the initials of reporters at the end of paragraphs of a live blog, in text order."""
    return list(_initials(text, blocks)) if find_posts(text, blocks) else []


def find_posts(text: str, blocks: Sequence[Block]) -> list[int]:
    """Find where the posts of a live blog begin, as code points; none in an article of another form."""
    starts = [block.start for block in blocks if is_post(text, block)]
    return starts if len(starts) >= FEWEST_POSTS else []


def is_post(text: str, block: Block) -> bool:
    """Whether a paragraph opens with a live blog's time, or is one."""
    dated = block.kind is BlockKind.HEADING or block.body_start > block.start
    return dated and STAMP.match(text, block.start, block.end) is not None


def _initials(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    for block in blocks:
        if block.kind.is_prose:
            found = INITIALS.search(text[max(block.body_start, block.end - 8) : block.end])
            if found:
                start = block.end - len(found.group().lstrip())
                yield Span(start, block.end)
