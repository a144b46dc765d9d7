"""Who speaks, in a form that can be compared across articles."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from provenance.comparing.meanings import COUNTRY, NAME, Meanings
from provenance.comparing.spellings import keys_of, same_person
from provenance.comparing.terms import find_countries, read_terms
from provenance.model import Attribution, Hop, Kind, Naming, Parse, Role, Source, Span, Spans

SAME, ALLIED, OPEN, OTHER = 3, 2, 1, 0
"""How two speakers may be one: the same, a state and who speaks for it, nobody can tell, different ones."""

_TITLE = 40
"""How many characters a title and the country before it have at most."""
_POINTS_BACK = re.compile(r"[\"“\s]*(?:that |and |but )*(?:they|it|these|this|such)\b|.{0,40}\bsuch\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:its|their|our|we|us|his|her|he|she|they|it|i|my)\b", re.IGNORECASE)


@frozen
class Speaker:
    """One hop of a chain: `name` as keys, `sides` the countries it belongs to, `entity` its name as written."""

    name: tuple[str, ...]
    kind: Kind
    naming: Naming
    role: Role
    sides: frozenset[str]
    entity: str | None


def read_speakers(attribution: Attribution, sides: Mapping[str, frozenset[str]]) -> tuple[Speaker, ...]:
    """Everybody in the chain of an attribution, nearest the reader first, origin last."""
    return tuple(_read(hop, sides) for hop in attribution.chain)


def read_sides(parse: Parse, meanings: Meanings) -> Mapping[str, frozenset[str]]:
    """The countries that the article's words for its sources put each of them to, by entity."""
    text = parse.article.text
    found: dict[str, set[str]] = {}
    titled: set[str] = set()
    for attribution in parse.attributions:
        source = attribution.source
        if source is None or source.entity is None:
            continue
        entity = source.entity
        if entity not in found:
            found[entity] = set(find_countries(entity, Span(0, len(entity)), meanings))
        found[entity].update(*(find_countries(text, span, meanings) for span in source.spans))
        if _has_title(source) and entity not in titled:
            titled.add(entity)
            found[entity].update(_sides_by_title(entity, text, meanings))
    return {entity: frozenset(countries) for entity, countries in found.items()}


def find_introductions(parse: Parse) -> Mapping[str, Spans]:
    """Where the article names each person it cites, with room for a title before the name, by the first attribution to them."""
    found: dict[str, Spans] = {}
    met: set[str] = set()
    for attribution in parse.attributions:
        source = attribution.source
        if source is not None and source.entity and source.entity not in met and _has_title(source):
            met.add(source.entity)
            found[attribution.id] = tuple(_with_titles(source.entity, parse.article.text))
    return found


def _has_title(source: Source) -> bool:
    return source.kind is Kind.PERSON and source.naming is Naming.NAMED


def _with_titles(name: str, text: str) -> Iterator[Span]:
    at = text.find(name)
    while at >= 0:
        yield Span(max(0, at - _TITLE), at + len(name))
        at = text.find(name, at + len(name))


def _sides_by_title(name: str, text: str, meanings: Meanings) -> Iterator[str]:
    """The countries right before the title with which a text introduces a name (*Norwegian President Ana Reyes*)."""
    for span in _with_titles(name, text):
        for term in reversed(read_terms(text, span, meanings)[:-1]):
            if term.key.startswith(COUNTRY):
                yield term.key
            if term.heavy or term.key.startswith(COUNTRY):
                break


def pool_sides(chains: Sequence[tuple[Speaker, ...]]) -> list[tuple[Speaker, ...]]:
    """Let a named person belong in every article to the countries that any article puts them to."""
    held: dict[tuple[str, ...], set[str]] = {}
    for chain in chains:
        for speaker in chain:
            if _is_person(speaker):
                held.setdefault(_full_key(speaker), set()).update(speaker.sides)
    return [
        tuple(evolve(s, sides=frozenset(held[_full_key(s)])) if _is_person(s) else s for s in chain) for chain in chains
    ]


def _is_person(speaker: Speaker) -> bool:
    return speaker.kind is Kind.PERSON and speaker.naming is Naming.NAMED and bool(speaker.name)


def _full_key(speaker: Speaker) -> tuple[str, ...]:
    return (speaker.name[0][:1], speaker.name[-1])


def terms_of(speakers: tuple[Speaker, ...]) -> frozenset[str]:
    """The terms that pronouns for the last speaker of a chain may stand for."""
    speaker = speakers[-1]
    surname = {NAME + speaker.name[-1]} if speaker.kind is Kind.PERSON and speaker.name else set()
    return speaker.sides | surname


def goes_on(words: str, before: frozenset[str], own: frozenset[str]) -> frozenset[str]:
    """What a clause may also be about: the claim before if it points back to it, the speaker if a pronoun may mean him."""
    found = before if _POINTS_BACK.match(words) else frozenset()
    return found | own if _PRONOUN.search(words) else found


def compare_speakers(one: Iterable[Speaker], other: Iterable[Speaker]) -> int:
    """How far two chains can lead to one speaker: SAME, ALLIED, OPEN or OTHER, the best of any two hops."""
    ours, theirs = [s for s in one if _speaks(s)], [s for s in other if _speaks(s)]
    if not ours or not theirs:
        return OPEN
    return max([_compare(a, b) for a in ours for b in theirs])


def _compare(one: Speaker, other: Speaker) -> int:
    if Naming.NONE in {one.naming, other.naming}:
        return OPEN
    if one.naming is Naming.NAMED and other.naming is Naming.NAMED:
        if Kind.PERSON in {one.kind, other.kind} and one.kind is other.kind:
            return SAME if same_person(one.name, other.name) else OTHER
        if one.name == other.name or (one.sides and one.sides == other.sides and one.kind is other.kind):
            return SAME
        return ALLIED if one.sides & other.sides else OTHER
    if one.sides and other.sides:
        return ALLIED if one.sides & other.sides else OTHER
    return OPEN


def _speaks(speaker: Speaker) -> bool:
    """Whether a hop is somebody whose words these are, not one who prints them."""
    return speaker.role is Role.ORIGIN or (speaker.role is Role.RELAY and speaker.kind is not Kind.OUTLET)


def _read(hop: Hop, sides: Mapping[str, frozenset[str]]) -> Speaker:
    return Speaker(
        keys_of(hop.entity or ""), hop.kind, hop.naming, hop.role, sides.get(hop.entity or "", frozenset()), hop.entity
    )
