"""Who is spoken of in an article by name or as *he* and *she*: those to whom a reader may give a quotation without a speaker."""

from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.model import Naming, Spans
from provenance.tokens.symbols import Symbol

_MAYBE = frozenset({Symbol.PERSON, Symbol.PRONOUN})


def find_people(folded: Folded, describer: Describer) -> Spans:
    """The words that name a person or an outlet, or stand for a person, in text order."""
    return tuple(
        folded.span(unit, unit + 1)
        for unit, symbol in enumerate(folded.symbols)
        if symbol == Symbol.OUTLET or (symbol in _MAYBE and _is_known(folded, unit, describer))
    )


def _is_known(folded: Folded, unit: int, describer: Describer) -> bool:
    """Whether a unit is a name or a personal pronoun: *a grain merchant* is nobody yet."""
    first, last = folded.first[unit], folded.first[unit + 1]
    if folded.symbols[unit] == Symbol.PRONOUN:
        return folded.tokens.surfaces[first].lower() in describer.rulebook.words["pronouns.personal"]
    return describer.read(folded, first, last).naming is Naming.NAMED
