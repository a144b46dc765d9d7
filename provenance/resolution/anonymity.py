"""Adds what the sentence says about a source's namelessness: terms and reason."""

from attrs import evolve

from provenance.attribution.draft import Draft
from provenance.attribution.sources import sentence_start
from provenance.mentions.fold import Folded
from provenance.mentions.words import join_tokens
from provenance.model import Naming, Source
from provenance.resolution.phrases import finder_of
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import Lexicon
from provenance.tokens.symbols import Symbol

_ENDS = frozenset({Symbol.STOP, Symbol.BREAK, Symbol.BREAK_CLOSE, Symbol.VOID})
_REASON_LENGTH = 14
"""Tokens of a reason that are kept as its words."""


def complete_anonymity(source: Source, draft: Draft, folded: Folded, rulebook: Rulebook) -> Source:
    """The source with the terms and the reason that stand in its sentence, if it is unnamed."""
    if source.naming is not Naming.UNNAMED or source.anonymity is None or draft.source is None:
        return source
    unit = folded.unit_at(draft.source[0])
    first = folded.first[sentence_start(folded, unit)]
    last = first
    while last < len(folded.classes) and folded.classes[last] not in _ENDS:
        last += 1
    surfaces = folded.tokens.surfaces[first:last]
    terms = _find(surfaces, _lexicon(rulebook, "anonymity-terms"))
    reason = _find(surfaces, _lexicon(rulebook, "anonymity-reasons"), after=terms)
    return evolve(source, anonymity=evolve(
        source.anonymity,
        terms=join_tokens(surfaces[terms[0] : terms[1]]) if terms else None,
        reason=join_tokens(surfaces[reason[0] : reason[0] + _REASON_LENGTH]) if reason else None,
    ))


def _lexicon(rulebook: Rulebook, name: str) -> Lexicon | None:
    return next((lexicon for lexicon in rulebook.pack.lexicons if lexicon.id.endswith("/" + name)), None)


def _find(
    surfaces: list[str], lexicon: Lexicon | None, *, after: tuple[int, int] | None | bool = True
) -> tuple[int, int] | None:
    """Where a phrase of the lexicon stands; `after` limits it to what follows those tokens (None: nowhere)."""
    if lexicon is None or after is None:
        return None
    lowered = [s.lower().replace("’", "'") for s in surfaces]
    begin = 0 if after is True or after is False else after[0]
    for first, last, _ in finder_of(lexicon).find(lowered[begin:]):
        return begin + first, begin + last
    return None
