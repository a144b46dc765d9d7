"""Which claims inside another claim are attributions of their own, and which only colour the claim around them.

Somebody reports what another said; what another thinks, sees or knows he can only guess. So a nested claim of another
party counts where that party spoke, or is given a position (*supports*, *is ready to*); inside a quotation only speech
counts that the pattern vouches for (`nested`).
"""

from collections.abc import Mapping, Sequence

from provenance.chains.claim import Claim, cue_symbols, same_speaker
from provenance.mentions.fold import Folded
from provenance.model import Form, Kind, Naming
from provenance.rulebook.word_lists import WordLists

Sets = Mapping[str, frozenset[str]]
"""Class characters by the name of a fragment."""


def is_stance(claim: Claim, claims: Sequence[Claim], folded: Folded, sets: Sets, words: WordLists) -> bool:
    """Whether a claim is *I think*, a speech act that did not take place, or an attitude ascribed to somebody in passing."""
    how = claim.draft.pattern.fields.get("nested", True)
    if claim.outer is None:
        return bool(how == "only")
    if claim.source is None:
        return how is False
    if claim.source.naming is Naming.AUTHOR or claim.source.kind is Kind.UNKNOWN:
        return True
    outer = claims[claim.outer]
    if same_speaker(claim.source, outer.source):
        return False
    vague = claim.source.kind is Kind.DOCUMENT and claim.source.naming is not Naming.NAMED
    vague = vague or _source_word(claim, folded) in words["pronouns.empty"]  # it shows that ...: nobody speaks
    if _holds(claim, folded, sets["UNSAID"]) or ((vague or how == "unquoted") and _is_quoted(claim, claims)):
        return True
    return not claim.draft.reported and not _is_position(claim, outer, folded, sets, words["pronouns.plain"])


def _is_position(claim: Claim, outer: Claim, folded: Folded, sets: Sets, pronouns: frozenset[str]) -> bool:
    """Whether somebody reports where a known party stands; *they*, after people of the same kind, are these people."""
    source = claim.source
    if source is None or outer.source is None or outer.source.naming is Naming.AUTHOR:
        return False
    if source.naming is Naming.UNNAMED and outer.source.kind is source.kind and _source_word(claim, folded) in pronouns:
        return True
    known = source.naming is Naming.NAMED and source.kind is Kind.PERSON
    stands = claim.draft.pattern.fields.get("nested") == "only" or _holds(claim, folded, sets["POSITION"])
    return stands and outer.draft.reported and (known or source.kind is Kind.GOVERNMENT)


def _holds(claim: Claim, folded: Folded, symbols: frozenset[str]) -> bool:
    """Whether one of the symbols stands in the cue."""
    return not symbols.isdisjoint(cue_symbols(claim.draft, folded))


def _is_quoted(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a claim around this one is wholly a quotation."""
    outer = claim.outer
    while outer is not None:
        if claims[outer].draft.form is Form.DIRECT:
            return True
        outer = claims[outer].outer
    return False


def _source_word(claim: Claim, folded: Folded) -> str:
    """The first word of a claim's source, in lower case."""
    tokens = claim.draft.source
    return folded.tokens.surfaces[tokens[0]].lower() if tokens is not None else ""
