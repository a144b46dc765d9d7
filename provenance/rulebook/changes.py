"""What a house changes in the shipped lexicons, as a record."""

import hashlib
import json
from collections.abc import Sequence

from attrs import frozen

from provenance.rulebook.schema import Entry, Place


@frozen(eq=False, repr=False)
class LexiconChange:
    """What a house changes in one lexicon: entries to add, words to remove, and where it says so."""

    lexicon: str
    add: tuple[Entry, ...]
    remove: tuple[str, ...]
    place: Place


def digest_changes(changes: Sequence[LexiconChange]) -> str:
    """Compute the sha256 over what is changed, wherever it is written."""
    told = [
        (change.lexicon, [(entry.lemma, dict(entry.fields)) for entry in change.add], change.remove)
        for change in changes
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
