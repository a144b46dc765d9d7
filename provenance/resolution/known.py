"""Whether the article tells who a named person is: an office, a title, an apposition, a body behind the name."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from provenance.model import Kind, Naming, Source
from provenance.resolution.cast import names_person
from provenance.resolution.floor import Floor

_OPENS = frozenset({",", "(", "-", "–", "—"})
"""What a description behind a name begins with."""


def mark_undescribed(sources: Sequence[Source | None], floor: Floor) -> list[Source | None]:
    """The sources, with `described` false for persons of whom the article gives a full name and no role anywhere."""
    if not any(map(_has_full_name, sources)):
        return list(sources)
    told = set(floor.given_roles().by_name) | set(_apposed(floor))
    return [
        evolve(source, described=False) if source and _has_full_name(source) and source.entity not in told else source
        for source in sources
    ]


def _apposed(floor: Floor) -> Iterator[str]:
    """The persons behind whose name, somewhere, words in lower case or figures follow a comma, bracket or dash."""
    cast, first, surfaces = floor.cast, floor.folded.first, floor.folded.tokens.surfaces
    for unit, mention in zip(cast.units, cast.mentions, strict=True):
        after = first[unit + 1]
        if mention is None or not names_person(mention) or after + 1 >= len(surfaces):
            continue
        if (
            mention.role
            or (surfaces[after] in _OPENS and not surfaces[after + 1][0].isupper())
            or surfaces[after] == "of"
        ):
            yield cast.full_name(str(mention.name), mention.gender)


def _has_full_name(source: Source | None) -> bool:
    if source is None or source.kind is not Kind.PERSON or source.naming is not Naming.NAMED or source.on_behalf_of:
        return False
    words = (source.entity or "").split()
    return len(words) > 1 and all(word[0].isupper() for word in words)
