"""Whether two quotations of one utterance differ in words that both should have.

Both must have the words on either side of the difference: what stands at an edge is another cut, not another wording.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, product

from attrs import frozen
from rapidfuzz.distance import Indel

from provenance.comparing.meanings import Meanings
from provenance.comparing.quotations import Quotation, Word, is_one_spelling, read_quotations
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


Block = tuple[int, int, int, int]
"""From and to in the one quotation, from and to in the other."""


def find_drift(one: Statement, other: Statement, meanings: Meanings, *, apart: bool = False) -> Drift | None:
    """Give the most telling difference between quotations of two statements; None if no two are accounts of one passage.

    `apart` tells that the two were published so far apart that they may be about two occasions.
    """
    pairs = product(read_quotations(one, meanings), read_quotations(other, meanings))
    found = [drift for ours, theirs in pairs for drift in _drifts(ours, theirs, meanings, apart=apart)]
    return max(found, key=lambda drift: drift.weight, default=None)


def _drifts(one: Quotation, other: Quotation, meanings: Meanings, *, apart: bool) -> Iterator[Drift]:
    ours, theirs = ([word.bare for word in quotation.words] for quotation in (one, other))
    if ours == theirs:
        return
    for passage in _passages(one, other, _SURE + _UNSURE * apart):
        found = []
        for gap in _gaps(passage, one, other):
            weight = _weigh((one.cut(gap[0], gap[1]), other.cut(gap[2], gap[3])), meanings)
            if weight:
                found.append(Drift(_show(one, gap[0], gap[1]), _show(other, gap[2], gap[3]), weight))
        if sum(drift.weight for drift in found) <= _tell(passage, one) * (
            1 if _is_whole(passage, one, other) else _MOST_OTHER
        ):
            yield from found
    for start, end in _find_reworded(one, other, meanings):
        yield Drift(_show(one, start[0], end[0]), _show(other, start[1], end[1]), _LITTLE)
    if _lost_force(ours, theirs, meanings):
        yield Drift(one.written, other.written, _LITTLE)


def _passages(one: Quotation, other: Quotation, least: float) -> Iterator[list[Block]]:
    """Give the stretches of each passage that two quotations share, if it is long enough to be one utterance."""
    passage: list[Block] = []
    for block in _stretches(one, other):
        if passage and max(block[0] - passage[-1][1], block[2] - passage[-1][3]) > _GAP:
            if _is_one(passage, one, other, least):
                yield passage
            passage = []
        passage.append(block)
    if passage and _is_one(passage, one, other, least):
        yield passage


def _is_one(passage: Sequence[Block], one: Quotation, other: Quotation, least: float) -> bool:
    """Whether the shared words tell enough: more where both quotations go on with other words."""
    first, last = passage[0], passage[-1]
    opens = first[0] > 0 and first[2] > 0
    closes = last[1] < len(one.words) and last[3] < len(other.words)
    return _tell(passage, one) >= least + (
        _WHOLE - _SURE if _is_whole(passage, one, other) else _UNSURE * (opens + closes)
    )


def _is_whole(passage: Sequence[Block], one: Quotation, other: Quotation) -> bool:
    """Whether two quotations begin and end with the same words."""
    first, last = passage[0], passage[-1]
    return (first[0], first[2], last[1], last[3]) == (0, 0, len(one.words), len(other.words))


def _gaps(passage: Sequence[Block], one: Quotation, other: Quotation) -> Iterator[Block]:
    """Give the places at which a passage differs, where the words on both sides are the same."""
    opens = passage[0][0] == 0 or passage[0][2] == 0
    closes = passage[-1][1] == len(one.words) or passage[-1][3] == len(other.words)
    shared = sum(block[1] - block[0] for block in passage)
    bare = [[word.bare for word in quotation.words] for quotation in (one, other)]
    told = list(accumulate(_tell((block,), one) for block in passage))
    for before, ((_, start, _, start2), (end, _, end2, _)) in zip(told, pairwise(passage), strict=False):
        if max(end - start, end2 - start2) >= shared:
            continue
        gaps = (start, end), (start2, end2)
        if _is_cut(bare[0], gaps[0], bare[1], gaps[1]) or _is_cut(bare[1], gaps[1], bare[0], gaps[0]):
            continue
        if (before >= _BESIDE or opens) and (told[-1] - before >= _BESIDE or closes):
            yield start, end, start2, end2


def _is_cut(ours: Sequence[str], more: tuple[int, int], theirs: Sequence[str], gap: tuple[int, int]) -> bool:
    """Whether the words that one has more are a stutter, or come at an edge of the other if matched otherwise."""
    if gap[0] < gap[1]:
        return False
    before, behind = gap[0], len(theirs) - gap[1]
    if _are_alike(ours, more[1] - before, theirs, 0, before) or _are_alike(ours, more[0], theirs, gap[1], behind):
        return True
    size = more[1] - more[0]
    return ours[more[0] : more[1]] in (ours[more[1] : more[1] + size], ours[max(0, more[0] - size) : more[0]])


def _are_alike(ours: Sequence[str], at: int, theirs: Sequence[str], start: int, size: int) -> bool:
    """Whether so many words are the same from a place of each on; nearly every time the first one tells that they are not."""
    inside = at >= 0 and at + size <= len(ours)
    return inside and all(ours[at + place] == theirs[start + place] for place in range(size))


def _tell(passage: Sequence[Block], one: Quotation) -> float:
    """How much the words tell that a passage shares, summed over its stretches."""
    return sum(word.worth for block in passage for word in one.words[block[0] : block[1]])


def _stretches(one: Quotation, other: Quotation) -> Iterator[Block]:
    """Give the stretches that two quotations share in one order; a little word alone is chance, unless both begin or end with it."""
    ours, theirs = ([word.bare for word in quotation.words] for quotation in (one, other))
    for block in Indel.opcodes(ours, theirs):
        if block.tag != "equal":
            continue
        begins = block.src_start == block.dest_start == 0 and _begin_alike(ours, theirs)
        ends = (block.src_end, block.dest_end) == (len(ours), len(theirs)) and _begin_alike(ours[::-1], theirs[::-1])
        size = block.src_end - block.src_start
        if size >= _ANCHOR or begins or ends or one.words[block.src_start].worth >= _SIDE:
            yield block.src_start, block.src_end, block.dest_start, block.dest_end


def _begin_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether only the second word of two quotations differs, or only one has it."""
    return any(one[a : a + 1] == other[b : b + 1] != [] for a, b in ((2, 2), (1, 2), (2, 1)))


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


