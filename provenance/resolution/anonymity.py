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
_BASIS_LENGTH = 8
"""Tokens behind a source in which how they know is looked for, and kept as its words."""
_LEXICONS = ("anonymity-terms", "anonymity-reasons", "knowledge-bases")
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
    return evolve(source, anonymity=evolve(anonymity, basis=basis, specificity=min(5, anonymity.specificity + 1)))


def _with_terms(source: Source, token: int, folded: Folded, finders: Sequence[PhraseFinder]) -> Source:
    first = folded.first[sentence_start(folded, folded.unit_at(token))]
    end = _END.search(folded.classes, first)
    surfaces = folded.tokens.surfaces[first : end.start() if end else len(folded.classes)]
    lowered = [s.lower().replace("’", "'") for s in surfaces]
    terms = next(finders[0].find(lowered), None)
    if terms is None or source.anonymity is None:
        return source
    reason = _reason(lowered, terms[0], terms[1], finders[1])
    return evolve(
        source,
        anonymity=evolve(
            source.anonymity,
            terms=join_tokens(surfaces[terms[0] : terms[1]]),
            reason=join_tokens(surfaces[reason : reason + _REASON_LENGTH]) if reason is not None else None,
        ),
    )


def _reason(lowered: list[str], first: int, last: int, finder: PhraseFinder) -> int | None:
    """Where a reason begins behind the terms `[first, last)`."""
    for start, end, _ in finder.find(lowered[first:]):
        if end - start > 1 or first + start - last <= _NEAR:
            return first + start
    return None


@lru_cache(maxsize=8)
def _finders(rulebook: Rulebook) -> tuple[PhraseFinder, ...] | None:
    """The finders of terms, reasons and bases, if the rules have them."""
    lexicons = {lexicon.id.rpartition("/")[2]: lexicon for lexicon in rulebook.pack.lexicons}
    if not lexicons.keys() >= set(_LEXICONS):
        return None
    return tuple(finder_of(lexicons[name]) for name in _LEXICONS)
