"""Whether two quotations of one utterance differ in words that both should have."""

import re

from rapidfuzz.distance import Indel

from provenance.comparing.clauses import words_of
from provenance.comparing.meanings import Meanings
from provenance.comparing.statements import Statement
from provenance.model import Form, Span

_ALIKE = 0.4
"""Share of the shorter quotation's telling words that make two quotations accounts of one."""
_SHORT, _FEW = 6, 2
"""Quotations so short are put whole or not at all: even words left out at the edge change them."""
_LEFT_OUT = re.compile(r"\.\.\.+|…")


def quotes_drift(one: Statement, other: Statement, meanings: Meanings) -> bool:
    """Whether some quotation of one statement is an account of some quotation of the other in different words."""
    return any(_drifts(a, b, meanings) for a in _quotations(one) for b in _quotations(other))


def _quotations(statement: Statement) -> list[tuple[str, ...]]:
    """The quoted stretches as words in small letters; cut where words are marked as left out, none with words put in."""
    spans: list[Span] = list(dict.fromkeys(span for clause in statement.clauses for span in clause.quoted))
    if not spans and statement.attribution.form is Form.DIRECT:
        spans = list(statement.attribution.content)
    pieces = (piece for span in spans for piece in _LEFT_OUT.split(span.of(statement.text)) if "[" not in piece)
    return [tuple(word.casefold() for word in words_of(piece, [Span(0, len(piece))])) for piece in pieces]


def _drifts(one: tuple[str, ...], other: tuple[str, ...], meanings: Meanings) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if not shorter or shorter == longer or not _are_one(shorter, longer, meanings):
        return False
    if _holds(longer, shorter):
        return len(longer) <= _SHORT and len(longer) - len(shorter) <= _FEW
    blocks = [b for b in Indel.opcodes(shorter, longer) if b.tag == "equal"]
    inner = shorter[blocks[0].src_start : blocks[-1].src_end] if blocks else ()
    outer = longer[blocks[0].dest_start : blocks[-1].dest_end] if blocks else ()
    return inner != outer or len(shorter) - len(inner) > 0


def _are_one(shorter: tuple[str, ...], longer: tuple[str, ...], meanings: Meanings) -> bool:
    """Whether two quotations share enough telling words to be accounts of one utterance."""
    ours, theirs = (
        frozenset(key for word in q for key, heavy in [meanings.of_word(word)] if heavy) for q in (shorter, longer)
    )
    shared = len(ours & theirs)
    return shared >= _FEW and shared >= _ALIKE * len(ours)


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    size = len(shorter)
    return any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))
