"""Groups named later: *Top lawmakers say ...* opens the story, and two of them speak by name further down."""

from attrs import evolve

from provenance.model import Kind, Naming, Number, Source
from provenance.resolution.floor import Floor, Speaker
from provenance.resolution.together import holders_of_office, is_nameless

_AHEAD = 12
"""Sentences within which those meant must speak."""
_FEWEST = 2


def name_group_later(index: int, floor: Floor) -> Source | None:
    """The source of the group at an index under the names of those who speak later; None where too few hold its office."""
    speaker = floor.speakers[index]
    if not _opens_as_group(speaker, floor):
        return None
    fitting = holders_of_office(speaker.mention, floor)
    here, names = floor.layout.sentence(speaker.unit), list[str]()
    for later in floor.speakers[index + 1 :]:
        if floor.layout.sentence(later.unit) - here > _AHEAD:
            break
        name = str(later.source.entity)
        if name in fitting and name not in names and not floor.cast.appears_before(name, speaker.unit):
            names.append(name)
    if len(names) < _FEWEST:
        return None
    text = ", ".join(names[:-1]) + " and " + names[-1]
    return evolve(speaker.source, entity=text, naming=Naming.NAMED, kind=Kind.GROUP, anonymity=None)


def _opens_as_group(speaker: Speaker, floor: Floor) -> bool:
    """Whether a group without article or number is told by an office in the opening; *experts* and *aides* are nobody's."""
    source, mention = speaker.source, speaker.mention
    group = source.naming is Naming.UNNAMED and source.number is Number.SEVERAL and source.kind is Kind.GROUP
    if not group or mention.pronoun or not mention.role or mention.members or not floor.is_opening(speaker.unit):
        return False
    if is_nameless(mention, floor) or floor.layout.quoted(speaker.unit) or mention.definite is not None:
        return False
    family = floor.describer.rulebook.reading(str(mention.role), "role-families")
    elected = family is not None and "elected" in family.tags
    return elected or not floor.describer.rulebook.lists(mention.role, "vague-heads")
