"""Whether two quotations of one utterance differ in words that both should have.

Both must have the words on either side of the difference: what stands at an edge is another cut, not another wording.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, product

from attrs import frozen
from rapidfuzz.distance import Indel

from provenance.comparing.meanings import Meanings
from provenance.comparing.quotations import Quotation, is_one_spelling, read_quotations
from provenance.comparing.statements import Statement

_GAP = 5
"""Where more words than this are between two shared stretches, other sentences stand there, or words left out."""
_ANCHOR, _SIDE = 2, 3.0
"""Shared words are a stretch if they are so many, or so telling."""
_WHOLE, _SURE, _UNSURE = 7.0, 12.0, 8.0
"""What the shared words must tell: little where both quotations begin and end alike, more for each end at which both go on,
and where they may be about two occasions."""
_BESIDE = 4.0
"""What the shared words on either side of a difference must tell, unless a quotation begins or ends there."""
_MOST_OTHER = 0.5
"""Where the words that differ tell more than this share of the shared ones, two remarks are only alike."""
_LITTLE = 1.0
"""A little word more or less is how two people hear one remark."""
_TELLING_WORDS = 2
"""Telling words that two translations of one remark have at least."""
_FEWEST_REWORDED, _REMARK = 3, 12
_SHORT = 4
_AROUND = 5
"""Words shown on either side of a difference."""


@frozen
class Drift:
    """Two wordings of one passage, each with some words around, and how much the words that differ tell."""

    one: str
    other: str
    weight: float


@frozen
class Block:
    """A run of words in each of two quotations, by their numbers there."""

    ours: range
    theirs: range


def find_drift(one: Statement, other: Statement, meanings: Meanings, *, apart: bool = False) -> Drift | None:
    """Give the most telling difference between quotations of two statements; None if no two are accounts of one passage.

    `apart` tells that the two were published so far apart that they may be about two occasions.
    """
    pairs = product(read_quotations(one, meanings), read_quotations(other, meanings))
    found = [drift for ours, theirs in pairs for drift in _drifts(ours, theirs, meanings, apart=apart)]
    return max(found, key=lambda drift: drift.weight, default=None)


def _drifts(one: Quotation, other: Quotation, meanings: Meanings, *, apart: bool) -> Iterator[Drift]:
    if one.bare == other.bare:
        return
    for passage in _passages(one, other, _SURE + _UNSURE * apart):
        found = []
        for gap in _gaps(passage, one, other):
            weight = _weigh((one.cut(gap.ours), other.cut(gap.theirs)), meanings)
            if weight:
                found.append(Drift(_show(one, gap.ours), _show(other, gap.theirs), weight))
        most = _tell(passage, one) * (1 if _is_whole(passage, one, other) else _MOST_OTHER)
        if sum(drift.weight for drift in found) <= most:
            yield from found
    for block in _find_reworded(one, other, meanings):
        yield Drift(_show(one, block.ours), _show(other, block.theirs), _LITTLE)
    if _lost_force(one.bare, other.bare, meanings):
        yield Drift(one.written, other.written, _LITTLE)


def _passages(one: Quotation, other: Quotation, least: float) -> Iterator[list[Block]]:
    """Give the stretches of each passage that two quotations share, if it is long enough to be one utterance."""
    passage: list[Block] = []
    for block in _stretches(one, other):
        if passage and _longer(_between(passage[-1], block)) > _GAP:
            if _is_one(passage, one, other, least):
                yield passage
            passage = []
        passage.append(block)
    if passage and _is_one(passage, one, other, least):
        yield passage


def _is_one(passage: Sequence[Block], one: Quotation, other: Quotation, least: float) -> bool:
    """Whether the shared words tell enough: more where both quotations go on with other words."""
    first, last = passage[0], passage[-1]
    if _is_whole(passage, one, other):
        return _tell(passage, one) >= least + _WHOLE - _SURE
    goes_before = first.ours.start > 0 and first.theirs.start > 0
    goes_on = last.ours.stop < len(one.words) and last.theirs.stop < len(other.words)
    return _tell(passage, one) >= least + _UNSURE * (goes_before + goes_on)


def _is_whole(passage: Sequence[Block], one: Quotation, other: Quotation) -> bool:
    """Whether two quotations begin and end with the same words."""
    first, last = passage[0], passage[-1]
    begin = first.ours.start == first.theirs.start == 0
    return begin and last.ours.stop == len(one.words) and last.theirs.stop == len(other.words)


def _gaps(passage: Sequence[Block], one: Quotation, other: Quotation) -> Iterator[Block]:
    """Give the places at which a passage differs, where the words on both sides are the same."""
    first, last = passage[0], passage[-1]
    opens = first.ours.start == 0 or first.theirs.start == 0
    closes = last.ours.stop == len(one.words) or last.theirs.stop == len(other.words)
    shared = sum(len(block.ours) for block in passage)
    told = list(accumulate(_tell((block,), one) for block in passage))
    for before, (block, next_block) in zip(told, pairwise(passage), strict=False):
        gap = _between(block, next_block)
        cut = _is_cut(one.bare, gap.ours, other.bare, gap.theirs) or _is_cut(other.bare, gap.theirs, one.bare, gap.ours)
        if _longer(gap) >= shared or cut:
            continue
        if (before >= _BESIDE or opens) and (told[-1] - before >= _BESIDE or closes):
            yield gap


def _between(before: Block, behind: Block) -> Block:
    """What stands between two stretches, perhaps nothing on one side."""
    return Block(range(before.ours.stop, behind.ours.start), range(before.theirs.stop, behind.theirs.start))


def _longer(block: Block) -> int:
    return max(len(block.ours), len(block.theirs))


def _is_cut(ours: Sequence[str], more: range, theirs: Sequence[str], gap: range) -> bool:
    """Whether the words that one has more are a stutter, or come at an edge of the other if matched otherwise."""
    if gap:
        return False
    before, behind = gap.start, len(theirs) - gap.stop
    if _are_alike(ours, more.stop - before, theirs, 0, before) or _are_alike(
        ours, more.start, theirs, gap.stop, behind
    ):
        return True
    size = len(more)
    return ours[more.start : more.stop] in (
        ours[more.stop : more.stop + size],
        ours[max(0, more.start - size) : more.start],
    )


def _are_alike(ours: Sequence[str], at: int, theirs: Sequence[str], start: int, size: int) -> bool:
    """Whether so many words are the same from a place of each on; nearly every time the first one tells that they are not."""
    inside = at >= 0 and at + size <= len(ours)
    return inside and all(ours[at + place] == theirs[start + place] for place in range(size))


def _tell(passage: Sequence[Block], one: Quotation) -> float:
    """How much the words tell that a passage shares, summed over its stretches."""
    return sum(one.words[at].worth for block in passage for at in block.ours)


def _stretches(one: Quotation, other: Quotation) -> Iterator[Block]:
    """Give the stretches that two quotations share in one order; a little word alone is chance, unless both begin or end with it."""
    for edit in Indel.opcodes(one.bare, other.bare):
        if edit.tag != "equal":
            continue
        block = Block(range(edit.src_start, edit.src_end), range(edit.dest_start, edit.dest_end))
        begins = block.ours.start == block.theirs.start == 0 and _begin_alike(one.bare, other.bare)
        is_last = block.ours.stop == len(one.words) and block.theirs.stop == len(other.words)
        ends = is_last and _begin_alike(one.bare[::-1], other.bare[::-1])
        if len(block.ours) >= _ANCHOR or begins or ends or one.words[block.ours.start].worth >= _SIDE:
            yield block


def _begin_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether only the second word of two quotations differs, or only one has it."""
    return any(a < len(one) and b < len(other) and one[a] == other[b] for a, b in ((2, 2), (1, 2), (2, 1)))


