"""Who leads what is called after them: *the Reyes administration* tells that Reyes is the president."""

import re
from collections.abc import Iterator

from provenance.mentions.fold import Folded
from provenance.resolution.cast import Cast
from provenance.rulebook import Rulebook
from provenance.tokens.symbols import Symbol

_BODY = re.compile(Symbol.BODY.value)
_MARKS = frozenset({"'s", "’s", "'", "’"})


def find_leaders(folded: Folded, cast: Cast, rulebook: Rulebook) -> Iterator[tuple[int, str, str]]:
    """The unit of each body called after a person of the article, the name of the person, and the office that this tells."""
    surfaces, first = folded.tokens.surfaces, folded.first
    for match in _BODY.finditer(folded.symbols):
        unit = match.start()
        office = _office(surfaces[first[unit + 1] - 1], rulebook)
        named = [s for s in surfaces[first[unit] : first[unit + 1] - 1] if s not in _MARKS] if office else []
        if office and named and named[-1][:1].isupper() and len(cast.surnames.get(named[-1].lower(), ())) == 1:
            yield unit, cast.full_name(named[-1]), office


def _office(word: str, rulebook: Rulebook) -> str | None:
    reading = rulebook.reading(word.lower(), "government-heads")
    office = reading.entry.fields.get("led_by") if reading else None
    return str(office) if office else None
