"""What a description says of a person, in words that can be compared: the role, and what narrows it.

*Russia's former foreign minister* is the role *foreign minister* narrowed by *place:russia* and *former*.
"""

from collections.abc import Iterable, Iterator, Sequence

from provenance.mentions.groups import Groups, is_function
from provenance.mentions.words import POSSESSIVE_MARKS, Word
from provenance.rulebook.readings import Reading

ROLES = ("offices", "spokespeople", "unnamed-heads", "vague-heads", "titles")
_BODIES = ("state-bodies", "organisations", "metonyms", "government-heads", "organisation-heads", "outlets")
_SORTS = (("place", ("demonyms", "places")), ("body", _BODIES))


def role_of(words: Sequence[Word]) -> tuple[str, Word] | None:
    """The role that the last fitting word names, under the word all its variants share, and that word."""
    for word in reversed(words):
        if word.is_in(*ROLES) and not word.has_tag("courtesy", "titles"):
            return same_role(word), word
    return None


def same_role(word: Word) -> str:
    """A role's name under which its variants are compared (*Sen.*, *senator*)."""
    for lexicon in ("role-families", "spokespeople"):
        reading = word.reading(lexicon)
        if reading is not None and "same" in reading.entry.fields:
            return str(reading.entry.fields["same"])
    listed = word.reading(*ROLES)
    role = listed.entry.lemma.lower() if listed else word.lower
    return role.removeprefix("former ").removeprefix("ex-")


def covered_roles(word: Word) -> frozenset[str]:
    """The roles for which a wider word may stand (*lawmaker*: senator, representative ...)."""
    reading = word.reading("role-families")
    return frozenset(map(str, reading.entry.fields.get("covers", ()))) if reading else frozenset()


def modifiers_of(groups: Groups, role: Word | None) -> frozenset[str]:
    """What narrows a role, each with its sort: place, party, body, name, or a plain word."""
    words = [w for w in (*groups.head, *groups.after) if w is not role and w not in groups.name]
    left = role is not None and role.lower.startswith(("former ", "ex-"))
    party = _party(role) if role is not None else None
    return frozenset(_marks(words)) | ({"former"} if left else set()) | ({party} if party else set())


def _marks(words: Iterable[Word]) -> Iterator[str]:
    for word in words:
        if word.text in POSSESSIVE_MARKS or not word.text[:1].isalnum():
            continue
        mark = _mark(word)
        if mark:
            yield mark
        country = _country(word)
        if country:
            yield f"place:{country.lower()}"


def _mark(word: Word) -> str | None:
    if (party := _party(word)) is not None:
        return party
    listed = next(
        (f"{sort}:{_listed_as(r)}" for sort, lists in _SORTS for r in word.readings if r.lexicon in lists), None
    )
    if listed is not None:
        return listed
    if is_function(word) or word.is_for("time"):
        return None
    named = word.is_capital and (not word.readings or word.is_in("given-names"))
    return f"name:{word.lower}" if named else word.lower


def _listed_as(reading: Reading) -> str:
    """The country of a demonym, the name of anything else."""
    country = reading.entry.fields.get("country") if reading.lexicon == "demonyms" else None
    return str(country or reading.entry.lemma).lower()


def _country(word: Word) -> str | None:
    """The country whose body a word names (*the Russian Foreign Ministry*)."""
    reading = word.reading("state-bodies", "metonyms")
    return str(reading.entry.fields["country"]) if reading and "country" in reading.entry.fields else None


def _party(word: Word) -> str | None:
    """The party that a word marks (*Republican*, *GOP*)."""
    family = word.reading("role-families")
    if family is None or "party" not in family.entry.fields or not word.is_capital:
        return None
    return f"party:{family.entry.fields['party']}"
