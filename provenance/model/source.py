"""Who or what a claim is attributed to."""

from attrs import field, frozen

from provenance.model.mention import Anonymity, Kind, Naming, Number
from provenance.model.span import Spans


@frozen
class Source:
    """A resolved source.

    `spans` are the words at the attribution itself; `entity` is the fullest form the article gives, or the
    description of an unnamed source, or None when a pronoun could not be resolved. `candidates` keeps who an unresolved
    or doubtful pronoun may stand for. `sieve` names what resolved it (`surname`, `pronoun`, ...), `words` where the words
    had to stand for themselves. `perhaps` is a named holder of the role by which an unnamed source is described: the
    article may mean that person. `described` is false where the article tells a name and nothing of who that is.
    """

    spans: Spans
    entity: str | None
    kind: Kind
    naming: Naming
    number: Number
    on_behalf_of: str | None = None
    anonymity: Anonymity | None = None
    candidates: tuple[str, ...] = ()
    sieve: str = field(default="words", eq=False)
    described: bool = True
    perhaps: str | None = field(default=None, eq=False)
