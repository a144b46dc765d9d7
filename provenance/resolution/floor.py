"""What the sieves know while they go through an article, and how a mention becomes a source."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from attrs import define, evolve, field, frozen

from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.model import Gender, Kind, Mention, Naming, Source, Spans
from provenance.resolution.cast import Cast
from provenance.resolution.layout import Layout
from provenance.resolution.roles import Holder, chain_end, find_holders, holder_of, holders_by_role, marks_by_name

REACH = 220
"""Units back within which an antecedent is looked for."""
OPENING = 4
"""Sentences from the start in which somebody may be described before being named."""


@frozen(eq=False, repr=False)
class Speaker:
    """A source already resolved, the unit at which its words stand, its mention, and whom it adds weight to."""

    unit: int
    source: Source
    gender: Gender
    mention: Mention
    key: str | None


@define(eq=False, repr=False)
class Floor:
    """The article's cast and layout, and who has spoken so far.

    `relayed` are the units and names of outlets that pass claims on. `holders` are found when first asked for, and
    so is `answering`: the name, if any, of whom an interview is with. `posts` are the units at which a live blog's posts
    begin.
    """

    folded: Folded
    cast: Cast
    layout: Layout
    describer: Describer
    prepositions: frozenset[str]
    commas: frozenset[str]
    speakers: list[Speaker] = field(factory=list)
    holders: Sequence[Holder] | None = None
    roles: Mapping[str | None, Sequence[Holder]] = field(factory=dict)
    marks: Mapping[str, frozenset[str]] = field(factory=dict)
    pronouns: dict[int, str] = field(factory=dict)
    settled: int = 0
    relayed: Sequence[tuple[int, str | None]] = ()
    spoken: set[str] = field(factory=set)
    described: dict[int, str | None] = field(factory=dict)
    initials: dict[str, tuple[int, int] | None] = field(factory=dict)
    capitals: dict[str, list[int]] = field(factory=dict)
    answering: tuple[str | None] | None = None
    posts: Sequence[int] = ()

    def earliest(self, unit: int) -> int:
        """The first unit to which a pronoun at a unit can look back; in a live blog none before its own post."""
        before = bisect_right(self.posts, unit)
        return max(0, unit - REACH, self.posts[before - 1] if before else 0)

    def is_opening(self, unit: int) -> bool:
        """Whether a unit stands in the sentences in which somebody is described before being named.

        They begin an article, and each post of a live blog.
        """
        before = bisect_right(self.posts, unit)
        start = self.layout.sentence(self.posts[before - 1]) if before else 0
        return self.layout.sentence(unit) - start < OPENING

    def mention_at(self, first: int, last: int) -> Mention:
        """What the units `[first, last)` refer to, taken alone."""
        return self.describer.read(self.folded, self.folded.first[first], self.folded.first[last])

    def role_holders(self) -> Sequence[Holder]:
        """The roles that the article gives to named persons."""
        if self.holders is None:
            self.holders = find_holders(self.folded, self.cast, self.describer)
            self.roles = holders_by_role(self.holders)
            self.marks = marks_by_name(self.holders)
        return self.holders

    def holder_of(self, mention: Mention, unit: int) -> Holder | None:
        """The holder whom a described role at a unit means."""
        self.role_holders()
        return holder_of(mention, self.roles, self.marks, unit)

    def person_described(self, mention: Mention, unit: int) -> str | None:
        """The full name of whom a definite description at a unit means, by the roles the article gives."""
        if unit not in self.described:
            holder = self.holder_of(mention, unit) if mention.role and mention.definite else None
            self.described[unit] = holder.name if holder else None
        return self.described[unit]

    def phrase_end(self, unit: int) -> int:
        """The unit behind a group and the prepositional phrases that hang on it."""
        return chain_end(self.folded, unit, self.describer)

    def surface(self, unit: int) -> str:
        """The first word of a unit, in lower case."""
        return self.folded.tokens.surfaces[self.folded.first[unit]].lower()


def source_of(
    mention: Mention, entity: str | None, *, naming: Naming | None = None, kind: Kind | None = None
) -> Source:
    """The source a mention makes, under the entity it was resolved to."""
    named = (naming or mention.naming) is Naming.NAMED
    return Source(
        mention.spans,
        entity,
        kind or mention.kind,
        naming or mention.naming,
        mention.number,
        mention.on_behalf_of,
        None if named else mention.anonymity,
    )


def placed(source: Source, spans: Spans) -> Source:
    """The same source where its words stand."""
    return evolve(source, spans=spans)
