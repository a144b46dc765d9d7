"""Finds the source where a pattern leaves it open: the subject of the main clause, a possessor, nobody."""

from provenance.attribution.candidates import Candidate
from provenance.attribution.draft import TokenRange
from provenance.mentions.fold import Folded
from provenance.rulebook import Rulebook
from provenance.tokens.symbols import GROUPS, Symbol

_SENTENCE_ENDS = frozenset({Symbol.STOP, Symbol.BREAK, Symbol.BREAK_CLOSE, Symbol.CLOSE_STOP, Symbol.VOID, Symbol.TURN})
_POSSESSIVE_MARKS = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
_ABLE = frozenset({Symbol.PERSON, Symbol.PRONOUN, Symbol.BODY, Symbol.OUTLET})
_OBJECTS = frozenset({Symbol.THING, Symbol.DOCUMENT, Symbol.REPORT})

_STEP = 2
"""A group and the participle behind it."""


def tokens_of(folded: Folded, units: tuple[int, int]) -> TokenRange:
    """The tokens of a range of units."""
    return folded.first[units[0]], folded.first[units[1]]


def sentence_start(folded: Folded, unit: int) -> int:
    """The unit at which the sentence of `unit` begins; quotations on the way are stepped over."""
    symbols, at = folded.symbols, unit
    while at > 0:
        before = symbols[at - 1]
        if before in _SENTENCE_ENDS or before in (Symbol.OPEN, Symbol.CLOSE_ASK):
            return at
        if before in (Symbol.CLOSE, Symbol.CLOSE_COMMA):
            opened = symbols.rfind(Symbol.OPEN, 0, at - 1)
            at = opened if opened >= 0 else at - 1
        else:
            at -= 1
    return at


def find_subject(folded: Folded, unit: int, rulebook: Rulebook) -> TokenRange | None:
    """The first group of the main clause before `unit` that can speak and does not follow a preposition."""
    start = main_clause(folded, unit, rulebook)
    speakers, prepositions = rulebook.sets["SPEAKER"], rulebook.sets["PREPOSITION"]
    for at in range(start, unit):
        if folded.symbols[at] in speakers and (at == start or folded.symbols[at - 1] not in prepositions):
            return tokens_of(folded, (at, at + 1))
    return None


def main_clause(folded: Folded, unit: int, rulebook: Rulebook) -> int:
    """Where the clause begins whose subject acts at a unit.

    Behind a subordinate clause, a participle or a phrase in front (*When he died, the owner ...*), and behind the last
    *, and* or *, but* with a subject and verb of its own.
    """
    start = _behind_opening(folded, sentence_start(folded, unit), unit, rulebook)
    sets, symbols, joining = rulebook.sets, folded.symbols, rulebook.words["reference-words.clause-joint"]
    for at in range(unit - 2, start + 3, -1):
        joined = symbols[at - 2] in sets["COMMA"] and _word(folded, at - 1) in joining
        listed = symbols[at - 3] in GROUPS and symbols[at - 4] in sets["COMMA"]  # China, France, and Torv could
        if joined and symbols[at] in sets["SPEAKER"] and not listed:
            return at if symbols[at + 1] in sets["VERBAL"] else start
    return start


def _behind_opening(folded: Folded, start: int, unit: int, rulebook: Rulebook) -> int:
    """Where the main clause begins if something else opens the sentence; else its start."""
    sets, symbols = rulebook.sets, folded.symbols
    opening = start + (_word(folded, start) in rulebook.words["reference-words.opening-joint"])
    if not any(symbols[opening] in sets[name] for name in ("SUBORDINATOR", "PREPOSITION", "DOING")):
        return start
    for at in range(opening + 2, unit - 1):
        place = symbols[at + 1] == Symbol.PLACE and symbols[at + 2] in sets["COMMA"]  # in Torv, Ohio, the owner said
        opens = symbols[at] in sets["COMMA"] and symbols[at + 1] in sets["SPEAKER"] and not place
        if opens and symbols[at - 1] not in sets["COMMA"]:
            return at + 1
    return start


def _word(folded: Folded, unit: int) -> str:
    """The first word of a unit, in lower case."""
    return folded.tokens.surfaces[folded.first[unit]].lower()


