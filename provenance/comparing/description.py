"""What a group is about: its wordings, who said it first, and how many origins it has."""

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from provenance.comparing.dates import day_of, order_of
from provenance.comparing.origins import count_origins
from provenance.comparing.statements import Statement
from provenance.comparing.variants import find_variants
from provenance.model import Article, GroupOrigin, Naming, Spans, Variant

_LABEL = 80


@frozen(eq=False)
class Description:
    """A label, the origin, the independent origins (each with the names it goes by), and the wordings."""

    label: str
    origin: GroupOrigin
    origins: tuple[tuple[str, ...], ...]
    variants: tuple[Variant, ...]


def describe_group(members: Sequence[tuple[Statement, Spans]], articles: Sequence[Article]) -> Description:
    """Describe a group; `members` are its statements with what of their content belongs to it."""
    statements = [statement for statement, _ in members]
    variants = find_variants(members)
    return Description(
        _label_of([variant.text for variant in variants]),
        _find_origin(statements, articles),
        count_origins([statement.speakers for statement in _innermost(statements)]),
        variants,
    )


def part_of(statement: Statement, places: frozenset[int]) -> Spans:
    """The clauses of a statement that belong to the group, or all of its content."""
    return tuple(statement.clauses[at].span for at in sorted(places)) or statement.attribution.content


def _innermost(statements: Sequence[Statement]) -> list[Statement]:
    """Leave out what another member stands in: that one tells the origin more exactly."""
    outer = {(one.article, one.attribution.nested_in) for one in statements}
    return [one for one in statements if (one.article, one.attribution.id) not in outer]


def _label_of(texts: Sequence[str]) -> str:
    """The wording of middle length, cut at a space."""
    text = sorted(texts, key=len)[(len(texts) - 1) // 2]
    return text if len(text) <= _LABEL else text[:_LABEL].rpartition(" ")[0] + " …"


def _find_origin(statements: Sequence[Statement], articles: Sequence[Article]) -> GroupOrigin:
    """Who is said to have said it first: a named origin before others, in the article published first."""
    told = [one for one in statements if one.attribution.chain[-1].naming is Naming.NAMED] or statements
    entities = [one.attribution.chain[-1].entity for one in told]
    occasions = [one.attribution.occasion for one in statements if one.attribution.occasion]
    dates = {one.article: articles[one.article].published for one in statements}
    first = min(dates, key=lambda article: (day_of(dates[article]) is None, order_of(dates[article]), article))
    return GroupOrigin(max(entities, key=Counter(entities).__getitem__), occasions[0] if occasions else None, first)
