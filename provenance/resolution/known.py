"""Whether the article tells who a named person is: an office, a title, an apposition, a body behind the name."""

from collections.abc import Sequence

from attrs import evolve

from provenance.model import Kind, Naming, Source
from provenance.resolution.floor import Floor


def mark_undescribed(sources: Sequence[Source | None], floor: Floor) -> list[Source | None]:
    """The sources, with `described` false for persons of whom the article gives a full name and no role anywhere."""
    if not any(map(_has_full_name, sources)):
        return list(sources)
    held = {holder.name for holder in floor.role_holders()}
    return [
        evolve(source, described=False) if source and _has_full_name(source) and source.entity not in held else source
        for source in sources
    ]


def _has_full_name(source: Source | None) -> bool:
    if source is None or source.kind is not Kind.PERSON or source.naming is not Naming.NAMED or source.on_behalf_of:
        return False
    words = (source.entity or "").split()
    return len(words) > 1 and all(word[0].isupper() for word in words)