def _weigh(sides: tuple[Quotation, Quotation], meanings: Meanings) -> float:
    """Give how much the words tell that only one side has; nothing where they are little words, or only spelled otherwise."""
    ours, theirs = ([word for word in side.words if not _is_slight(word.bare, meanings)] for side in sides)
    bare = Quotation(tuple(ours), sides[0].text), Quotation(tuple(theirs), sides[1].text)
    if is_one_spelling(*sides) or is_one_spelling(*bare):
        return 0.0
    turned = any(meanings.sorts(word.bare) for word in (*ours, *theirs))
    weight = sum(word.worth for word in (*ours, *theirs))
    return weight if turned or weight > _LITTLE else 0.0


def _is_slight(word: str, meanings: Meanings) -> bool:
    """Whether two writers of one remark hear or leave a word out without changing what was said (*well*)."""
    return "slight" in meanings.sorts(word)


def _find_reworded(one: Quotation, other: Quotation, meanings: Meanings) -> Iterator[Block]:
    """Give where a short remark stands in another quotation in words that mean the same, as in two translations."""
    sizes = len(one.words), len(other.words)
    size = min(sizes)
    if not _FEWEST_REWORDED <= size <= _REMARK:
        return
    ours, theirs = ([meanings.of_word(word.bare) for word in side.words] for side in (one, other))
    if sum(heavy for _, heavy in min(ours, theirs, key=len)) < _TELLING_WORDS:
        return
    for at, start in product(*(range(full - size + 1) for full in sizes)):
        block = Block(range(at, at + size), range(start, start + size))
        same = ours[at : at + size] == theirs[start : start + size]
        if same and _has_other_words(one.cut(block.ours), other.cut(block.theirs), meanings):
            yield block


def _has_other_words(one: Quotation, other: Quotation, meanings: Meanings) -> bool:
    """Whether some word differs in more than its form."""
    return any(meanings.stem(a) != meanings.stem(b) for a, b in zip(one.bare, other.bare, strict=True))


def _lost_force(one: Sequence[str], other: Sequence[str], meanings: Meanings) -> bool:
    """Whether a remark of few words lacks the word of degree with which it begins elsewhere (*very*)."""
    shorter, longer = sorted((one, other), key=len)
    force = longer[: len(longer) - len(shorter)]
    return (
        len(longer) <= _SHORT and longer[len(force) :] == shorter and all("force" in meanings.sorts(w) for w in force)
    )


def _show(quotation: Quotation, words: range) -> str:
    """Some words of a quotation and those around them, with a mark where more stands before or behind."""
    first, last = max(0, words.start - _AROUND), min(len(quotation.words), words.stop + _AROUND)
    shown = quotation.cut(range(first, last)).written
    return f"{'… ' if first else ''}{shown}{' …' if last < len(quotation.words) else ''}"
