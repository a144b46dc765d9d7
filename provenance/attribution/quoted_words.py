"""Quoted words in a sentence without a cue: *The mayor refused to "sell the ferry for a song"*.

Somebody's words in quotation marks that no construction explains belong to the subject of their sentence, or to whom the
sentence before quotes. The evidence is weak, so these attributions stand behind all others and say so by their confidence.
"""

from collections.abc import Sequence

from provenance.attribution.candidates import Units
from provenance.attribution.continued import in_order, speaker_beside, uncovered
from provenance.attribution.draft import Draft
from provenance.attribution.forms import form_of
from provenance.attribution.sources import find_subject, sentence_start
from provenance.mentions.fold import Folded
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import Pattern
from provenance.tokens.symbols import CLOSING, GROUPS, Symbol

_ENDING = frozenset({Symbol.CLOSE_STOP, Symbol.CLOSE_ASK})
_BARRIERS = CLOSING | {Symbol.OPEN, Symbol.BREAK, Symbol.STOP, Symbol.VOID}
_SPEAKING = frozenset({Symbol.PERSON, Symbol.BODY, Symbol.PRONOUN, Symbol.REPORT})
"""Subjects whose words a quotation may be; papers, places and programmes are quoted with a verb that says so."""
_LONG = 7
"""Units of a quotation that is speech even where its sentence goes on."""
_REACH = 30
"""Units that a clause may have on either side of the quoted words."""


def find_quoted_words(folded: Folded, drafts: Sequence[Draft], pattern: Pattern, rulebook: Rulebook) -> list[Draft]:
    """Drafts for quoted words that no draft covers, each with the clause around it as content."""
    speakers = in_order([draft for draft in drafts if draft.source and draft.reported])
    found = []
    for start, end in uncovered(folded, drafts):
        if _is_label(folded, start, end):
            continue
        source = find_subject(folded, start, rulebook)
        if source is not None and folded.symbols[folded.unit_at(source[0])] not in _SPEAKING:
            continue
        if source is None and (speaker := speaker_beside(folded, speakers, start)):
            source = speaker.source
        if source is not None:
            units = _clause(folded, (start, end), rulebook)
            found.append(
                Draft(
                    pattern,
                    source,
                    cue=None,
                    contents=(folded.span(*units),),
                    form=form_of(folded, (units,)),
                    reported=True,
                    confidence=float(pattern.fields.get("confidence", 0.5)),
                    unit=units[0],
                )
            )
    return found


def _is_label(folded: Folded, start: int, end: int) -> bool:
    """Whether a quotation is rather the value of an attribute, a title, or a few words that some other verb explains."""
    if folded.symbols[end - 1] in _ENDING:
        return start > 0 and folded.words(start - 1, start)[-1:] == ["="]
    capital = folded.tokens.surfaces[folded.first[start + 1]][:1].isupper()
    return end - start < _LONG or (capital and folded.symbols[start - 1] in GROUPS)


def _clause(folded: Folded, quotation: Units, rulebook: Rulebook) -> Units:
    """From behind the verb before the quotation to the end of the clause; the quotation alone if there is no verb."""
    symbols, (start, end) = folded.symbols, quotation
    sets, joining = rulebook.sets, rulebook.words["reference-words.quoted-joint"]
    ends = _BARRIERS | sets["COMMA"]
    low = max(sentence_start(folded, start), start - _REACH)
    first = start
    while first > low and symbols[first - 1] not in sets["VERBAL"] and symbols[first - 1] not in ends:
        first -= 1
    if first == low or symbols[first - 1] in CLOSING:
        first = start
    last = end
    if symbols[end - 1] == Symbol.CLOSE:
        stop = min(len(symbols), end + _REACH)
        while last < stop and symbols[last] not in ends and folded.words(last, last + 1)[0] not in joining:
            last += 1
    return first, last
