"""Resolves the source of every draft, in text order."""

from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from provenance.attribution.draft import Draft
from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.model import Gender, Kind, Mention, Naming, Number, Role, Source, Span
from provenance.resolution.anonymity import carry_terms, complete_anonymity
from provenance.resolution.antecedents import antecedent_units
from provenance.resolution.cast import read_cast
from provenance.resolution.delayed import name_later
from provenance.resolution.delayed_groups import name_group_later
from provenance.resolution.evidenced import count_evidenced
from provenance.resolution.floor import Floor, Speaker, source_of
from provenance.resolution.known import mark_undescribed
from provenance.resolution.layout import read_layout
from provenance.resolution.names import gender_of_source
from provenance.resolution.quoted import name_apart, name_others
from provenance.resolution.relays import Relay
from provenance.resolution.sieves import SIEVES


def resolve_sources(
    drafts: Sequence[Draft],
    folded: Folded,
    describer: Describer,
    relays: Sequence[Relay] = (),
    posts: Sequence[int] = (),
) -> list[Source | None]:
    """The source of each draft, None where none is stated; pronouns see only speakers before them.

    `posts` are the code points at which the posts of a live blog begin; pronouns do not look beyond their own.
    *The publication* is the outlet that spoke, or was a relay, last before it.
    """
    floor = _open_floor(folded, describer)
    floor.posts = [folded.unit_at(bisect_left(folded.tokens.starts, start)) for start in posts]
    floor.relayed = [
        (r.unit, r.hop.entity) for r in relays if r.hop.role is Role.RELAY and r.hop.naming is Naming.NAMED
    ]
    resolved: list[Source | None] = [None] * len(drafts)
    spoken_in_quotes = []
    pronouns: dict[int, tuple[Mention, int]] = {}
    order = sorted((i for i, d in enumerate(drafts) if d.source is not None), key=lambda i: drafts[i].source or (0, 0))
    for index in order:
        tokens = drafts[index].source
        if tokens is None:
            continue
        units = folded.unit_at(tokens[0]), folded.unit_at(tokens[1] - 1) + 1
        mention = describer.read(folded, *tokens)
        if mention.naming is Naming.AUTHOR and (drafts[index].outer is not None or floor.layout.quoted(units[0])):
            spoken_in_quotes.append(index)
        if drafts[index].outer is not None and mention.pronoun and mention.naming is not Naming.AUTHOR:
            pronouns[index] = mention, units[0]
        found, sieve = _resolve(mention, units, floor)
        source = evolve(found, spans=(_span(folded, tokens),), sieve=sieve)
        source = _mark_namesake(source, mention, units[0], floor)
        resolved[index] = complete_anonymity(source, drafts[index], folded, describer.rulebook)
        _remember(floor, mention, units, source)
    _name_delayed(order, resolved, floor)
    resolved = name_apart(pronouns, drafts, name_others(pronouns, drafts, resolved, floor), floor)
    for index in spoken_in_quotes:
        resolved[index] = _first_person(index, drafts, resolved, floor)
    resolved = count_evidenced(drafts, resolved, floor)
    return mark_undescribed(carry_terms(drafts, resolved, folded, describer.rulebook), floor)


def _mark_namesake(source: Source, mention: Mention, unit: int, floor: Floor) -> Source:
    """Note who by name holds the role that describes an unnamed person: *an official*, and *Ana Reyes, an official*."""
    if source.naming is not Naming.UNNAMED or source.number is not Number.ONE or mention.role is None:
        return source
    holder = floor.holder_of(mention, unit)
    return evolve(source, perhaps=holder.name) if holder else source


def _name_delayed(order: Sequence[int], resolved: list[Source | None], floor: Floor) -> None:
    """Give a name to who is described first and named later; speakers stand in the order in which they were resolved."""
    for place, index in enumerate(order):
        named = name_later(place, floor) or name_group_later(place, floor)
        if named is not None:
            resolved[index] = evolve(named, sieve="named-later")


def _span(folded: Folded, tokens: tuple[int, int]) -> Span:
    return Span(folded.tokens.starts[tokens[0]], folded.tokens.end(tokens[1] - 1))


def _open_floor(folded: Folded, describer: Describer) -> Floor:
    sets = describer.rulebook.sets
    cast = read_cast(folded, describer)
    return Floor(folded, cast, read_layout(folded.symbols), describer, sets["PREPOSITION"], sets["COMMA"])


def _resolve(mention: Mention, units: tuple[int, int], floor: Floor) -> tuple[Source, str]:
    """The source that a sieve finds, and the sieve; a relative, an age or an apposition stands for what is before it."""
    antecedent = antecedent_units(mention, units, floor)
    if antecedent is not None:
        return _through_sieves(floor.mention_at(*antecedent), antecedent, floor)
    return _through_sieves(mention, units, floor)


def _through_sieves(mention: Mention, units: tuple[int, int], floor: Floor) -> tuple[Source, str]:
    for sieve in SIEVES:
        source = sieve(mention, units, floor)
        if source is not None:
            return source, sieve.__name__.removeprefix("by_")
    return _unresolved(mention), "words"


def _unresolved(mention: Mention) -> Source:
    """A description stands for itself; a pronoun nobody answers for has no entity."""
    if mention.pronoun:
        author = mention.naming is Naming.AUTHOR
        return source_of(mention, mention.head if author else None)
    described = mention.anonymity.descriptor if mention.anonymity else mention.name or mention.head
    return source_of(mention, described)


def _first_person(
    index: int, drafts: Sequence[Draft], resolved: Sequence[Source | None], floor: Floor
) -> Source | None:
    """*I said*, inside what somebody else says, is that speaker; in a quotation of nobody's, who spoke last."""
    source, outer = resolved[index], drafts[index].outer
    while outer is not None:
        speaker = resolved[outer]
        if source is not None and speaker is not None and speaker.naming is not Naming.AUTHOR:
            return evolve(speaker, spans=source.spans, candidates=(), sieve="first-person")
        outer = drafts[outer].outer
    if source is None:
        return None
    before = (s for s in reversed(floor.speakers) if s.source.spans < source.spans)
    spoke = next((s.source for s in before if s.source.kind is Kind.PERSON and s.source.naming is Naming.NAMED), None)
    return evolve(spoke, spans=source.spans, candidates=(), sieve="first-person") if spoke else source


def _remember(floor: Floor, mention: Mention, units: tuple[int, int], source: Source) -> None:
    """Put a speaker on the floor, and what its pronoun tells of gender."""
    key = None
    one = source.kind is Kind.PERSON and source.number is Number.ONE and source.naming is not Naming.AUTHOR
    if one and source.entity:
        key = source.entity if source.naming is Naming.NAMED else floor.pronouns.get(units[0], f"#{units[0]}")
    gender = gender_of_source(mention, source, floor)
    if mention.pronoun and gender is not Gender.UNKNOWN and source.naming is Naming.NAMED and source.entity:
        person = floor.cast.person(source.entity)
        if person is not None and person.gender is Gender.UNKNOWN:
            person.gender = gender
    if key is not None and not mention.pronoun:
        floor.spoken.add(key)
    floor.speakers.append(Speaker(units[0], source, gender, mention, key))
