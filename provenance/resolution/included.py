"""Groups of which some are named: *critics including the union and Ana Reyes*, *the nominee and her aides*."""

from collections.abc import Iterator

from attrs import evolve

from provenance.mentions.groups import INDEFINITE
from provenance.model import Kind, Mention, Naming, Number, Source
from provenance.resolution.epithets import by_epithet, by_role
from provenance.resolution.floor import Floor, source_of
from provenance.rulebook.readings import Reading
from provenance.tokens.symbols import Symbol

_LEXICON = "member-openers"
_SPEAKING = frozenset(Symbol[name] for name in ("PERSON", "BODY", "OUTLET", "PLACE", "THING", "DOCUMENT"))
_WRITTEN = ("organisations", "demonyms", "places", "given-names")
"""Lexicons of words that keep their capital inside a sentence."""
_MOST = 6
"""Members that are read."""


def by_included(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """A group is named as soon as one of it is; its entity is those named, and the others."""
    if mention.naming is not Naming.UNNAMED or mention.pronoun:
        return None
    several = mention.number is Number.SEVERAL or mention.kind is Kind.OUTLET
    found = _opener(units, floor) if several or _is_anybody(mention, floor) else None
    names = _names_from(found[1], floor) if found else []
    if not names or found is None:
        return None
    if several:
        return source_of(
            mention, f"{', '.join(names)} and {_others(mention, units, found[1], floor)}", naming=Naming.NAMED
        )
    return source_of(mention, names[0], naming=Naming.NAMED) if "one" in found[0].tags else None


def _is_anybody(mention: Mention, floor: Floor) -> bool:
    """Whether the words are *someone*, *anybody*, which only stand for a name behind them."""
    reading = floor.describer.rulebook.reading(str(mention.head), "function-words")
    return reading is not None and "indefinite" in reading.tags


def _others(mention: Mention, units: tuple[int, int], members: int, floor: Floor) -> str:
    """The rest of the group in the article's words: *other critics*."""
    if members < units[1]:  # the members stand inside the source's words
        mention = floor.mention_at(units[0], units[0] + 1)
    described = (mention.anonymity.descriptor if mention.anonymity else mention.head or "others").split()
    words = floor.describer.rulebook.words
    while len(described) > 1 and described[0].lower() in words[INDEFINITE]:
        described = described[1:]
    if described[0].lower() in words["reference-words.other"]:
        return "others"
    listed = any(floor.describer.rulebook.lists(described[0], name) for name in _WRITTEN)
    first = described[0].lower() if described[0].istitle() and not listed else described[0]
    return f"other {first} {' '.join(described[1:])}".rstrip()


def _opener(units: tuple[int, int], floor: Floor) -> tuple[Reading, int] | None:
    """The words that open a list of members inside or right behind a group, and the unit behind them."""
    last = floor.phrase_end(units[1] - 1)
    last += floor.folded.symbols[last : last + 1] in floor.commas
    for at in (*range(units[0] + 1, units[1]), last):
        for length in (2, 1):
            end = at + length
            if end < len(floor.folded.symbols):
                words = " ".join(floor.folded.words(at, end)).lower()
                reading = floor.describer.rulebook.reading(words, _LEXICON)
                if reading is not None:
                    return reading, end
    return None


def _names_from(unit: int, floor: Floor) -> list[str]:
    """The names in a list that begins at a unit; marks of party between commas are none (*D-Ohio*)."""
    names: list[str] = []
    symbols = floor.folded.symbols
    while len(names) < _MOST and symbols[unit : unit + 1] and symbols[unit] in _SPEAKING:
        end = floor.phrase_end(unit)
        known = floor.mention_at(unit, end)
        if known.naming is Naming.NAMED and known.name and known.name[:1].isupper() and known.name[1:2] != "-":
            full = known.number is Number.ONE and symbols[unit] == Symbol.PERSON
            names.append(floor.cast.full_name(known.name, known.gender) if full else known.name)
        unit = end
        while unit < len(symbols) and (symbols[unit] in floor.commas or floor.surface(unit) == "and"):
            unit += 1
        if unit == end:
            break
    return names


def by_members(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*The nominee and her aides* are named if the article says who the nominee is."""
    if len(mention.members) < len(("one", "other")) or mention.naming is not Naming.UNNAMED:
        return None
    texts = list(mention.members)
    for at, member in _described_members(units, floor):
        known = by_role(member, (at, at + 1), floor) or by_epithet(member, (at, at + 1), floor)
        written = " ".join(floor.folded.words(at, at + 1))
        place = next((i for i, text in enumerate(texts) if text in written), None)
        if known is not None and known.entity and place is not None:
            texts[place] = known.entity
    if tuple(texts) == mention.members:
        return None
    named = ", ".join(texts[:-1]) + " and " + texts[-1]
    return evolve(source_of(mention, named, naming=Naming.NAMED), kind=Kind.GROUP)


def _described_members(units: tuple[int, int], floor: Floor) -> Iterator[tuple[int, Mention]]:
    """The units of a coordination that describe one person with *the*; of whom *his lawyer* is, little is known here."""
    for at in range(*units):
        if floor.folded.symbols[at] == Symbol.PERSON and floor.surface(at) == "the":
            member = floor.mention_at(at, at + 1)
            if member.number is Number.ONE and member.naming is Naming.UNNAMED:
                yield at, member
