"""The sieves: each turns a mention into an entity or lets it pass to the next.

Order: names, roles of named people, outlets spoken of in short, pronouns. Stanford's multi-sieve resolver (Raghunathan
et al., EMNLP 2010) is the model: precise rules first, each on what the earlier ones left.
"""

from collections.abc import Callable, Sequence

from attrs import define, field, frozen

from provenance.mentions.fold import Folded
from provenance.model import Gender, Kind, Mention, Naming, Number, Source
from provenance.resolution.cast import Appearance, Cast

_SHORT_OUTLETS = frozenset({
    "newspaper", "paper", "publication", "outlet", "magazine", "network", "channel", "broadcaster", "agency", "website",
    "site", "tabloid", "daily", "weekly", "journal", "station", "news agency", "portal", "journalists",
})
_ARTICLES = frozenset({"article", "authors", "author", "report", "material", "story", "piece"})
_REACH = 90
"""Units back within which a pronoun's antecedent is looked for."""


@frozen
class Speaker:
    """A source already resolved, and the unit at which its words stand."""

    unit: int
    source: Source
    gender: Gender


@define
class Floor:
    """What the sieves know while they go through an article: the cast, and who has spoken so far."""

    folded: Folded
    cast: Cast
    speakers: list[Speaker] = field(factory=list)
    outlet: str | None = None


Sieve = Callable[[Mention, int, Floor], Source | None]


def by_name(mention: Mention, _unit: int, floor: Floor) -> Source | None:
    """A name stands for the fullest form of it that the article gives."""
    if mention.naming is not Naming.NAMED or not mention.name:
        return None
    name = mention.name
    if mention.kind is Kind.PERSON and mention.number is Number.ONE:
        name = floor.cast.full_name(name)
    return source_of(mention, name)


def by_role(mention: Mention, unit: int, floor: Floor) -> Source | None:
    """*The minister* is the one person of the article who is given that role."""
    if mention.kind is not Kind.PERSON or mention.number is not Number.ONE or not mention.head or mention.pronoun:
        return None
    words = mention.anonymity.descriptor.lower().split() if mention.anonymity else []
    if not _is_definite(mention, floor):
        return None
    holders = floor.cast.holders(mention.head, unit) or _by_last_word(mention.head, unit, floor)
    if not holders or not words:
        return None
    return source_of(mention, floor.cast.full_name(holders[0]), naming=Naming.NAMED)


def _by_last_word(role: str, unit: int, floor: Floor) -> list[str]:
    last = role.split()[-1]
    held = {r for r, _, _ in floor.cast.roles if r.split()[-1] == last}
    return [name for r in sorted(held) for name in floor.cast.holders(r, unit)]


def _is_definite(mention: Mention, floor: Floor) -> bool:
    tokens = floor.folded.tokens
    start = mention.spans[0].start
    index = _token_at(tokens.starts, start)
    return tokens.surfaces[index].lower() in ("the", "his", "her", "this", "that") or index + 1 < len(
        tokens.surfaces) and any(s in ("'s", "’s") for s in tokens.surfaces[index : index + 4])


def _token_at(starts: Sequence[int], position: int) -> int:
    from bisect import bisect_right

    return bisect_right(starts, position) - 1


def by_outlet(mention: Mention, _unit: int, floor: Floor) -> Source | None:
    """*The newspaper*, *the article*, *the authors*: the outlet last spoken of."""
    head = mention.head or ""
    if floor.outlet is None or mention.name and mention.kind is Kind.OUTLET:
        return None
    if head in _SHORT_OUTLETS | _ARTICLES and _is_definite(mention, floor):
        return source_of(mention, floor.outlet, naming=Naming.NAMED, kind=Kind.OUTLET)
    return None


def by_pronoun(mention: Mention, unit: int, floor: Floor) -> Source | None:
    """A pronoun is the nearest subject or speaker before it that agrees; further ones stay as candidates."""
    if not mention.pronoun or mention.naming is Naming.AUTHOR:
        return None
    fitting = [c for c in _candidates(unit, floor) if _agrees(mention, c)]
    if not fitting:
        return None
    best = fitting[0]
    others = tuple(dict.fromkeys(
        c.source.entity for c in fitting[1:] if c.source.entity and c.source.entity != best.source.entity
        and c.source.naming is not best.source.naming
    ))
    source = best.source
    named = tuple(e for e in (source.entity, *others) if e) if others else ()
    return Source(
        mention.spans, source.entity, source.kind, source.naming, source.number, source.on_behalf_of, source.anonymity,
        named,
    )


def _candidates(unit: int, floor: Floor) -> list[Speaker]:
    """Subjects and speakers before a unit, nearest first."""
    near = [s for s in floor.speakers if unit - _REACH <= s.unit < unit]
    known = {s.unit for s in near}
    for appearance in floor.cast.appearances:
        if unit - _REACH <= appearance.unit < unit and appearance.subject and appearance.unit not in known:
            near.append(_as_speaker(appearance, floor))
    return sorted(near, key=lambda s: -s.unit)


def _as_speaker(appearance: Appearance, floor: Floor) -> Speaker:
    mention = appearance.mention
    source = by_name(mention, appearance.unit, floor) or source_of(mention, None)
    gender = mention.gender
    if gender is Gender.UNKNOWN and source.entity:
        gender = floor.cast.gender(source.entity)
    return Speaker(appearance.unit, source, gender)


def _agrees(mention: Mention, speaker: Speaker) -> bool:
    source = speaker.source
    if source.naming in (Naming.NONE, Naming.AUTHOR) or source.entity is None:
        return False
    if mention.gender is not Gender.UNKNOWN:
        right_kind = source.kind is Kind.PERSON and source.number is Number.ONE
        return right_kind and speaker.gender in (mention.gender, Gender.UNKNOWN)
    if mention.number is Number.SEVERAL:
        return source.number is Number.SEVERAL or source.kind in (Kind.GROUP, Kind.ORGANISATION)
    return source.kind in (Kind.GOVERNMENT, Kind.ORGANISATION, Kind.OUTLET, Kind.DOCUMENT)


def source_of(
    mention: Mention, entity: str | None, *, naming: Naming | None = None, kind: Kind | None = None
) -> Source:
    """The source a mention makes, under the entity it was resolved to."""
    named = (naming or mention.naming) is Naming.NAMED
    return Source(
        mention.spans, entity, kind or mention.kind, naming or mention.naming, mention.number, mention.on_behalf_of,
        None if named else mention.anonymity,
    )


SIEVES: tuple[Sieve, ...] = (by_outlet, by_role, by_name, by_pronoun)
"""In order of precision."""
