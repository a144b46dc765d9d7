"""Words that a house adds to the shipped lexicons or takes out of them, without a copy of the rules."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from attrs import evolve

from provenance.errors import Fault
from provenance.rulebook.changes import LexiconChange, digest_changes
from provenance.rulebook.schema import Lexicon, Pack, PackName

SETTINGS_PACK = "settings"
"""Under what name changed words stand among the packs of a report."""


def change_lexicons(pack: Pack, changes: Sequence[LexiconChange], faults: list[Fault]) -> Pack:
    """Give the pack with the words changed; a lexicon or a word that is not there is a fault."""
    if not changes:
        return pack
    lexicons = {lexicon.id: lexicon for lexicon in pack.lexicons}
    for change in changes:
        lexicon = lexicons.get(change.lexicon)
        if lexicon is None:
            _fault(faults, change, f"there is no lexicon '{change.lexicon}'", lexicons)
        else:
            lexicons[lexicon.id] = _change(lexicon, change, faults)
    name = PackName(SETTINGS_PACK, "0", digest_changes(changes))
    return evolve(pack, lexicons=tuple(lexicons.values()), extras=(*pack.extras, name))


def _change(lexicon: Lexicon, change: LexiconChange, faults: list[Fault]) -> Lexicon:
    known = {entry.lemma: entry for entry in lexicon.entries}
    for word in change.remove:
        if word not in known:
            _fault(faults, change, f"'{word}' is not in {lexicon.id}", known)
    kept = [entry for entry in lexicon.entries if entry.lemma not in change.remove]
    there = {entry.lemma for entry in kept}
    for entry in change.add:
        if entry.lemma in there:
            _fault(faults, change, f"'{entry.lemma}' is in {lexicon.id} already", ())
    added = [evolve(entry, fields={**lexicon.default, **entry.fields}) for entry in change.add]
    return evolve(lexicon, entries=(*kept, *added))


def _fault(faults: list[Fault], change: LexiconChange, reason: str, known: Mapping[str, Any] | Sequence[str]) -> None:
    wanted = reason.split("'")[1]
    near = get_close_matches(wanted, list(known), n=1)
    hint = f"; did you mean '{near[0]}'?" if near else ""
    faults.append(Fault(change.place.path, change.place.line, reason + hint))
