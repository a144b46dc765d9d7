"""Who or what a stretch of text refers to."""

from enum import StrEnum

from attrs import field, frozen

from provenance.model.span import Spans


class Kind(StrEnum):
    """What sort of thing a mention, source or hop is (JSON contract, section 4 of the design)."""

    PERSON = "person"
    GROUP = "group"
    GOVERNMENT = "government"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class Naming(StrEnum):
    """Whether the reader can tell who it is."""

    NAMED = "named"
    UNNAMED = "unnamed"
    NONE = "none"
    AUTHOR = "author"


class Number(StrEnum):
    """How many speakers the words claim."""

    ONE = "one"
    SEVERAL = "several"
    UNSPECIFIED = "unspecified"


class Gender(StrEnum):
    """Grammatical evidence about a person, from titles, given names and pronouns; never a guess about anyone."""

    MALE = "m"
    FEMALE = "f"
    UNKNOWN = "u"


class Granted(StrEnum):
    """How a source came to be unnamed."""

    REQUESTED = "requested"
    INCIDENTAL = "incidental"
    RELAYED = "relayed"
    UNKNOWN = "unknown"


@frozen
class Anonymity:
    """How an unnamed source is described, and what the article says about its namelessness.

    `descriptor` is the describing noun group without article or *unnamed*; `terms` the condition (*on condition of
    anonymity*); `reason` why, `reason_class` what kind of reason (authority, safety, ...) and `rote` whether it is a mere
    formula; `basis` how they know; `specificity` counts role, organisation or whom they serve, country, basis and an exact
    number, one point each (0-5), and `points` has the words for each; `body_shared` tells whether many bodies are called
    what this one is called (*a ministry*, not *the cabinet*). `claimed` is how many speakers the words claim in figures,
    `evidenced` how many persons the article shows to have spoken: one for a single person; for several those whom it tells
    apart (*one of the officials ... the other*), None where it tells none apart.
    `sorts` are what the head makes of it (lexicon source-sorts). `granted` is how they came to be unnamed.
    """

    descriptor: str
    terms: str | None
    reason: str | None
    basis: str | None
    specificity: int
    points: tuple[tuple[str, str], ...] = ()
    reason_class: str | None = None
    rote: bool = False
    claimed: int | None = None
    evidenced: int | None = field(default=None, eq=False)
    sorts: frozenset[str] = frozenset()
    granted: Granted = Granted.UNKNOWN
    body_shared: bool = False

    @property
    def told(self) -> dict[str, str]:
        """The words for each point that the description earns: *role*, *organisation*, *side*, *basis*, *number*."""
        return dict(self.points)


@frozen(eq=False, repr=False)
class Mention:
    """A span that refers to a person, office, group, outlet or document, before it is resolved.

    `name` is the proper name in it, if any; `head` the lower-case head noun of a description, if any. `role` is the role
    under the word that its variants share (*Sen.*: senator), `modifiers` what narrows it (*place:vermont*, *former*),
    `covers` the roles a wider word may stand for. `definite` says whether *the* or a possessor opens it, None where
    nothing says. `members` are the names in a coordination.
    """

    spans: Spans
    kind: Kind
    naming: Naming
    number: Number
    name: str | None = None
    head: str | None = None
    gender: Gender = Gender.UNKNOWN
    pronoun: bool = False
    on_behalf_of: str | None = None
    anonymity: Anonymity | None = None
    role: str | None = None
    modifiers: frozenset[str] = frozenset()
    covers: frozenset[str] = frozenset()
    definite: bool | None = None
    members: tuple[str, ...] = ()
