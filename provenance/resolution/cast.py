"""Who appears in an article: the people, their names in full, the evidence of their gender."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from attrs import define, evolve, field, frozen

from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.model import Gender, Kind, Mention, Naming, Number
from provenance.resolution.namesakes import agree, differ, is_junior, is_no_name, is_part, words_of
from provenance.resolution.spelling import find_misspelt
from provenance.rulebook import Rulebook
from provenance.tokens.symbols import Symbol

_PERSON = re.compile(Symbol.PERSON.value)

_SUFFIX = "name-forms.generation"


@define
class Person:
    """One named person: all forms of the name, the fullest first, how often they stand there, evidence of gender.

    `introduced` is the unit at which a full name first stands.
    """

    name: str
    forms: list[str]
    count: int
    gender: Gender = Gender.UNKNOWN
    introduced: int = 0


@frozen(eq=False, repr=False)
class Cast:
    """The people of one article.

    `units` and `mentions` run in parallel: every group of the text that is headed by a person. `owners` are the units and
    mentions of persons who own what a group is headed by. `surnames` and `given`
    map the last and the first word of a full name, in lower case, to the persons who bear it; `suffixes` (*Jr.*) are no part
    of a surname. `places` are listed when first asked for.
    """

    units: list[int]
    mentions: list[Mention | None]
    owners: list[tuple[int, Mention]]
    surnames: dict[str, list[Person]]
    given: dict[str, list[Person]]
    read: Callable[[int], Mention]
    suffixes: frozenset[str]
    known: dict[tuple[str, Gender], Person | None] = field(factory=dict)
    places: dict[str, list[int]] = field(factory=dict)

    def mention(self, index: int) -> Mention:
        """The mention at `units[index]`; one without a capital names nobody and is described when first asked for."""
        found = self.mentions[index]
        if found is None:
            found = self.mentions[index] = self.read(self.units[index])
        return found

    def person(self, name: str, gender: Gender = Gender.UNKNOWN) -> Person | None:
        """Who a name means: of several whose gender agrees whoever was introduced first; None for nobody known.

        A given name alone means the one of whom the article speaks most.
        """
        key = (name, gender)
        if key not in self.known:
            self.known[key] = self._find(name, gender)
        return self.known[key]

    def _find(self, name: str, gender: Gender) -> Person | None:
        words = words_of(name, self.suffixes)
        if not words:
            return None
        found = self.surnames.get(words[-1], [])
        if len(words) > 1:
            return next((p for p in found if name in p.forms), None) or next(
                (p for p in found if any(agree(words, words_of(f, self.suffixes)) for f in p.forms)), None
            )
        if found:
            return first_introduced(p for p in found if not differ(p.gender, gender))
        agreeing = [p for p in self.given.get(words[0], []) if not differ(p.gender, gender)]
        return max(agreeing, key=lambda p: p.count, default=None)

    def bearers(self, surname: str) -> Sequence[Person]:
        """Those of several persons who bear a surname and have a full name; empty where there are not several."""
        full = [p for p in self.surnames.get(surname.lower(), ()) if " " in p.name]
        return full if len(full) > 1 else ()

    def appears_before(self, name: str, unit: int) -> bool:
        """Whether somebody of that surname is mentioned before a unit."""
        return self.appears_within(name, 0, unit)

    def appears_within(self, name: str, first: int, last: int) -> bool:
        """Whether somebody of that surname is mentioned in the units `[first, last)`."""
        if not self.places:
            self._list_places()
        found = self.places.get(name.rsplit(maxsplit=1)[-1], ())
        at = bisect_left(found, first)
        return at < len(found) and found[at] < last

    def _list_places(self) -> None:
        """List under each surname the units at which it stands; mentions that are still to be described name nobody."""
        self.places[""] = []
        for unit, mention in zip(self.units, self.mentions, strict=True):
            if mention and mention.name:
                self.places.setdefault(mention.name.split()[-1], []).append(unit)

    def protagonist(self, gender: Gender) -> str | None:
        """The full name of the person of that gender of whom the article speaks most."""
        agreeing = [p for people in self.surnames.values() for p in people if p.gender is gender and " " in p.name]
        return max(agreeing, key=lambda p: p.count).name if agreeing else None

    @property
    def most_told(self) -> int:
        """How often the person of whom the article speaks most is named."""
        return max((p.count for people in self.surnames.values() for p in people), default=0)

    def full_name(self, name: str, gender: Gender = Gender.UNKNOWN) -> str:
        """The fullest form of a name that the article gives."""
        person = self.person(name, gender)
        return person.name if person else name

    def gender(self, name: str) -> Gender:
        """What the article tells of the gender of a named person."""
        person = self.person(name)
        return person.gender if person else Gender.UNKNOWN


def first_introduced(people: Iterable[Person]) -> Person | None:
    """Of people of one surname whom it means when nothing near tells: a full name before others, the first before the next."""
    return min(people, key=lambda p: (" " not in p.name, p.introduced), default=None)


def read_cast(folded: Folded, describer: Describer) -> Cast:
    """Everybody who appears, in text order."""
    first, surfaces, read = folded.first, folded.tokens.surfaces, describer.read
    units = [match.start() for match in _PERSON.finditer(folded.symbols)]
    mentions = [
        read(folded, first[unit], first[unit + 1]) if _has_capital(surfaces[first[unit] : first[unit + 1]]) else None
        for unit in units
    ]
    _share_surnames(units, mentions, folded, describer.rulebook)
    owners = list(_read_owners(folded, describer))
    counts: Counter[tuple[str, Gender]] = Counter()
    introduced: dict[str, int] = {}
    for unit, mention in sorted([*zip(units, mentions, strict=True), *owners], key=itemgetter(0)):
        if mention is not None and names_person(mention):
            counts[str(mention.name), mention.gender] += 1
            introduced.setdefault(str(mention.name), unit)
    suffixes = describer.rulebook.words[_SUFFIX]
    surnames = _full_names(counts, introduced, suffixes)
    _join_spellings(surnames, describer.rulebook)
    surnames |= find_misspelt(surfaces, surnames, describer.rulebook)
    given: dict[str, list[Person]] = defaultdict(list)
    for people in surnames.values():
        for person in people:
            given[words_of(person.name, suffixes)[0]].append(person)
    for unit, mention in _read_listed_surnames(folded, surnames, describer.rulebook):
        at = bisect_left(units, unit)
        if at == len(units) or units[at] != unit:
            units.insert(at, unit)
            mentions.insert(at, mention)
        elif (held := mentions[at]) is None or not names_person(held):
            mentions[at] = mention
        else:
            continue
        counts[str(mention.name), Gender.UNKNOWN] += 1
    cast = Cast(
        units, mentions, owners, surnames, given, lambda unit: read(folded, first[unit], first[unit + 1]), suffixes
    )
    _enter_short_names(cast, counts, describer.rulebook)
    return cast


def _share_surnames(units: list[int], mentions: list[Mention | None], folded: Folded, rulebook: Rulebook) -> None:
    """*Paul and Ana Reyes*: the given name before *and* shares the surname behind, unless it is somebody's own surname."""
    surnames = {str(m.name).rpartition(" ")[2] for m in mentions if m is not None and m.name and " " in m.name}
    for index, (one, other) in enumerate(pairwise(mentions)):
        if one is None or other is None or units[index + 1] != units[index] + 2 or not names_person(one):
            continue
        given, full = str(one.name), str(other.name).split()
        if len(full) < len(("given", "last")) or " " in given or given in surnames or not names_person(other):
            continue
        joined = folded.words(units[index] + 1, units[index + 1]) == ["and"]
        if joined and rulebook.lists(given, "given-names") and rulebook.lists(full[0], "given-names"):
            mentions[index] = evolve(one, name=f"{given} {full[-1]}")


