"""Who appears in an article: names in full, their roles, the evidence of their gender."""

from collections import defaultdict
from collections.abc import Iterable

from attrs import define, field, frozen

from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.model import Gender, Kind, Mention, Naming, Number
from provenance.rulebook import Rulebook
from provenance.tokens.symbols import Symbol

_SPEAKING = frozenset({Symbol.PERSON, Symbol.BODY, Symbol.OUTLET, Symbol.PLACE, Symbol.DOCUMENT, Symbol.REPORT})


@frozen
class Appearance:
    """A mention in the text: the unit at which it stands, and whether it can be a subject (no preposition before)."""

    unit: int
    mention: Mention
    subject: bool


@define
class Cast:
    """The people and bodies of one article.

    `full` maps the last word of a name to the full names that end with it, in order of appearance; `genders` holds what
    titles, given names and resolved pronouns told.
    """

    appearances: list[Appearance]
    full: dict[str, list[str]] = field(factory=lambda: defaultdict(list))
    roles: list[tuple[str, str, int]] = field(factory=list)
    genders: dict[str, Gender] = field(factory=dict)

    def full_name(self, name: str) -> str:
        """The longest name of the article that ends alike, if only one does; else the name itself."""
        known = [n for n in self.full.get(name.split()[-1], ()) if n == name or n.endswith(" " + name)]
        longest = [n for n in known if len(n) > len(name)]
        return longest[0] if longest and len(set(longest)) == 1 else _first_fuller(name, longest)

    def gender(self, name: str) -> Gender:
        """What the article tells of the gender of a named person."""
        return self.genders.get(name, Gender.UNKNOWN)

    def holders(self, role: str, before: int) -> list[str]:
        """The named persons whom the article gives this role, the nearest before `before` first."""
        found = [(unit <= before, -abs(before - unit), name) for held, name, unit in self.roles if held == role]
        return list(dict.fromkeys(name for _, _, name in sorted(found, reverse=True)))


def _first_fuller(name: str, longer: Iterable[str]) -> str:
    return next(iter(longer), name)


def read_cast(folded: Folded, describer: Describer) -> Cast:
    """Everybody who appears, in text order."""
    prepositions = describer.rulebook.sets["PREPOSITION"]
    appearances = []
    for unit, symbol in enumerate(folded.symbols):
        if symbol in _SPEAKING:
            mention = describer.describe(folded, folded.first[unit], folded.first[unit + 1])
            appearances.append(Appearance(unit, mention, unit == 0 or folded.symbols[unit - 1] not in prepositions))
    cast = Cast(appearances)
    for appearance in appearances:
        _enter(cast, appearance)
    _apposed_roles(cast, folded, describer.rulebook)
    return cast


def _enter(cast: Cast, appearance: Appearance) -> None:
    mention = appearance.mention
    if mention.kind is not Kind.PERSON or mention.naming is not Naming.NAMED or not mention.name:
        return
    if mention.number is Number.ONE:
        cast.full[mention.name.split()[-1]].append(mention.name)
        if mention.gender is not Gender.UNKNOWN:
            cast.genders.setdefault(cast.full_name(mention.name), mention.gender)
        if mention.head:
            cast.roles.append((mention.head, mention.name, appearance.unit))


def _apposed_roles(cast: Cast, folded: Folded, rulebook: Rulebook) -> None:
    """*Ana Reyes, the foreign minister, ...* and *the foreign minister, Ana Reyes, ...* give roles too."""
    by_unit = {a.unit: a.mention for a in cast.appearances}
    comma = rulebook.sets["COMMA"]
    for unit, mention in by_unit.items():
        other = by_unit.get(unit + 2)
        if other is None or folded.symbols[unit + 1] not in comma:
            continue
        for person, role in ((mention, other), (other, mention)):
            if person.naming is Naming.NAMED and person.name and person.kind is Kind.PERSON and role.head:
                if role.naming is Naming.UNNAMED and role.number is Number.ONE:
                    cast.roles.append((role.head, person.name, unit))
