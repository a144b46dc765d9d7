"""Statements that several articles, or one article several times, report."""

from attrs import frozen

from provenance.model.article import Article
from provenance.model.attribution import Attribution
from provenance.model.finding import Confidence, Severity
from provenance.model.span import Spans


@frozen(eq=False, repr=False)
class Member:
    """One attribution in a group. `article` is its place among the articles compared.

    `part` are the stretches of its content that belong to the group; `verbatim` whether it shares its very words with another.
    """

    article: int
    attribution: Attribution
    part: Spans
    verbatim: bool = False


@frozen(eq=False, repr=False)
class GroupOrigin:
    """Where a statement comes from: who said it, on what occasion, and the article that had it first."""

    entity: str | None
    occasion: str | None
    article: int


@frozen
class Step:
    """One step of a statement's way: from whom to whom, by names or paths, and what shows it."""

    source: str
    target: str
    evidence: str


@frozen(eq=False, repr=False)
class Variant:
    """One wording, the words that no other wording has, and the members (by their places in the group) that have it."""

    text: str
    own: tuple[str, ...]
    members: tuple[int, ...]


@frozen(eq=False, repr=False)
class Group:
    """Attributions that report one utterance or claim. `origins` are independent origins, each with the names it goes by."""

    id: str
    label: str
    origin: GroupOrigin
    origins: tuple[tuple[str, ...], ...]
    members: tuple[Member, ...]
    variants: tuple[Variant, ...]
    lineage: tuple[Step, ...]

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that have it, in the order given."""
        return tuple(sorted({member.article for member in self.members}))


@frozen(eq=False, repr=False)
class Conflict:
    """Accounts that cannot both be right: `kind` says in what, `sides` are the words of each member that differ."""

    kind: str
    members: tuple[Member, ...]
    sides: tuple[str, ...]
    group: str | None


@frozen(eq=False, repr=False)
class GroupFinding:
    """What an audit over groups reports; `places` are the words it rests on, by the places of the articles."""

    rule: str
    code: str
    severity: Severity
    confidence: Confidence
    message: str
    group: str | None
    members: tuple[Member, ...]
    places: tuple[tuple[int, Spans], ...]
    standards: tuple[str, ...] = ()


@frozen(eq=False, repr=False)
class Comparison:
    """What a comparison of articles found."""

    articles: tuple[Article, ...]
    groups: tuple[Group, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    findings: tuple[GroupFinding, ...] = ()