def _read_listed_surnames(
    folded: Folded, surnames: Mapping[str, Sequence[Person]], rulebook: Rulebook
) -> Iterator[tuple[int, Mention]]:
    """Where a surname stands alone that is also an ordinary word (*Price said*), which the noun grammar passes over."""
    last_words = {p.forms[0].split()[-1] for people in surnames.values() for p in people}
    listed = {name for name in last_words if any(r.lexicon != "given-names" for r in rulebook.read(name))}
    for token, surface in enumerate(folded.tokens.surfaces) if listed else ():
        if surface in listed:
            unit = folded.unit_at(token)
            if folded.first[unit] == token and folded.first[unit + 1] == token + 1:
                yield unit, Mention((), Kind.PERSON, Naming.NAMED, Number.ONE, name=surface)


def _has_capital(surfaces: Sequence[str]) -> bool:
    """Whether a word is written with a capital anywhere; only such groups can name anybody."""
    return any(not surface.islower() for surface in surfaces)


def names_person(mention: Mention) -> bool:
    """Whether a mention names one person."""
    one = mention.kind is Kind.PERSON and mention.number is Number.ONE
    return one and mention.naming is Naming.NAMED and mention.name is not None


def _read_owners(folded: Folded, describer: Describer) -> Iterator[tuple[int, Mention]]:
    """The persons named before *'s* inside groups headed by something else (*Ana Reyes's aide*), with the units."""
    surfaces, first = folded.tokens.surfaces, folded.first
    for match in _marks(describer.rulebook).finditer(folded.classes):
        token = match.start()
        if token and surfaces[token - 1][:1].isupper():
            unit = folded.unit_at(token)
            start = first[unit]
            if start < token < first[unit + 1]:
                mention = describer.read(folded, start, token)
                if names_person(mention):
                    yield unit, mention


