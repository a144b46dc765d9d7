"""What an attribution's content says, piece by piece: one attribution often holds several claims."""

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from provenance.comparing.meanings import Meanings
from provenance.comparing.terms import Term, read_terms
from provenance.model import Span, Spans

_BORDER = re.compile(
    r"\.\.\.\s*|;\s+|,\s+(?=but |which |though |although |while |and that )"
    r"|\s+(?=but )|\s+(?=and (?:that|put|will|would|has|have|had|is|are|was|were) )|\s+in exchange for\s+"
)
_ANOTHER = re.compile(r",\s+(?=and )")
"""Where another clause may begin, if the words before have a verb and those behind one that a subject asks for."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|cannot|could|may|might|must|shall|should|do|does|did)\b|n['’]t\b"
)
_AFTER = 150
_QUOTED = re.compile(r"[\"“«]([^\"”»]+)[\"”»]?|‘([^’]+)’(?!\w)")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
Piece = tuple[Span, tuple[Term, ...]]
_FEWEST = 2
"""How many telling words a clause has at least; shorter ones stay with the clause before."""


@frozen
class Clause:
    """One claim of a statement: where it stands, its terms, and the quoted stretches in it.

    `keys` are the terms that say something; `context` those of what it points back to.
    """

    span: Span
    terms: tuple[Term, ...]
    quoted: Spans
    keys: frozenset[str]
    context: frozenset[str] = frozenset()


def read_clauses(content: Spans, pieces: Iterable[Span], text: str, meanings: Meanings) -> tuple[Clause, ...]:
    """Cut the content of an attribution into clauses; `pieces` are its sentences."""
    quoted = tuple(find_quoted(content, text))
    read = [(span, tuple(read_terms(text, span, meanings))) for piece in pieces for span in _cut(piece, text, meanings)]
    return tuple(
        Clause(span, found, tuple(q for q in quoted if q.overlaps(span)), frozenset(t.key for t in found if t.heavy))
        for span, found in _join_short(read)
    )


def find_quoted(content: Spans, text: str) -> Iterator[Span]:
    """Give the stretches of a content that stand in quotation marks, without the marks."""
    for part in content:
        for match in _QUOTED.finditer(text, part.start, part.end):
            yield Span(*match.span(match.lastindex or 0))


def words_of(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """The words of some spans as they stand there."""
    return tuple(word.replace("’", "'") for span in spans for word in _WORD.findall(text, span.start, span.end))


def _cut(part: Span, text: str, meanings: Meanings) -> Iterator[Span]:
    cuts = list(_BORDER.finditer(text, part.start, part.end))
    for match in _ANOTHER.finditer(text, part.start, part.end):
        begin = max((cut.end() for cut in cuts if cut.end() <= match.start()), default=part.start)
        behind = text[match.end() : min(part.end, match.end() + _AFTER)]
        if _FINITE.search(behind) and any(map(meanings.is_verb, text[begin : match.start()].split())):
            cuts.append(match)
    cuts.sort(key=lambda cut: cut.start())
    starts = [part.start, *(match.end() for match in cuts)]
    ends = [*(match.start() for match in cuts), part.end]
    yield from (Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end)


def _join_short(pieces: Iterable[Piece]) -> list[Piece]:
    """Let a piece that says too little by itself go with the piece before it, or the first with the next."""
    joined: list[Piece] = []
    for span, terms in pieces:
        if joined and (_is_short(terms) or _is_short(joined[-1][1])):
            before, held = joined[-1]
            joined[-1] = (Span(before.start, span.end), (*held, *terms))
        else:
            joined.append((span, terms))
    return joined


def _is_short(terms: Iterable[Term]) -> bool:
    return sum(term.heavy for term in terms) < _FEWEST
