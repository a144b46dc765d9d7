"""Who has a statement from whom: what the articles say themselves, then who had the words first."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from provenance.comparing.spellings import keys_of, same_person
from provenance.comparing.statements import Statement
from provenance.model import Article, Hop, Kind, Naming, Role, Step

STATED, WORDING = "stated", "same words, later"


def trace_lineage(members: Sequence[tuple[Statement, bool]], articles: Sequence[Article]) -> tuple[Step, ...]:
    """Give the steps from the origin to the articles; `members` are statements and whether their words are another's."""
    spelled: dict[tuple[str, ...], str] = {}
    steps = dict.fromkeys(step for statement, _ in members for step in _stated(statement, articles, spelled))
    steps |= dict.fromkeys(_later(members, articles))
    return tuple(steps)


def node_of(article: int, articles: Sequence[Article]) -> str:
    """The name of an article in a lineage: its path, or its place where it has none."""
    return articles[article].path or f"article {article + 1}"


def _stated(statement: Statement, articles: Sequence[Article], spelled: dict[tuple[str, ...], str]) -> Iterator[Step]:
    """Give the steps of a chain, nearest the reader first; an outlet that is among the articles stands for its article.

    `spelled` keeps how each name was spelled first, so that another spelling makes no other node.
    """
    target = node_of(statement.article, articles)
    for hop in statement.attribution.chain:
        name = _name(hop, statement, articles)
        if name is not None and name == hop.entity:
            name = _spell_once(name, hop.kind, spelled)
        if hop.role is Role.PUBLISHER or name is None or name == target:
            continue
        yield Step(name, target, STATED)
        target = name


def _spell_once(name: str, kind: Kind, spelled: dict[tuple[str, ...], str]) -> str:
    """The spelling under which a name was met first; of a person also where only the surname is given again."""
    keys = keys_of(name) or (name,)
    if kind is Kind.PERSON:
        known = next((first for held, first in spelled.items() if same_person(held, keys)), None)
        return known or spelled.setdefault(keys, name)
    return spelled.setdefault(keys, name)


def _name(hop: Hop, statement: Statement, articles: Sequence[Article]) -> str | None:
    """The name of a hop in a lineage; None for an origin that is not stated."""
    if hop.naming is Naming.NONE or hop.entity is None:
        return None
    if hop.kind is Kind.OUTLET:
        for number, article in enumerate(articles):
            if number != statement.article and article.publisher and keys_of(article.publisher) == keys_of(hop.entity):
                return node_of(number, articles)
    return hop.entity


def _later(members: Sequence[tuple[Statement, bool]], articles: Sequence[Article]) -> Iterator[Step]:
    """Give a step to each article from the earlier one whose words are most like its own, where dates are known."""
    held = [(articles[one.article].published, one.article, one) for one, verbatim in members if verbatim]
    dated = sorted(((date, article, one) for date, article, one in held if date), key=lambda told: told[:2])
    for number, (date, article, statement) in enumerate(dated):
        earlier = [held for held in dated[:number] if held[0] < date and held[1] != article]
        if earlier:
            nearest = max(earlier, key=lambda held: LCSseq.similarity(held[2].words, statement.words))
            yield Step(node_of(nearest[1], articles), node_of(article, articles), WORDING)
