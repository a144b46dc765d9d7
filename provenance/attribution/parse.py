"""Folded text to drafts: patterns run, candidates merged, open sources found, quotations carried on, nesting."""

from provenance.attribution.candidates import Candidate, find_candidates
from provenance.attribution.continued import continue_speech
from provenance.attribution.draft import Draft
from provenance.attribution.forms import form_of
from provenance.attribution.merge import (
    choose_candidates,
    clip_drafts,
    nest_drafts,
    without_own_stance,
    without_stray_speech,
)
from provenance.attribution.sources import open_source
from provenance.mentions.fold import Folded
from provenance.model import Span
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import Emits

CONTINUED = "en/continued"
"""The pattern that stands for continued speech; its rule file has the examples, this package the logic."""


def parse_attributions(folded: Folded, rulebook: Rulebook) -> list[Draft]:
    """Every attribution in the text, in text order, nested ones marked."""
    chosen = choose_candidates(find_candidates(folded, rulebook.of_kind(Emits.ATTRIBUTION)))
    found = [draft for candidate in chosen if (draft := _draft(candidate, folded, rulebook))]
    drafts = without_own_stance(found, folded)
    carrier = rulebook.pattern(CONTINUED)
    if carrier is not None:
        drafts += continue_speech(folded, drafts, carrier)
    return without_stray_speech(nest_drafts(clip_drafts(drafts)), folded)


def _draft(candidate: Candidate, folded: Folded, rulebook: Rulebook) -> Draft | None:
    """The draft of a candidate; None where the pattern needs a source and there is none."""
    pattern = candidate.compiled.pattern
    source, cue = open_source(candidate, folded, rulebook)
    if source is None and pattern.fields.get("source_from") in ("subject", "possessor"):
        return None
    tokens = folded.tokens
    spans = (Span(tokens.starts[cue[0]], tokens.end(cue[1] - 1)),) if cue else ()
    contents = tuple(folded.span(*units) for units in candidate.contents)
    return Draft(
        pattern,
        source,
        cue,
        contents,
        form_of(folded, candidate.contents),
        _is_reported(candidate, folded, rulebook),
        float(pattern.fields.get("confidence", 0.9)),
        candidate.cue[0] if candidate.cue else candidate.contents[0][0],
        spans,
    )


def _is_reported(candidate: Candidate, folded: Folded, rulebook: Rulebook) -> bool:
    """Whether the cue is a communicative act rather than an attitude (gold convention 10)."""
    if "reported" in candidate.compiled.pattern.fields:
        return bool(candidate.compiled.pattern.fields["reported"])
    if candidate.cue is None:
        return True
    attitudes = rulebook.sets["ATTITUDE"]
    return not any(symbol in attitudes for symbol in folded.symbols[candidate.cue[0] : candidate.cue[1]])
