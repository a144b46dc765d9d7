"""Adds what the sentence says about a source's namelessness: terms and reason."""

import re
from functools import lru_cache

from attrs import evolve

from provenance.attribution.draft import Draft
from provenance.attribution.sources import sentence_start
from provenance.mentions.fold import Folded
from provenance.mentions.words import join_tokens
from provenance.model import Naming, Source
from provenance.resolution.phrases import PhraseFinder, finder_of
from provenance.rulebook import Rulebook
from provenance.tokens.symbols import Symbol

_END = re.compile(f"[{Symbol.STOP}{Symbol.BREAK}{Symbol.BREAK_CLOSE}{Symbol.VOID}]")
_REASON_LENGTH = 14
"""Tokens of a reason that are kept as its words."""
_NEAR = 2
"""Tokens behind the terms within which a single word (*because*, *as*) opens the reason."""


def complete_anonymity(source: Source, draft: Draft, folded: Folded, rulebook: Rulebook) -> Source:
    """The source with the terms and the reason that stand in its sentence, if it is unnamed."""
    if source.naming is not Naming.UNNAMED or source.anonymity is None or draft.source is None:
        return source
    finders = _finders(rulebook)
    if finders is None:
        return source
    first = folded.first[sentence_start(folded, folded.unit_at(draft.source[0]))]
    end = _END.search(folded.classes, first)
    surfaces = folded.tokens.surfaces[first : end.start() if end else len(folded.classes)]
    lowered = [s.lower().replace("’", "'") for s in surfaces]
    terms = next(finders[0].find(lowered), None)
    if terms is None:
        return source
    reason = _reason(lowered, terms[0], terms[1], finders[1])
    return evolve(source, anonymity=evolve(
        source.anonymity,
        terms=join_tokens(surfaces[terms[0] : terms[1]]),
        reason=join_tokens(surfaces[reason : reason + _REASON_LENGTH]) if reason is not None else None,
    ))


def _reason(lowered: list[str], first: int, last: int, finder: PhraseFinder) -> int | None:
    """Where a reason begins behind the terms `[first, last)`."""
    for start, end, _ in finder.find(lowered[first:]):
        if end - start > 1 or first + start - last <= _NEAR:
            return first + start
    return None


@lru_cache(maxsize=8)
def _finders(rulebook: Rulebook) -> tuple[PhraseFinder, PhraseFinder] | None:
    lexicons = {lexicon.id.rpartition("/")[2]: lexicon for lexicon in rulebook.pack.lexicons}
    if not {"anonymity-terms", "anonymity-reasons"} <= lexicons.keys():
        return None
    return finder_of(lexicons["anonymity-terms"]), finder_of(lexicons["anonymity-reasons"])