def _find_reworded(one: Quotation, other: Quotation, meanings: Meanings) -> Iterator[tuple[tuple[int, int], ...]]:
    """Give where a short remark stands in another quotation in words that mean the same, as in two translations."""
    sizes = len(one.words), len(other.words)
    size = min(sizes)
    if not _FEWEST_REWORDED <= size <= _REMARK:
        return
    ours, theirs = ([meanings.of_word(word.bare) for word in side.words] for side in (one, other))
    if sum(heavy for _, heavy in min(ours, theirs, key=len)) < _TELLING_WORDS:
        return
    for at, start in product(*(range(full - size + 1) for full in sizes)):
        if ours[at : at + size] == theirs[start : start + size] and _has_other_words(
            one.words[at : at + size], other.words[start : start + size], meanings
        ):
            yield (at, start), (at + size, start + size)


def _has_other_words(one: Sequence[Word], other: Sequence[Word], meanings: Meanings) -> bool:
    """Whether some word differs in more than its form."""
    return any(meanings.stem(a.bare) != meanings.stem(b.bare) for a, b in zip(one, other, strict=True))


def _lost_force(one: Sequence[str], other: Sequence[str], meanings: Meanings) -> bool:
    """Whether a remark of few words lacks the word of degree with which it begins elsewhere (*very*)."""
    shorter, longer = sorted((one, other), key=len)
    force = longer[: len(longer) - len(shorter)]
    return (
        len(longer) <= _SHORT and longer[len(force) :] == shorter and all("force" in meanings.sorts(w) for w in force)
    )


def _show(quotation: Quotation, start: int, end: int) -> str:
    """The words of a quotation around a place, with a mark where more stands before or behind."""
    first, last = max(0, start - _AROUND), min(len(quotation.words), end + _AROUND)
    shown = quotation.cut(first, last).written
    return f"{'… ' if first else ''}{shown}{' …' if last < len(quotation.words) else ''}"
