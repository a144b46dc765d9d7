"""The sieves: each turns a mention into a source or lets it pass to the next.

Stanford's multi-sieve resolver (Raghunathan et al., EMNLP 2010) is the model: precise rules first, each on what the
earlier ones left.
"""

from collections.abc import Callable

from provenance.model import Mention, Source
from provenance.resolution.bodies import by_body
from provenance.resolution.descriptions import by_document, by_earlier, by_outlet
from provenance.resolution.epithets import by_apposition, by_epithet, by_role
from provenance.resolution.floor import Floor
from provenance.resolution.included import by_included, by_members
from provenance.resolution.interviews import by_answer
from provenance.resolution.listed import by_list_behind
from provenance.resolution.names import by_name, by_surname
from provenance.resolution.pairs import by_both
from provenance.resolution.places import by_place
from provenance.resolution.pronouns import by_plural_or_thing, by_pronoun
from provenance.resolution.together import by_office_together

Sieve = Callable[[Mention, tuple[int, int], Floor], Source | None]
"""From a mention and the units at which its words stand."""

SIEVES: tuple[Sieve, ...] = (
    by_answer,
    by_surname,
    by_outlet,
    by_document,
    by_body,
    by_place,
    by_name,
    by_included,
    by_members,
    by_both,
    by_list_behind,
    by_office_together,
    by_apposition,
    by_role,
    by_earlier,
    by_epithet,
    by_pronoun,
    by_plural_or_thing,
)
"""In order of precision."""
