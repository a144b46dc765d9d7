"""What a trace of one audit holds: each claim it looks at, its conditions there, and what became of it."""

from enum import StrEnum

from attrs import frozen

from provenance.model import Attribution, Finding, Record, Spans
from provenance.rulebook.schema import AuditCard


class End(StrEnum):
    """Where the way of a claim through an audit ends."""

    CONDITIONS = "conditions"
    MODULE = "module"
    EXCEPTION = "exception"
    ONCE = "once"
    FOLDED = "folded"
    HIDDEN = "hidden"
    HEARD = "heard"


@frozen
class Weighed:
    """One condition: the fact, what the card wants of it, what it is there, whether that will do.

    `words` are those of the article from which the fact is read, where they are others than the claim's and its source's.
    """

    fact: str
    wanted: object
    value: object
    held: bool
    words: str = ""


@frozen
class Circumstance:
    """An exception of a card, or what softens its findings; `effect` is what it makes of one, `held` whether it does."""

    id: str
    reason: str
    effect: str
    conditions: tuple[Weighed, ...]

    @property
    def held(self) -> bool:
        """Whether all of its conditions hold."""
        return bool(self.conditions) and all(one.held for one in self.conditions)


@frozen(eq=False)
class WeighedClaim:
    """One claim before an audit. `end` is where its way ends, `why` says in a clause what ended it.

    `evidence` are the words that say whose it is. `finding` is what the audit makes of it, heard or hidden.
    """

    claim: Spans
    evidence: Spans
    attribution: Attribution | None
    record: Record | None
    conditions: tuple[Weighed, ...]
    excepts: tuple[Circumstance, ...]
    softens: tuple[Circumstance, ...]
    end: End
    why: str
    finding: Finding | None = None


@frozen(eq=False)
class LeftOut:
    """Somebody's words at which no audit looks, and why."""

    attribution: Attribution
    why: str


@frozen(eq=False)
class AuditTrace:
    """One audit on a stretch of an article. `ruling` is what the house makes of the audit, `profiles` are those that hear it.

    `decides` is to what a module of the audit objects where the conditions hold; empty where they are all there is.
    """

    card: AuditCard
    claims: tuple[WeighedClaim, ...]
    left_out: tuple[LeftOut, ...]
    decides: str = ""
    ruling: str = ""
    profiles: tuple[str, ...] = ()