@lru_cache(maxsize=8)
def _marks(rulebook: Rulebook) -> re.Pattern[str]:
    return re.compile("[" + "".join(re.escape(rulebook.classifier[mark][0]) for mark in ("'s", "’s")) + "]")


def _full_names(
    counts: Counter[tuple[str, Gender]], introduced: Mapping[str, int], suffixes: frozenset[str]
) -> dict[str, list[Person]]:
    """Persons by surname, from the names of two words and more."""
    surnames: dict[str, list[Person]] = defaultdict(list)
    for (name, gender), count in counts.items():
        words = words_of(name, suffixes)
        if len(words) > 1:
            alike = (p for p in surnames[words[-1]] if any(agree(words, words_of(f, suffixes)) for f in p.forms))
            known = next((p for p in alike if not is_junior(name, p.forms, suffixes)), None)
            if known is None or differ(known.gender, gender):
                surnames[words[-1]].append(Person(name, [name], count, gender, introduced[name]))
            else:
                _add_form(known, name, count, gender)
    return surnames


def _add_form(person: Person, name: str, count: int, gender: Gender) -> None:
    if name not in person.forms:
        person.forms.append(name)
    person.count += count
    fuller = len(name) > len(person.name) or person.name.isupper()
    if fuller and not name.isupper():
        person.name = name
    if person.gender is Gender.UNKNOWN:
        person.gender = gender


def _join_spellings(surnames: Mapping[str, list[Person]], rulebook: Rulebook) -> None:
    """Make one person of names of which one ends the other, and of a name and a word before its surname (*Justice Reyes*)."""
    suffixes = rulebook.words[_SUFFIX]
    for surname, people in surnames.items():
        if len(people) < len(("one", "other")):
            continue
        kept: list[Person] = []
        for person in sorted(people, key=lambda p: is_no_name(p.name, rulebook)):
            same = next((k for k in kept if _is_part_of_other(person.name, k.name, suffixes)), None)
            if same is None and is_no_name(person.name, rulebook):
                same = max(
                    (k for k in kept if not differ(k.gender, person.gender)), key=lambda k: k.count, default=None
                )
            if same is None:
                kept.append(person)
            else:
                _join(same, person, rulebook)
        surnames[surname][:] = kept


def _is_part_of_other(one: str, other: str, suffixes: frozenset[str]) -> bool:
    return is_part(one, other, suffixes) or is_part(other, one, suffixes)


def _join(person: Person, other: Person, rulebook: Rulebook) -> None:
    """Take another spelling into a person, under the fuller name that a given name opens."""
    plain = [p.name for p in (person, other) if not is_no_name(p.name, rulebook)] or [person.name]
    given = [name for name in plain if rulebook.lists(name.partition(" ")[0], "given-names")]
    person.name = max(given or plain, key=len)
    person.forms += [form for form in other.forms if form not in person.forms]
    person.count += other.count
    person.introduced = min(person.introduced, other.introduced)
    if person.gender is Gender.UNKNOWN:
        person.gender = other.gender


def _enter_short_names(cast: Cast, counts: Counter[tuple[str, Gender]], rulebook: Rulebook) -> None:
    """Surnames alone count for the person they mean and tell of gender (*Ms. Reyes*)."""
    for (name, gender), count in counts.items():
        if len(words_of(name, cast.suffixes)) != 1:
            continue
        person = cast.person(name, gender)
        if person is not None:
            person.count += count
            if person.gender is Gender.UNKNOWN:
                person.gender = gender
        elif name.lower() not in cast.given:
            known = gender if gender is not Gender.UNKNOWN else _gender_of_given(name, rulebook)
            cast.surnames.setdefault(words_of(name, cast.suffixes)[-1], []).append(Person(name, [name], count, known))
            cast.known.pop((name, gender), None)
    cast.known.clear()


def _gender_of_given(name: str, rulebook: Rulebook) -> Gender:
    """Of a name that stands alone; many men's names are surnames too, so they tell nothing."""
    female = any(r.lexicon == "given-names" and r.entry.fields.get("gender") == "f" for r in rulebook.read(name))
    return Gender.FEMALE if female else Gender.UNKNOWN
