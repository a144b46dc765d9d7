"""People as sources: named persons with their roles, unnamed persons and groups, members of parties."""

from provenance.mentions.anonymity import describe_anonymity
from provenance.mentions.groups import Groups
from provenance.mentions.roles import covered_roles, modifiers_of, role_of
from provenance.mentions.words import POSSESSIVE_MARKS, Word, describe_words, text_of_words
from provenance.model import Gender, Kind, Mention, Naming, Number

_GENDERED = ("titles", "offices", "spokespeople", "unnamed-heads")


def describe_person(groups: Groups, naming: Groups) -> Mention:
    """A named person: `naming` holds the name, `groups` (the same or an apposed group) the role."""
    described = groups.head[: len(groups.head) - len(groups.name)] if groups is naming else groups.head
    held = role_of(described) or (role_of(naming.head) if groups is not naming else None)
    role, word = held or (None, None)
    narrowed = modifiers_of(groups, word) if held else frozenset()
    return Mention(
        (),
        Kind.PERSON,
        Naming.NAMED,
        Number.ONE,
        name=text_of_words(naming.name),
        head=word.lower if word else None,
        gender=gender_of(naming, groups),
        role=role,
        modifiers=narrowed,
        definite=groups.definite,
        on_behalf_of=_employer(groups, word) if word is not None and word.is_in("spokespeople") else None,
    )


def describe_people(groups: Groups, number: Number) -> Mention:
    """Somebody nobody names, one or several."""
    if _is_whole(groups):
        return Mention(
            (), Kind.GROUP, Naming.NAMED, number, name=describe_words(groups.core), head=groups.head[-1].lower
        )
    held = role_of(groups.head)
    role, word = held or (None, groups.head[-1])
    behalf = _employer(groups, word) if word.is_in("spokespeople") else None
    return Mention(
        (),
        Kind.GROUP if number is not Number.ONE else Kind.PERSON,
        Naming.UNNAMED,
        number,
        head=groups.head[-1].lower,
        gender=gender_of(groups, groups),
        on_behalf_of=behalf,
        anonymity=describe_anonymity(groups),
        role=role,
        modifiers=modifiers_of(groups, word),
        covers=covered_roles(word),
        definite=groups.definite,
    )


def _is_whole(groups: Groups) -> bool:
    """Whether a group is all there is of its sort around somebody named (*Ana Reyes's family*)."""
    owner = next((i for i, word in enumerate(groups.head) if word.text in POSSESSIVE_MARKS), 0)
    return owner > 0 and groups.head[-1].has_tag("whole", "vague-heads") and groups.head[owner - 1].is_capital


def describe_members_of_party(groups: Groups, number: Number) -> Mention:
    """*Democrats* as a whole are a named group; some of them, or those of a place, are nobody in particular."""
    core = groups.core
    listed = len(core) == 1 and not groups.head[0].is_on("group-words.some") and not groups.after
    if listed:
        return Mention((), Kind.GROUP, Naming.NAMED, Number.SEVERAL, name=describe_words(core))
    one = number is Number.ONE and groups.head[0].is_on("group-words.one-member")
    return Mention(
        (),
        Kind.PERSON if one else Kind.GROUP,
        Naming.UNNAMED,
        Number.ONE if one else Number.SEVERAL,
        head=groups.head[-1].lower,
        anonymity=describe_anonymity(groups),
    )


def gender_of(naming: Groups, groups: Groups) -> Gender:
    """What titles and roles tell, then given names."""
    for word in (*groups.head, *groups.apposed):
        for reading in word.readings:
            value = reading.entry.fields.get("gender", "u") if reading.lexicon in _GENDERED else "u"
            if value in ("m", "f") and word not in naming.name:
                return Gender(value)
    given = naming.name[0].reading("given-names") if len(naming.name) > 1 else None
    value = given.entry.fields.get("gender", "u") if given else "u"
    return Gender(value) if value in ("m", "f") else Gender.UNKNOWN


def _employer(groups: Groups, role: Word) -> str | None:
    """On whose behalf a spokesperson speaks: what follows *for*, else possessor or modifier."""
    if groups.after and groups.after[0].is_on("group-words.employer"):
        words = [w for w in groups.after[1:] if not w.is_on("group-words.article")]
        return describe_words(words) or None
    words = [w for w in groups.head if w.last <= role.first and w.text not in POSSESSIVE_MARKS]
    words = [w for w in words if not w.is_on("group-words.determiner")]
    inside = role.text.split()[:-1] if not role.has_tag("plain", "spokespeople") else []
    parts = [describe_words(words), *inside]
    return " ".join(part for part in parts if part) or None
