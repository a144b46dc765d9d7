"""Who has a statement from whom: what the articles say themselves, then who had the words first."""

from collections.abc import Iterator, Sequence

from provenance.comparing.spellings import keys_of
from provenance.comparing.statements import Statement
from provenance.model import Article, Hop, Kind, Naming, Role, Step

STATED, WORDING = "stated", "same words, later"


def trace_lineage(members: Sequence[tuple[Statement, bool]], articles: Sequence[Article]) -> tuple[Step, ...]:
    """Give the steps from the origin to the articles; `members` are statements and whether their words are another's."""
    steps = dict.fromkeys(step for statement, _ in members for step in _stated(statement, articles))
    steps |= dict.fromkeys(_later(members, articles))
    return tuple(steps)


def node_of(article: int, articles: Sequence[Article]) -> str:
    """The name of an article in a lineage: its path, or its place where it has none."""
    return articles[article].path or f"article {article + 1}"


def _stated(statement: Statement, articles: Sequence[Article]) -> Iterator[Step]:
    """Give the steps of a chain, origin first; an outlet that is among the articles stands for its article."""
    target = node_of(statement.article, articles)
    for hop in statement.attribution.chain:
        name = _name(hop, statement, articles)
        if hop.role is Role.PUBLISHER or name is None or name == target:
            continue
        yield Step(name, target, STATED)
        target = name


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
    """Give a step from the first article to have the words to each later one, where dates are known."""
    dated = [(articles[one.article].published, one.article) for one, verbatim in members if verbatim]
    known = sorted({(date, article) for date, article in dated if date})
    for date, article in known[1:]:
        first, source = known[0]
        if date > first:
            yield Step(node_of(source, articles), node_of(article, articles), WORDING)
