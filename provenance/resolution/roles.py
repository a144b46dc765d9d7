"""Who holds which role in an article: titles before names, appositions, *(D-Ohio)*, *X is the chairman*."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from attrs import define, field, frozen

from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.model import Kind, Mention, Naming
from provenance.resolution.cast import Cast, names_person
from provenance.resolution.leaders import find_leaders
from provenance.resolution.shared import find_shared
from provenance.rulebook import Rulebook
from provenance.rulebook.word_lists import WordLists
from provenance.tokens.symbols import GROUPS, Symbol

DASHES = frozenset({"-", "--", "–", "—", "―"})
"""Dashes, which stand around an apposition as commas do."""
LED = "led"
"""Marks who holds an office only because a body is called after them (*the Reyes administration*)."""
_PARTY = re.compile(r"(D|R|I|L|Dem|Rep)[-–](.*)")
_STEP = 2
"""A group and the preposition or comma before it."""
_ENDS = frozenset((Symbol.STOP, Symbol.BREAK, Symbol.BREAK_CLOSE, Symbol.VOID))
_SORTS = ("party:", "place:", "body:")
_WITHIN = 8
"""Units before a name within which the words that identify somebody by it stand."""
_CHAIN = 3
"""Prepositional phrases that an apposition may hold."""
_LED = 0.9
"""How well somebody fits an office of which only the name of a body tells, measured by those whom the words give it."""
_UNIT = attrgetter("unit")


@frozen(eq=False, repr=False)
class Holder:
    """A named person, a role the article gives them (None: only marks such as a party), what narrows it, and where."""

    name: str
    role: str | None
    modifiers: frozenset[str]
    unit: int


def find_holders(folded: Folded, cast: Cast, describer: Describer) -> list[Holder]:
    """Every role that the article gives to a named person, in text order."""
    found = []
    for unit, mention in zip(cast.units, cast.mentions, strict=True):
        if mention is not None and mention.name and names_person(mention):
            name = cast.full_name(mention.name, mention.gender)
            found += [Holder(name, role, marks, unit) for role, marks in _roles_at(folded, unit, mention, describer)]
    for unit, mention in cast.owners:
        if mention.role:
            found.append(
                Holder(cast.full_name(str(mention.name), mention.gender), mention.role, mention.modifiers, unit)
            )
    shared = find_shared(folded, cast, describer, lambda unit: chain_end(folded, unit, describer))
    found += [Holder(one.name, one.role, one.modifiers, one.unit) for one in shared]
    found += [
        Holder(name, role, frozenset({LED}), unit)
        for unit, name, role in find_leaders(folded, cast, describer.rulebook)
    ]
    return found


def _roles_at(
    folded: Folded, unit: int, mention: Mention, describer: Describer
) -> Iterator[tuple[str | None, frozenset[str]]]:
    if mention.role:
        yield mention.role, mention.modifiers
    symbols, tokens = folded.symbols, folded.tokens.surfaces
    after = folded.first[unit + 1]
    if after + 1 < len(tokens) and tokens[after] in ("(", ",") and (party := _PARTY.match(tokens[after + 1])):
        yield None, _party_marks(party, describer.rulebook)
    if unit + 2 < len(symbols) and (
        tokens[after] in describer.rulebook.words["reference-words.copula"]
        or (tokens[after] == "," and closes(folded, chain_end(folded, unit + 2, describer)))
    ):
        yield from _described(folded, unit + 2, describer)
    if unit >= _STEP and tokens[folded.first[unit] - 1] == "," and closes(folded, unit + 1):
        start = _chain_start(folded, unit - 2, describer)
        yield from _described(folded, start, describer)
    identified = identified_before(folded, unit, describer.rulebook)
    if identified is not None:
        yield from _described(folded, _chain_start(folded, identified, describer), describer)


def identified_before(folded: Folded, unit: int, rulebook: Rulebook) -> int | None:
    """The last group of the description that the name at a unit identifies: *the suspect, identified by police as Ana Reyes*."""
    symbols, verbs = folded.symbols, rulebook.sets["IDENTIFYING"]
    if unit < _STEP or folded.tokens.surfaces[folded.first[unit] - 1] != "as":
        return None
    low = max(0, unit - _WITHIN)
    at = next((i for i in range(unit - 2, low - 1, -1) if symbols[i] in verbs), None)
    if at is None or not _ENDS.isdisjoint(symbols[at:unit]):
        return None
    group = next((i for i in range(at - 1, low - 1, -1) if symbols[i] in GROUPS), None)
    between = "" if group is None else symbols[group + 1 : at]
    return group if len(between) <= _CHAIN and _ENDS.isdisjoint(between) else None


def closes(folded: Folded, unit: int) -> bool:
    """Whether an apposition ends before a unit: a comma, a bracket, a dash, the end of the sentence."""
    if unit >= len(folded.symbols) or folded.symbols[unit] in _ENDS:
        return True
    return folded.tokens.surfaces[folded.first[unit]] in (",", ")", "(", ";", *DASHES)


def _described(folded: Folded, unit: int, describer: Describer) -> Iterator[tuple[str | None, frozenset[str]]]:
    """The role that a description of one person, with what hangs on it, names."""
    if folded.symbols[unit] != Symbol.PERSON:
        return
    mention = describer.read(folded, folded.first[unit], folded.first[chain_end(folded, unit, describer)])
    if mention.naming is Naming.UNNAMED and mention.kind is Kind.PERSON and mention.role:
        yield mention.role, mention.modifiers


def chain_end(folded: Folded, unit: int, describer: Describer) -> int:
    """The unit behind the prepositional phrases that hang on the group at a unit."""
    prepositions, symbols, end = describer.rulebook.sets["PREPOSITION"], folded.symbols, unit + 1
    for _ in range(_CHAIN):
        if end + 1 < len(symbols) and symbols[end] in prepositions and symbols[end + 1] in GROUPS:
            end += 2
    return end


def _chain_start(folded: Folded, unit: int, describer: Describer) -> int:
    """The group on which the prepositional phrases up to a unit hang."""
    prepositions, symbols = describer.rulebook.sets["PREPOSITION"], folded.symbols
    for _ in range(_CHAIN):
        if unit >= _STEP and symbols[unit - 1] in prepositions and symbols[unit - 2] in GROUPS:
            unit -= 2
    return unit


def _party_marks(party: re.Match[str], rulebook: Rulebook) -> frozenset[str]:
    marks = set()
    for reading in rulebook.read(party[1][:1]):
        if "party" in reading.entry.fields:
            marks.add(f"party:{reading.entry.fields['party']}")
    for form in (party[2], party[2] + "."):
        marks |= {f"place:{r.entry.lemma.lower()}" for r in rulebook.read(form) if r.lexicon == "places"}
    return frozenset(marks)


@define(eq=False, repr=False)
class Roles:
    """The roles that an article gives to named persons: by role and by name in text order, and all that is said of each.

    `fitting` remembers who fits a description best, by the words that tell: a crowd of holders is weighed once for them.
    """

    by_role: Mapping[str | None, Sequence[Holder]]
    by_name: Mapping[str, Sequence[Holder]]
    marks: Mapping[str, frozenset[str]]
    rulebook: Rulebook
    fitting: dict[tuple[str | None, frozenset[str], frozenset[str]], Sequence[Holder]] = field(factory=dict)

    def holder_of(self, mention: Mention, before: int) -> Holder | None:
        """Who is meant by a description at a unit: of those whom it fits best the last before it, else the first behind."""
        key = mention.role, mention.covers, mention.modifiers
        if key not in self.fitting:
            self.fitting[key] = self._best_fitting(mention)
        best = self.fitting[key]
        if not best:
            return None
        behind = bisect_right(best, before, key=_UNIT)
        return best[bisect_left(best, best[behind - 1].unit, key=_UNIT)] if behind else best[0]

    def fitting_names(self, mention: Mention) -> Sequence[str]:
        """The names of those whom a description fits best, each once, in text order."""
        self.holder_of(mention, 0)
        return list(dict.fromkeys(h.name for h in self.fitting[mention.role, mention.covers, mention.modifiers]))

    def names_fitting(self, mention: Mention) -> frozenset[str]:
        """The names of all to whom the article gives a role that agrees with a description."""
        alike = (
            h for role, held in self.by_role.items() if likeness_of(mention, role, self.rulebook.words) for h in held
        )
        return frozenset(h.name for h in alike if _fit(mention, h, self.marks[h.name], self.rulebook) > 0)

    def names_of_party(self) -> frozenset[str]:
        """The names behind which the article puts a party, as it does for members of a parliament (*(R-Ohio)*)."""
        return frozenset(h.name for h in self.by_role.get(None, ()))

    def _best_fitting(self, mention: Mention) -> list[Holder]:
        """Those whom a description fits best, in text order."""
        alike = [
            h for role, held in self.by_role.items() if likeness_of(mention, role, self.rulebook.words) for h in held
        ]
        fits = [_fit(mention, holder, self.marks[holder.name], self.rulebook) for holder in alike]
        most = max(fits, default=0)
        return sorted((h for h, fit in zip(alike, fits, strict=True) if fit == most > 0), key=_UNIT)


def read_roles(folded: Folded, cast: Cast, describer: Describer) -> Roles:
    """The roles that an article gives to the persons whom it names."""
    by_role: dict[str | None, list[Holder]] = defaultdict(list)
    by_name: dict[str, list[Holder]] = defaultdict(list)
    for holder in find_holders(folded, cast, describer):
        by_role[holder.role].append(holder)
        by_name[holder.name].append(holder)
    marks = {name: frozenset[str]().union(*(h.modifiers for h in held)) for name, held in by_name.items()}
    return Roles(dict(by_role), dict(by_name), marks, describer.rulebook)


def _fit(mention: Mention, holder: Holder, marks: frozenset[str], rulebook: Rulebook) -> float:
    """How well a holder fits: 0 where role, party or place contradict."""
    words = rulebook.words
    likeness = likeness_of(mention, holder.role, words)
    if not likeness or contradict(mention.modifiers, marks, ("party:", "place:")):
        return 0
    if (
        "former" in mention.modifiers
        and "former" not in holder.modifiers
        and words["reference-words.holding"] & holder.modifiers
    ):
        return 0
    wanted = {m for m in mention.modifiers if m != "former"}
    plain = {m for m in wanted if ":" not in m}
    if (likeness < 1 and not plain <= marks) or not _same_body(mention, holder, marks, rulebook):
        return 0
    told = likeness + len(wanted & marks) / (len(wanted) or 1)
    return told * _LED if LED in holder.modifiers else told


def likeness_of(mention: Mention, role: str | None, words: WordLists) -> float:
    """How well a described role agrees with one that is held: 1 the same, less for a wider word, 0 not at all."""
    if role is None or mention.role is None:
        return 0
    if role == mention.role:
        return 1
    if role in mention.covers:
        return 0.7
    ends = role.endswith(" " + mention.role) and not any(map(role.startswith, words["reference-words.deputy"]))
    return 0.6 if ends else 0


def _same_body(mention: Mention, holder: Holder, marks: frozenset[str], rulebook: Rulebook) -> bool:
    """Whether *head of the foreign ministry* is the foreign minister; any role of no body is."""
    bodies = {m for m in mention.modifiers if m.startswith("body:")}
    if not bodies or bodies & marks:
        return True
    if holder.role and any(_office_of(body, rulebook).endswith(holder.role) for body in bodies):
        return True
    return holder.role == mention.role and not any(m.startswith("body:") for m in marks)


def _office_of(body: str, rulebook: Rulebook) -> str:
    """What whoever leads a body is called, if the lexicon tells: *foreign minister* of *body:foreign ministry*."""
    heads = ((word, rulebook.reading(word, "body-words")) for word in body.partition(":")[2].split())
    return " ".join(str(head.entry.fields.get("led_by", word)) if head else word for word, head in heads)


def contradict(wanted: frozenset[str], marks: frozenset[str], sorts: Sequence[str] = _SORTS) -> bool:
    """Whether two descriptions name different parties, places or bodies."""
    for sort in sorts:
        one, other = ({m for m in held if m.startswith(sort)} for held in (wanted, marks))
        if one and other and not one & other:
            return True
    return False
