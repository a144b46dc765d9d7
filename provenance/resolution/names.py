"""Names as sources: the fullest form the article gives, surnames that are ordinary words, initials spelled out."""

from provenance.model import Gender, Kind, Mention, Naming, Number, Source
from provenance.resolution.bearers import full_name_at
from provenance.resolution.floor import Floor, source_of
from provenance.tokens.symbols import Symbol


def by_surname(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*King* is a person where the article names somebody King, whatever else the word is."""
    first, last = floor.folded.first[units[0]], floor.folded.first[units[1]]
    words = floor.folded.tokens.surfaces[first:last]
    if mention.naming is Naming.UNNAMED and "," in words:
        words = words[: words.index(",")]  # Gray, the party chairman
    if mention.pronoun or len(words) != 1 or not words[0][:1].isupper() or mention.kind is Kind.GOVERNMENT:
        return None
    bearers = floor.cast.surnames.get(words[0].lower())
    if not bearers or all(" " not in p.name for p in bearers):
        return None
    surname = Mention((), Kind.PERSON, Naming.NAMED, Number.ONE, name=words[0])
    return Source(mention.spans, full_name_at(surname, units[0], floor), Kind.PERSON, Naming.NAMED, Number.ONE)


def by_name(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """A name stands for the fullest form of it that the article gives."""
    if mention.naming is not Naming.NAMED or not mention.name:
        return None
    if mention.members:
        return source_of(mention, _members(mention, floor))
    if mention.kind is Kind.PERSON and mention.number is Number.ONE:
        return source_of(mention, full_name_at(mention, units[0], floor))
    if (
        mention.name.isupper()
        and " " not in mention.name
        and len(mention.name) > 1
        and mention.kind in (Kind.ORGANISATION, Kind.GOVERNMENT, Kind.OUTLET)
        and not _is_known_by_initials(mention.name, floor)
    ):
        return _initials(mention, floor)
    if mention.kind is Kind.OUTLET:
        return source_of(mention, _fuller_outlet(mention.name, units[0], floor))
    return source_of(mention, mention.name)


def _is_known_by_initials(name: str, floor: Floor) -> bool:
    """Whether an outlet is listed under its initials (*CNN*), whatever they once stood for."""
    reading = floor.describer.rulebook.reading(name, "outlets")
    return reading is not None and reading.entry.lemma == name


def _initials(mention: Mention, floor: Floor) -> Source:
    """Initials under the name they stand for, if the article spells it out."""
    tokens = spelled_out(str(mention.name), floor)
    if tokens is None:
        return source_of(mention, mention.name)
    whole = floor.describer.read(floor.folded, *tokens)
    kind = (
        whole.kind if whole.naming is Naming.NAMED and whole.kind not in (Kind.PERSON, Kind.UNKNOWN) else mention.kind
    )
    return source_of(mention, " ".join(floor.folded.tokens.surfaces[tokens[0] : tokens[1]]), kind=kind)


def _members(mention: Mention, floor: Floor) -> str:
    names = [floor.cast.full_name(member) for member in mention.members]
    return ", ".join(names[:-1]) + " and " + names[-1]


def spelled_out(initials: str, floor: Floor) -> tuple[int, int] | None:
    """The tokens of the first name in the text whose capitals are these initials."""
    letters = initials.replace(".", "")
    if initials not in floor.initials:
        surfaces, joiners = floor.folded.tokens.surfaces, floor.describer.rulebook.words["name-forms.joiner"]
        found = ((at, _name_from(surfaces, at, letters, joiners)) for at in _words_with(letters[0], floor))
        floor.initials[initials] = next(((at, end) for at, end in found if end), None)
    return floor.initials[initials]


def _words_with(capital: str, floor: Floor) -> list[int]:
    """The tokens of more than one character that begin with a letter."""
    if not floor.capitals:
        for at, surface in enumerate(floor.folded.tokens.surfaces):
            if len(surface) > 1 and not surface[0].islower():
                floor.capitals.setdefault(surface[0], []).append(at)
    return floor.capitals.get(capital, [])


def _name_from(surfaces: list[str], start: int, letters: str, joiners: frozenset[str]) -> int:
    """Where the name that begins at a token ends if its capitals are the letters; else 0."""
    at, left = start, letters
    while left and at < len(surfaces):
        word = surfaces[at]
        if word[0] == left[0] and len(word) > 1 and not word.isupper():
            left = left[1:]
        elif word not in joiners or at == start:
            return 0
        at += 1
    return 0 if left else at


def _fuller_outlet(name: str, unit: int, floor: Floor) -> str:
    """*The Herald* is the Harbour Herald if the article said so before."""
    if " " in name:
        return name
    symbols, at = floor.folded.symbols, unit
    while (at := symbols.rfind(Symbol.OUTLET, 0, at)) >= 0:
        known = floor.mention_at(at, at + 1)
        if known.name and known.naming is Naming.NAMED and known.name.endswith(" " + name):
            return known.name
    return name


def gender_of_source(mention: Mention, source: Source, floor: Floor) -> Gender:
    """What is known of the gender of a single person."""
    if mention.gender is not Gender.UNKNOWN or source.entity is None or source.naming is not Naming.NAMED:
        return mention.gender
    return floor.cast.gender(source.entity)