def without_object(folded: Folded, units: tuple[int, int], rulebook: Rulebook) -> tuple[int, int]:
    """The person behind *and* where what stands before cannot speak: the object of the clause before (*a photo and Reyes said*)."""
    joined = [at for at in range(units[0] + 1, units[1] - 1) if folded.words(at, at + 1) == ["and"]]
    if not joined or not _is_somebody(folded, joined[-1] + 1, rulebook):
        return units
    before = set(folded.symbols[units[0] : joined[-1]])
    able = before & (_ABLE | rulebook.sets["PREPOSITION"])  # polls in Ohio and Virginia
    return (joined[-1] + 1, units[1]) if before & _OBJECTS and not able else units


def _is_somebody(folded: Folded, unit: int, rulebook: Rulebook) -> bool:
    """Whether a unit is a name, a pronoun or *others*."""
    words = folded.words(unit, unit + 1)
    named = folded.symbols[unit] == Symbol.PERSON and words[0][0].isupper()
    others = len(words) == 1 and words[0] in rulebook.words["reference-words.other"]
    return named or others or folded.symbols[unit] == Symbol.PRONOUN


def with_participle(folded: Folded, units: tuple[int, int], rulebook: Rulebook) -> tuple[int, int]:
    """The subject with its participle where a pattern took the object: *lawyers backing Ana Reyes said* is no word of hers."""
    at, symbols = units[0], folded.symbols
    if at < _STEP or symbols[at - 1] not in rulebook.sets["DOING"] or symbols[at - 2] not in GROUPS:
        return units
    if at > _STEP and symbols[at - 3] in rulebook.sets["PREPOSITION"]:
        return units
    owns = _word(folded, units[1]) in _POSSESSIVE_MARKS or (
        units[1] - at == 1 and _word(folded, at) in rulebook.words["function-words.possessive"]
    )
    said = rulebook.reading(_word(folded, at - 1), "reporting-verbs")
    return units if owns or (said is not None and "that" in said.tags) else (at - 2, units[1])


def with_apposition(folded: Folded, units: tuple[int, int], rulebook: Rulebook) -> tuple[int, int]:
    """A person's units with the role behind the comma: *Ana Reyes, the mayor of Lind,* (gold convention 5)."""
    symbols, end = folded.symbols, units[1]
    role = end + 1
    if symbols[units[0]] != Symbol.PERSON or symbols[end : end + 1] not in rulebook.sets["COMMA"]:
        return units
    if (
        symbols[role : role + 1] != Symbol.PERSON
        or _word(folded, role) not in rulebook.words["reference-words.role-opener"]
    ):
        return units
    last = role + 1
    while symbols[last : last + 1] in rulebook.sets["PREPOSITION"] and symbols[last + 1 : last + 2] in GROUPS:
        last += 2
    closed = symbols[last : last + 1] in rulebook.sets["COMMA"] or symbols[last : last + 1] in _SENTENCE_ENDS
    return (units[0], last) if closed else units


def split_possessor(
    folded: Folded, units: tuple[int, int], possessives: frozenset[str]
) -> tuple[TokenRange | None, TokenRange]:
    """A group such as *the envoy's blunt claim* as (possessor, head noun), in tokens; no possessor gives None."""
    start, end = tokens_of(folded, units)
    surfaces = folded.tokens.surfaces
    head = folded.first[units[0] + 1] - 1
    while head > start and folded.classes[head] == Symbol.CONTINUED:
        head -= 1
    marks = [i for i in range(start, head) if surfaces[i] in _POSSESSIVE_MARKS]
    if marks:
        return (start, marks[-1]), (head, end)
    owners = [i for i in range(start, head) if surfaces[i].lower() in possessives]
    if owners:
        return (owners[-1], owners[-1] + 1), (head, end)
    return None, (head, end)


def open_source(
    candidate: Candidate, folded: Folded, rulebook: Rulebook
) -> tuple[TokenRange | None, TokenRange | None]:
    """(source, cue) of a candidate, in tokens, by what its pattern says under `source_from`."""
    cue = tokens_of(folded, candidate.cue) if candidate.cue else None
    if candidate.source is not None:
        source = without_object(folded, candidate.source, rulebook)
        if candidate.cue and candidate.cue[0] >= source[1]:
            source = with_participle(folded, source, rulebook)
        return tokens_of(folded, with_apposition(folded, source, rulebook)), cue
    how = candidate.compiled.pattern.fields.get("source_from")
    if how == "subject" and candidate.cue:
        return find_subject(folded, candidate.cue[0], rulebook), cue
    if how in ("possessor", "possessor-or-none") and candidate.cue:
        return split_possessor(folded, candidate.cue, rulebook.words["function-words.possessive"])
    return None, cue
