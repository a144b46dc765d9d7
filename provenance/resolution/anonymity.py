"""Adds what the sentence says about a source's namelessness: how they know, terms and reason."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from attrs import evolve

from provenance.attribution.draft import Draft
from provenance.attribution.sources import sentence_start
from provenance.mentions.fold import Folded
from provenance.mentions.words import join_tokens
from provenance.model import Anonymity, Naming, Source
from provenance.resolution.phrases import PhraseFinder, finder_of
from provenance.rulebook import Rulebook
from provenance.tokens.symbols import Symbol

_END = re.compile(f"[{Symbol.STOP}{Symbol.BREAK}{Symbol.BREAK_CLOSE}{Symbol.VOID}]")
_REASON_LENGTH = 14
"""Tokens of a reason that are kept as its words."""
_SHORTEST = 3
"""Tokens of a reason before a mark may end it: *because, she said, the talks go on*."""
_JOINED = 4
"""Tokens before further terms within which *and* joins them: *because the talks go on, and would speak only unnamed*."""
_CUTS = frozenset({",", "(", "\u2014", "\u2013", '"', "\u201c", "\u201d", "''"})
"""Marks behind which something else begins: *as the topic is sensitive, the official said*."""
_BASIS_LENGTH = 8
"""Tokens behind a source in which how they know is looked for, and kept as its words."""
_LEXICONS = ("anonymity-terms", "anonymity-reasons", "knowledge-bases")
_Reason = tuple[int, str, bool]
_SENTENCES = 3
"""Sentences behind an unnamed source in which its terms may follow."""
_NEAR = 2
"""Tokens behind the terms within which a single word (*because*, *as*) opens the reason."""


def complete_anonymity(source: Source, draft: Draft, folded: Folded, rulebook: Rulebook) -> Source:
    """The source with how they know, the terms and the reason that stand in its sentence, if it is unnamed."""
    finders = _finders(rulebook)
    if source.naming is not Naming.UNNAMED or source.anonymity is None or draft.source is None or finders is None:
        return source
    source = _with_basis(
        source, source.anonymity, folded.tokens.surfaces[draft.source[1] : draft.source[1] + _BASIS_LENGTH], finders[2]
    )
    return _with_terms(source, draft.source[0], folded, finders)


def _with_basis(source: Source, anonymity: Anonymity, behind: list[str], finder: PhraseFinder) -> Source:
    """How they know, where it stands right behind the source's words: *an official briefed on the talks*."""
    found = next(finder.find([s.lower() for s in behind]), None)
    if anonymity.basis is not None or found is None or found[0] > 0:
        return source
    basis = join_tokens(takewhile(lambda surface: surface[0].isalnum(), behind))
    points = (*anonymity.points, ("basis", basis))
    return evolve(source, anonymity=evolve(anonymity, basis=basis, specificity=len(points), points=points))


def _with_terms(source: Source, token: int, folded: Folded, finders: Sequence[PhraseFinder]) -> Source:
    first = folded.first[sentence_start(folded, folded.unit_at(token))]
    return _bound_by(source, first, _sentence_end(folded, first), folded, finders)


def _sentence_end(folded: Folded, first: int) -> int:
    """The token at which the sentence that begins at a token is over."""
    end = _END.search(folded.classes, first)
    return end.start() if end else len(folded.classes)


def _bound_by(source: Source, first: int, last: int, folded: Folded, finders: Sequence[PhraseFinder]) -> Source:
    """The source under the terms and with the reason that the tokens `[first, last)` tell, if they tell any."""
    if source.anonymity is None:
        return source
    surfaces = folded.tokens.surfaces[first:last]
    lowered = [s.lower().replace("’", "'") for s in surfaces]
    terms = next(finders[0].find(lowered), None)
    if terms is None:
        return source
    reason = _reason(lowered, terms[0], terms[1], finders[1])
    ends = [start for start, _, _ in finders[0].find(lowered)]
    anonymity = evolve(source.anonymity, terms=join_tokens(surfaces[terms[0] : terms[1]]))
    return evolve(source, anonymity=anonymity if reason is None else _with_reason(anonymity, reason, surfaces, ends))


def carry_terms(
    drafts: Sequence[Draft], sources: Sequence[Source | None], folded: Folded, rulebook: Rulebook
) -> list[Source | None]:
    """The sources with the terms of a sentence of its own behind them: *The diplomat spoke on condition of anonymity*."""
    resolved, finders = list(sources), _finders(rulebook)
    unnamed = sorted((d.source[1], i) for i, d in enumerate(drafts) if d.source and _is_unnamed(resolved[i]))
    nearest = [*(token for token, _ in unnamed[1:]), len(folded.classes)]
    for (token, index), following in zip(unnamed, nearest, strict=False):
        if not _is_unbound(resolved[index]):
            continue
        source, at = resolved[index], folded.first[sentence_start(folded, folded.unit_at(token - 1))]
        for _ in range(_SENTENCES):
            at = _next_sentence(folded, at)
            end = _sentence_end(folded, at)
            if finders is None or source is None or following < end:
                break
            source = resolved[index] = _bound_by(source, at, end, folded, finders)
    return resolved


def _is_unnamed(source: Source | None) -> bool:
    return source is not None and source.anonymity is not None


def _is_unbound(source: Source | None) -> bool:
    """Whether somebody is unnamed, and nothing is known of the terms."""
    return source is not None and source.anonymity is not None and source.anonymity.terms is None


def _next_sentence(folded: Folded, token: int) -> int:
    """The first token of the sentence behind the one that begins at a token."""
    end = _sentence_end(folded, token)
    while end < len(folded.classes) and _END.match(folded.classes, end):
        end += 1
    return end


def _with_reason(anonymity: Anonymity, reason: _Reason, surfaces: list[str], terms: Sequence[int]) -> Anonymity:
    """The record with the words of the reason, up to a mark or to *and spoke on condition of anonymity*."""
    start, kind, rote = reason
    lowest = start + _SHORTEST
    joints = (at for term in terms for at in range(max(lowest, term - _JOINED), term) if surfaces[at].lower() == "and")
    words = surfaces[start : min(start + _REASON_LENGTH, next(joints, len(surfaces)))]
    end = next((i for i, word in enumerate(words) if i >= _SHORTEST and word in _CUTS), None)
    return evolve(anonymity, reason=join_tokens(words[:end]), reason_class=kind, rote=rote)


def _reason(lowered: list[str], first: int, last: int, finder: PhraseFinder) -> _Reason | None:
    """The reason behind the terms `[first, last)`: where it begins, and the class of what it says, a formula or not.

    A word that only introduces a reason (*because*) tells no class; what follows it in the sentence does.
    """
    begin: int | None = None
    for start, end, entry in finder.find(lowered[first:]):
        if begin is None and (end - start > 1 or first + start - last <= _NEAR):
            begin = first + start
        if begin is not None and "class" in entry.fields and entry.fields["class"] != "other":
            return begin, str(entry.fields["class"]), bool(entry.fields.get("rote"))
    return None if begin is None else (begin, "other", False)


@lru_cache(maxsize=8)
def _finders(rulebook: Rulebook) -> tuple[PhraseFinder, ...] | None:
    """The finders of terms, reasons and bases, if the rules have them."""
    lexicons = {lexicon.id.rpartition("/")[2]: lexicon for lexicon in rulebook.pack.lexicons}
    if not lexicons.keys() >= set(_LEXICONS):
        return None
    return tuple(finder_of(lexicons[name]) for name in _LEXICONS)
