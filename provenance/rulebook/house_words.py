"""Words that a house adds to the shipped lexicons or takes out of them, without a copy of the rules."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from provenance.errors import Fault
from provenance.nearest import suggest
from provenance.rulebook.changes import LexiconChange, digest_changes
from provenance.rulebook.house_entries import check_entry
from provenance.rulebook.schema import Lexicon, Pack, PackName

SETTINGS_PACK = "settings"
"""Under what name changed words stand among the packs of a report."""


def change_lexicons(pack: Pack, changes: Sequence[LexiconChange], faults: list[Fault]) -> Pack:
    """Give the pack with the words changed; what cannot be changed so, or would do nothing, is added to `faults`."""
    if not changes:
        return pack
    lexicons = {lexicon.id: lexicon for lexicon in pack.lexicons}
    for change in changes:
        lexicon = lexicons.get(change.lexicon)
        if lexicon is None:
            reasons = [f"there is no lexicon '{change.lexicon}'{suggest(change.lexicon, lexicons)}"]
        else:
            reasons = list(_check_change(change, lexicon))
            lexicons[lexicon.id] = _change(lexicon, change)
        faults.extend(Fault(change.place.path, change.place.line, reason) for reason in reasons)
    name = PackName(SETTINGS_PACK, "0", digest_changes(changes))
    return evolve(pack, lexicons=tuple(lexicons.values()), extras=(*pack.extras, name))


def _check_change(change: LexiconChange, lexicon: Lexicon) -> Iterator[str]:
    """Give what is wrong with a change: words that are not there, or there already, and entries that say what means nothing."""
    known = {entry.lemma for entry in lexicon.entries}
    for word in change.remove:
        if word not in known:
            yield f"'{word}' is not in {lexicon.id}{suggest(word, known)}"
    for entry in change.add:
        if entry.lemma in known.difference(change.remove):
            yield f"'{entry.lemma}' is in {lexicon.id} already"
        yield from (f"'{entry.lemma}': {reason}" for reason in check_entry(entry, lexicon))


def _change(lexicon: Lexicon, change: LexiconChange) -> Lexicon:
    kept = [entry for entry in lexicon.entries if entry.lemma not in change.remove]
    added = [evolve(entry, fields={**lexicon.default, **entry.fields}) for entry in change.add]
    return evolve(lexicon, entries=(*kept, *added))
