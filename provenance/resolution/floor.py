"""What the sieves know while they go through an article, and how a mention becomes a source."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.model import Gender, Kind, Mention, Naming, Number, Source
from provenance.resolution.cast import Cast
from provenance.resolution.layout import Layout
from provenance.resolution.roles import Holder, Roles, chain_end, read_roles

REACH = 220
"""Units back within which an antecedent is looked for."""
OPENING = 4
"""Sentences from the start in which somebody may be described before being named."""

_TELLING = ("place:", "body:")


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

    `relayed` are the units and names of outlets that pass claims on. `roles` are read when first asked for, and
    so are `campaigns`, by whose they are, and `answering`: the name, if any, of whom an interview is with. `called` has, by
    word and unit, the body last named up to there that can be called so. `posts` are the units at which a live blog's posts
    begin. `headed` are the places in the cast by the word that heads them, `strangers` by that word, and what places it, where somebody without
    a name is first introduced (*a judge*); both are filled when asked for.
    """

    folded: Folded
    cast: Cast
    layout: Layout
    describer: Describer
    prepositions: frozenset[str]
    commas: frozenset[str]
    speakers: list[Speaker] = field(factory=list)
    roles: Roles | None = None
    pronouns: dict[int, str] = field(factory=dict)
    settled: int = 0
    relayed: Sequence[tuple[int, str | None]] = ()
    spoken: set[str] = field(factory=set)
    described: dict[int, str | None] = field(factory=dict)
    initials: dict[str, tuple[int, int] | None] = field(factory=dict)
    capitals: dict[str, list[int]] = field(factory=dict)
    answering: tuple[str | None] | None = None
    campaigns: dict[str, Mention] | None = None
    called: dict[str, dict[int, Mention | None]] = field(factory=dict)
    posts: Sequence[int] = ()
    headed: dict[str, list[int]] = field(factory=dict)
    strangers: dict[tuple[str, frozenset[str]], int | None] = field(factory=dict)

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

    def given_roles(self) -> Roles:
        """The roles that the article gives to named persons."""
        if self.roles is None:
            self.roles = read_roles(self.folded, self.cast, self.describer)
        return self.roles

    def roles_of(self, name: str) -> Sequence[Holder]:
        """The roles that the article gives to a person, by full name."""
        return self.given_roles().by_name.get(name, ())

    def marks_of(self, name: str) -> frozenset[str]:
        """Everything that the article says of a person, by full name, beside the roles: parties, places, *former*."""
        return self.given_roles().marks.get(name, frozenset())

    def holder_of(self, mention: Mention, unit: int) -> Holder | None:
        """The holder whom a described role at a unit means."""
        return self.given_roles().holder_of(mention, unit)

    def person_described(self, mention: Mention, unit: int) -> str | None:
        """The full name of whom a definite description at a unit means, by the roles the article gives."""
        if unit not in self.described:
            holder = self.holder_of(mention, unit) if mention.role and mention.definite else None
            self.described[unit] = holder.name if holder else None
        return self.described[unit]

    def introduces_stranger(self, mention: Mention, unit: int) -> bool:
        """Whether one person without a name is introduced before a unit whom a description may mean (*a judge*).

        *The Ohio judge* is none of whom no place or body is told.
        """
        head = str(mention.head).rpartition(" ")[2]
        marks = frozenset(mark for mark in mention.modifiers if mark.startswith(_TELLING))
        if (head, marks) not in self.strangers:
            self.strangers[head, marks] = next(self._find_strangers(head, marks), None)
        found = self.strangers[head, marks]
        return found is not None and found < unit

    def _find_strangers(self, head: str, marks: frozenset[str]) -> Iterator[int]:
        if not self.headed:
            self.headed[""] = []
            surfaces, first = self.folded.tokens.surfaces, self.folded.first
            for index, unit in enumerate(self.cast.units):
                self.headed.setdefault(surfaces[first[unit + 1] - 1].lower(), []).append(index)
        for index in self.headed.get(head, ()):
            known = self.cast.mention(index)
            single = known.naming is Naming.UNNAMED and known.number is Number.ONE
            if single and known.definite is False and marks <= known.modifiers:
                yield self.cast.units[index]

    def phrase_end(self, unit: int) -> int:
        """The unit behind a group and the prepositional phrases that hang on it."""
        return chain_end(self.folded, unit, self.describer)

    def is_on(self, unit: int, name: str) -> bool:
        """Whether the first word of a unit stands on a list of words that the rules name; nothing behind the last does."""
        return self.word_at(unit) in self.describer.rulebook.words[name]

    def word_at(self, unit: int) -> str:
        """The first word of a unit, in lower case; nothing behind the last."""
        return self.surface(unit) if unit < len(self.folded.symbols) else ""

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
