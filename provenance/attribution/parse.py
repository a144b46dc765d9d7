"""Folded text to drafts: patterns run, candidates merged, open sources found, quotations carried on, nesting."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from unicodedata import category

from attrs import evolve

from provenance.attribution.candidates import Candidate, find_candidates
from provenance.attribution.continued import continue_speech
from provenance.attribution.draft import Draft
from provenance.attribution.forms import form_of
from provenance.attribution.impossible import without_impossible
from provenance.attribution.merge import (
    choose_candidates,
    clip_drafts,
    nest_drafts,
    without_own_stance,
    without_stray_speech,
)
from provenance.attribution.quoted_words import find_quoted_words
from provenance.attribution.sources import main_clause, open_source
from provenance.attribution.turns import read_turns
from provenance.mentions.fold import Folded
from provenance.model import Span
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import Emits

CONTINUED = "en/continued"
"""The pattern that stands for continued speech; its rule file has the examples, this package the logic."""
_OPENING = frozenset("\"'’`#@<&+.¿¡…")
"""Marks that may open a content, brackets, quotation marks and currencies aside."""
QUOTED_WORDS = "en/quoted-words"
"""The same for quoted words in a sentence without a cue."""

_NEAR = 6
"""How many verbs of saying back the one may stand that another shares its subject with."""
_NEEDED = ("subject", "possessor")
"""Where a pattern without a captured source looks for one, without which it says nothing."""

Step = tuple[str, list[Draft]]
"""What was done to the drafts, and the drafts after it."""


def parse_attributions(folded: Folded, rulebook: Rulebook) -> list[Draft]:
    """Every attribution in the text, in text order, nested ones marked."""
    *_, (_, drafts) = parse_steps(folded, rulebook)
    return drafts


def parse_steps(folded: Folded, rulebook: Rulebook) -> Iterator[Step]:
    """The drafts after every step, the last of which is the parse; the names are for people (`provenance trace`)."""
    found = find_candidates(folded, rulebook.of_kind(Emits.ATTRIBUTION))
    possible = without_impossible(found, folded, rulebook)
    chosen = choose_candidates([one for one in possible if _has_source(one, folded, rulebook)], folded)
    drafts = [_draft(candidate, folded, rulebook) for candidate in chosen]
    yield "no source found", drafts
    drafts = share_subjects(read_turns(drafts, folded), folded, rulebook)
    yield "source of the verb before it", drafts
    drafts = without_own_stance(drafts, folded, rulebook.words["pronouns.own"])
    yield "first-person stance inside a quotation or turn", drafts
    carrier = rulebook.pattern(CONTINUED)
    if carrier is not None:
        drafts = [*drafts, *continue_speech(folded, drafts, carrier)]
    yield "carried on from the speaker before", drafts
    fragments = rulebook.pattern(QUOTED_WORDS)
    if fragments is not None:
        drafts = [*drafts, *find_quoted_words(folded, drafts, fragments, rulebook)]
    yield "quoted words of the subject", drafts
    drafts = clip_drafts(drafts)
    yield "clipped at the end of the claim around it", drafts
    drafts = nest_drafts(drafts)
    yield "nested", drafts
    yield "inside a quotation that nobody is known to have said", without_stray_speech(drafts, folded)


def share_subjects(drafts: Sequence[Draft], folded: Folded, rulebook: Rulebook) -> list[Draft]:
    """The drafts, those without a source of their own given that of the verb before them in the sentence.

    *"...," the envoy said, adding that ...*: who said is who adds, whatever stands first in the sentence. A verb with a
    modal is no such verb: in *she said the clerk would announce it and warned ...* she warned.
    """
    modal = rulebook.sets["MODAL"]
    own = (d for d in drafts if d.source and "source_from" not in d.pattern.fields)
    main = (d for d in own if folded.symbols[d.unit] not in modal and not _tells_which(d, folded))
    named = sorted(main, key=lambda d: d.unit)
    units = [draft.unit for draft in named]
    before = (bisect_left(units, draft.unit) for draft in drafts)
    return [_shared(d, _outermost(d, named[:at]), folded, rulebook) for d, at in zip(drafts, before, strict=True)]


def _outermost(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The last draft before another that does not stand in somebody else's claim: *Lind said he was tired and added ...*: Lind."""
    last = before[-1] if before else None
    for earlier in reversed(before[-_NEAR:-1]):
        if last and _holds(earlier, last) and not _holds(earlier, draft) and not _holds(last, earlier):
            last = earlier
    return last


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the claim of one draft holds the cue of another."""
    return any(content.contains(cue) for content in outer.contents for cue in inner.cue_spans[:1])


def _tells_which(draft: Draft, folded: Folded) -> bool:
    """Whether its source is the *who* of a clause without a comma: *he met a clerk who said ..., adding that*: he added."""
    surfaces, first = folded.tokens.surfaces, draft.source[0] if draft.source else 0
    return first > 0 and surfaces[first].lower() == "who" and surfaces[first - 1][-1].isalnum()


def _shared(draft: Draft, last: Draft | None, folded: Folded, rulebook: Rulebook) -> Draft:
    if draft.pattern.fields.get("source_from") != "subject" or last is None or not draft.cue_spans:
        return draft
    cue = draft.cue_spans[0]
    same = last.unit >= main_clause(folded, draft.unit, rulebook) and not any(c.contains(cue) for c in last.contents)
    return evolve(draft, source=last.source) if same else draft


def _has_source(candidate: Candidate, folded: Folded, rulebook: Rulebook) -> bool:
    """Whether a candidate has the source that its pattern needs; one without must not keep others from its cue."""
    needed = candidate.source is None and candidate.compiled.pattern.fields.get("source_from") in _NEEDED
    return not needed or open_source(candidate, folded, rulebook)[0] is not None


def _draft(candidate: Candidate, folded: Folded, rulebook: Rulebook) -> Draft:
    pattern = candidate.compiled.pattern
    source, cue = open_source(candidate, folded, rulebook)
    tokens = folded.tokens
    spans = (Span(tokens.starts[cue[0]], tokens.end(cue[1] - 1)),) if cue else ()
    contents = tuple(folded.span(*_from_first_word(units, folded)) for units in candidate.contents)
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


def _from_first_word(units: tuple[int, int], folded: Folded) -> tuple[int, int]:
    """The units of a content without pictures and marks that cannot open it (an emoji, a closing bracket, a dash)."""
    start = units[0]
    while start < units[1] - 1 and not _can_open(folded.words(start, start + 1)[0][0]):
        start += 1
    return start, units[1]


def _can_open(mark: str) -> bool:
    return mark.isalnum() or mark in _OPENING or category(mark) in ("Ps", "Pi", "Sc")


def _is_reported(candidate: Candidate, folded: Folded, rulebook: Rulebook) -> bool:
    """Whether the cue is a communicative act rather than an attitude (gold convention 10)."""
    if "reported" in candidate.compiled.pattern.fields:
        return bool(candidate.compiled.pattern.fields["reported"])
    if candidate.cue is None:
        return True
    attitudes = rulebook.sets["ATTITUDE"]
    return not any(symbol in attitudes for symbol in folded.symbols[candidate.cue[0] : candidate.cue[1]])
