"""Persons described: by an apposition, by a role the article gives, by an epithet for whoever is on the floor."""

from provenance.model import Gender, Kind, Mention, Naming, Number, Source
from provenance.resolution.floor import Floor, source_of
from provenance.resolution.listed import skip_home
from provenance.resolution.roles import DASHES, Holder, closes, contradict, identified_before, likeness_of
from provenance.resolution.salience import Weights, weigh_people
from provenance.rulebook import Rulebook
from provenance.tokens.symbols import Symbol

_OPENING = DASHES | {","}
_ENOUGH = 0.3
"""The weight from which somebody is on the floor."""
_WITHIN = 9
"""Units behind a description within which a participle or *identified as* leads to the name."""
_CLEARLY = 0.15
"""The weight from which somebody is clearly on the floor, where nobody else has half of it."""
_RECENT = 2
"""Sentences within which a campaign tells who is meant."""
_AHEAD = 2
"""How many times as heavy as the next the one must be whom a description says something new of."""


def by_apposition(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*A lawyer for the union, Ana Reyes,* is the named person behind the comma; so is *one member, Senator Ana Reyes,*.

    The apposition must end again: *according to an official, Ana Reyes will resign* names nobody.
    """
    if mention.pronoun or mention.kind is not Kind.PERSON or mention.naming is not Naming.UNNAMED:
        return None
    at, symbols = _apposed(units[1], floor), floor.folded.symbols
    if at is None:
        return None
    apposed = floor.mention_at(at, at + 1)
    if apposed.kind is not Kind.PERSON or apposed.naming is not Naming.NAMED or not apposed.name:
        return None
    if not closes(floor.folded, floor.phrase_end(at)):
        return None
    behind = skip_home(at + 1, floor)
    if apposed.role and symbols[behind : behind + 1] not in floor.commas and floor.word_at(behind) not in DASHES:
        return None  # a clerk, Mayor Ana Reyes and a judge
    return source_of(mention, floor.cast.full_name(apposed.name, apposed.gender), naming=Naming.NAMED)


def _apposed(unit: int, floor: Floor) -> int | None:
    """The unit at which the name may stand that belongs to a description before a unit.

    Right behind a comma, also that of a participle (*a clerk writing from the hall, Ana Reyes,*), or behind *identified as*.
    """
    symbols, last = floor.folded.symbols, min(unit + _WITHIN, len(floor.folded.symbols) - 1)
    if unit + 1 < len(symbols) and floor.surface(unit) in _OPENING and symbols[unit + 1] == Symbol.PERSON:
        return unit + 1
    sets = floor.describer.rulebook.sets
    if symbols[unit : unit + 1] in sets["DOING"]:
        comma = next(
            (i for i in range(unit + 1, last) if symbols[i] in floor.commas or symbols[i] == Symbol.STOP), last
        )
        named = symbols[comma : comma + 1] in floor.commas and symbols[comma + 1 : comma + 2] == Symbol.PERSON
        return comma + 1 if named and symbols[comma + 2 : comma + 3] in floor.commas else None
    people = (i for i in range(unit, last) if symbols[i] == Symbol.PERSON)
    return next((i for i in people if identified_before(floor.folded, i, floor.describer.rulebook) == unit - 1), None)


def by_role(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*The minister* is the person whom the article gives that role; in its opening also *a former minister*."""
    if not _is_described(mention) or _is_nameless(mention, floor.describer.rulebook):
        return None
    opening = floor.is_opening(units[0])
    if not mention.definite and not opening:
        return None
    holder = _holder_meant(mention, units[0], floor)
    if holder is not None and (_differ(mention, holder, floor) or _is_of_another(holder, units[0], floor)):
        return None
    if holder is None or not (mention.definite or mention.modifiers & holder.modifiers or mention.definite is None):
        return None
    return source_of(mention, holder.name, naming=Naming.NAMED)


def _holder_meant(mention: Mention, unit: int, floor: Floor) -> Holder | None:
    """The holder of a role whom a description means: of several the last before it, unless another is clearly on the floor.

    *The former president* is not who is given that office as it stands, where somebody else is clearly on the floor.
    """
    holder = floor.holder_of(mention, unit)
    if holder is None or floor.surface(unit) != "the":
        return holder
    names = floor.given_roles().fitting_names(mention)
    left = "former" in mention.modifiers and "former" not in holder.modifiers
    if len(names) == 1 and not left:
        return holder
    weights = weigh_people(unit, mention.gender, floor)
    ahead = max(weights if left else names, key=lambda name: weights.get(name, 0), default=holder.name)
    if weights.get(ahead, 0) < max(_ENOUGH if left else _CLEARLY, _AHEAD * weights.get(holder.name, 0)):
        return holder
    if left and not _can_be(ahead, mention, floor):
        return holder
    words = floor.describer.rulebook.words
    return next((h for h in floor.roles_of(ahead) if likeness_of(mention, h.role, words)), None)


def _differ(mention: Mention, holder: Holder, floor: Floor) -> bool:
    """Whether the words tell another gender than the article does (*a spokeswoman* is not Mr. Doe)."""
    return len({mention.gender, floor.cast.gender(holder.name)} - {Gender.UNKNOWN}) > 1


def _is_of_another(holder: Holder, unit: int, floor: Floor) -> bool:
    """Whether *his lawyer* is said of one person and the lawyer is that of another (*Ana Reyes's lawyer Paul Doe*).

    Whose *my lawyer* is, no other words tell.
    """
    owner = floor.describer.read(floor.folded, floor.folded.first[unit], floor.folded.first[unit] + 1)
    if owner.naming is Naming.AUTHOR:
        return True
    named = {m.removeprefix("name:") for m in holder.modifiers if m.startswith("name:")}
    if not named or not owner.pronoun or owner.kind is not Kind.PERSON:
        return False
    weights = weigh_people(unit, owner.gender, floor)
    nearest = max(weights, key=lambda key: weights[key], default="")
    return named.isdisjoint(nearest.lower().split())


def by_epithet(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*The former mayor*, *the retired surgeon*: who is on the floor, if nothing the article says contradicts it.

    Somebody whom the article has described by that word without a name stays unnamed (*a judge ruled*: the judge).
    """
    if not _is_described(mention) or is_hardly_named(mention, floor.describer.rulebook):
        return None
    if not _is_epithet(mention, units, floor) or floor.introduces_stranger(mention, units[0]):
        return None
    weights = weigh_people(units[0], mention.gender, floor)
    ranked = sorted(weights, key=lambda k: -weights[k])
    near = [key for key in ranked if weights[key] >= _ENOUGH]
    standing = _leaves_open(mention, floor.describer.rulebook)
    if standing and not near and not _tells_more(mention) and _is_clearly_meant(ranked, weights, floor):
        near = ranked[:1]
    if not standing and _tells_more(mention):
        near = near[:1] if _is_ahead(near, weights) else []
    named = (key for key in near if key[0] != "#")
    names = [*named, *_campaigning(mention, units[0], floor), *_marked_alike(mention, units[0], floor)]
    own = frozenset() if floor.surface(units[0]) != "the" else mention.modifiers
    fitting = [n for n in names if _allows(n, mention, floor) and not _names_another(own, floor.marks_of(n))]
    name = next((n for n in fitting if _can_be(n, mention, floor)), fitting[0] if fitting and standing else None)
    return source_of(mention, name, naming=Naming.NAMED) if name else None


def _is_epithet(mention: Mention, units: tuple[int, int], floor: Floor) -> bool:
    """*The mayor*, *the mayor and lawyer*, but of possessors only *the union's former lawyer*; nothing hangs on it."""
    alone = units[1] - units[0] == 1 or floor.surface(units[0] + 1) == "and"
    opened = floor.surface(units[0]) == "the" or (mention.definite is True and "former" in mention.modifiers)
    return alone and opened


def _is_described(mention: Mention) -> bool:
    """Whether a mention describes one person by a role."""
    single = mention.kind is Kind.PERSON and mention.number is Number.ONE and not mention.pronoun
    return single and mention.naming is Naming.UNNAMED and bool(mention.role)


def _is_nameless(mention: Mention, rulebook: Rulebook) -> bool:
    """Whether the role tells so little that it never means somebody named (*the official*)."""
    return any(r.lexicon == "nameless-roles" and "bare" in r.tags for r in rulebook.read(str(mention.role)))


def is_hardly_named(mention: Mention, rulebook: Rulebook) -> bool:
    """Whether news uses the role for people without a name, or nothing says of what they are the head or owner."""
    readings = [r for r in rulebook.read(str(mention.role)) if r.lexicon == "nameless-roles"]
    return any("of" not in r.tags or not mention.modifiers for r in readings)


def _tells_more(mention: Mention) -> bool:
    """Whether a description holds words that nothing can be compared with (*retired*, *of the council*)."""
    return any(":" not in m or m.startswith("body:") for m in mention.modifiers)


def _is_ahead(near: list[str], weights: Weights) -> bool:
    return bool(near) and (len(near) == 1 or weights[near[0]] >= _AHEAD * weights[near[1]])


def _is_clearly_meant(ranked: list[str], weights: Weights, floor: Floor) -> bool:
    """Whether the person first in rank is far ahead of the next, and the one of whom the article speaks most."""
    if not ranked or weights[ranked[0]] < _CLEARLY or not _is_ahead(ranked, weights):
        return False
    person = floor.cast.person(ranked[0])
    return person is not None and person.count == floor.cast.most_told


def _campaigning(mention: Mention, unit: int, floor: Floor) -> list[str]:
    """Whose campaign was spoken of right before a unit, if the words are for somebody who runs for something."""
    standing = floor.describer.rulebook.reading(str(mention.role), "standings")
    if standing is None or "runs" not in standing.tags:
        return []
    here, at, symbols = floor.layout.sentence(unit), unit, floor.folded.symbols
    while (at := symbols.rfind(Symbol.BODY, 0, at)) >= 0 and here - floor.layout.sentence(at) <= _RECENT:
        owner, _, head = str(floor.mention_at(at, at + 1).name).rpartition(" ")
        person = (
            floor.cast.person(owner.removesuffix("'s").removesuffix("’s"))
            if head in floor.describer.rulebook.words["name-forms.campaign"]
            else None
        )
        if person is not None:
            return [person.name]
    return []


def _marked_alike(mention: Mention, unit: int, floor: Floor) -> list[str]:
    """The persons before a unit whom the article marks with the same party, those first of whom it speaks most."""
    wanted = {m for m in mention.modifiers if m.startswith("party:")}
    marks = floor.given_roles().marks if wanted else {}
    names = [name for name, held in marks.items() if wanted & held and floor.cast.appears_before(name, unit)]
    people = [p for p in map(floor.cast.person, names) if p is not None]
    return [p.name for p in sorted(people, key=lambda p: (-p.count, p.name))]


def _names_another(told: frozenset[str], marks: frozenset[str]) -> bool:
    """Whether a description holds a name that the article never puts beside the person (*the Reyes impersonator*)."""
    return any(mark.startswith("name:") and "-" not in mark and mark not in marks for mark in told)


def _allows(name: str, mention: Mention, floor: Floor) -> bool:
    """Whether a person may be meant at all: of no other party, place or body, and not named in the description."""
    marks = floor.marks_of(name)
    told = mention.modifiers - _places_within(mention.modifiers, marks, floor.describer.rulebook)
    named = {f"name:{word}" for word in name.lower().split()}
    return not (contradict(told, marks) or named & mention.modifiers)


def _places_within(told: frozenset[str], marks: frozenset[str], rulebook: Rulebook) -> frozenset[str]:
    """The regions and towns told that lie in a country that is marked, where no other region or town is marked."""
    if any(_country_of(mark, rulebook) for mark in marks):
        return frozenset()
    return frozenset(mark for mark in told if f"place:{_country_of(mark, rulebook)}" in marks)


def _country_of(mark: str, rulebook: Rulebook) -> str | None:
    """The country in which a region or town lies."""
    if not mark.startswith("place:"):
        return None
    reading = rulebook.reading(mark.removeprefix("place:").title(), "places")
    country = reading.entry.fields.get("country") if reading else None
    return str(country).lower() if country else None


def _can_be(name: str, mention: Mention, floor: Floor) -> bool:
    """Whether no office or calling that the article gives to a person contradicts the one described."""
    rulebook = floor.describer.rulebook
    roles = {h.role for h in floor.roles_of(name) if h.role and "former" not in h.modifiers}
    exact = " " in str(mention.role) or any(m.startswith("body:") for m in mention.modifiers)
    if exact and not _leaves_open(mention, rulebook):
        return not roles
    if any(mark == f"party:{mention.role}" for mark in mention.modifiers):
        return True  # the Republican may hold any office
    posts = {role for role in roles if not rulebook.lists(role, "standings")}
    return not posts or any(likeness_of(mention, role, rulebook.words) for role in posts)


def _leaves_open(mention: Mention, rulebook: Rulebook) -> bool:
    """Whether a description leaves open which office somebody has: a standing, or what they were."""
    return "former" in mention.modifiers or rulebook.lists(mention.role, "standings")
