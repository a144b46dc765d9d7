"""Who has a statement from whom: what the articles say themselves, then who had the words first."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from attrs import field, frozen
from rapidfuzz.distance import LCSseq

from provenance.comparing.dates import comes_before, day_of, order_of
from provenance.comparing.spellings import keys_of, same_person
from provenance.comparing.statements import Statement
from provenance.model import Article, Form, Hop, Kind, Naming, Role, Step

STATED, WORDING = "stated", "same words, later"
_MOST_EARLIER = 50
"""With how many earlier accounts, the latest of them, a wording is compared."""


@frozen(eq=False)
class Names:
    """What stands for whom in a lineage.

    `printed` has the articles of the group by the keys of their outlets; `spelled` keeps how each name was spelled first, so
    that another spelling makes no other node.
    """

    articles: Sequence[Article]
    printed: Mapping[tuple[str, ...], Sequence[int]]
    spelled: dict[tuple[str, ...], str] = field(factory=dict)


def trace_lineage(members: Sequence[tuple[Statement, bool]], articles: Sequence[Article]) -> tuple[Step, ...]:
    """Give the steps from the origin to the articles; `members` are statements and whether their words are another's."""
    printed: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in dict.fromkeys(statement.article for statement, _ in members):
        printed[keys_of(articles[number].publisher or "")].append(number)
    names = Names(articles, printed)
    stated = dict.fromkeys(step for statement, _ in members for step in _stated(statement, names))
    later = dict.fromkeys(_later(members, articles))
    return (*_without_shortcuts(tuple(stated)), *later)


def node_of(article: int, articles: Sequence[Article]) -> str:
    """The name of an article in a lineage: its path, or its place where it has none."""
    return articles[article].path or f"article {article + 1}"


def _stated(statement: Statement, names: Names) -> Iterator[Step]:
    """Give the steps of a chain, nearest the reader first; an outlet whose article is in the group stands for the article."""
    target = node_of(statement.article, names.articles)
    own = keys_of(names.articles[statement.article].publisher or "")
    for hop in statement.attribution.chain:
        itself = hop.kind is Kind.OUTLET and own and keys_of(hop.entity or "") == own
        name = None if itself else _name(hop, statement, names)
        if hop.role is Role.PUBLISHER or name is None or name == target:
            continue
        yield Step(name, target, STATED)
        target = name


def _spell_once(name: str, kind: Kind, spelled: dict[tuple[str, ...], str]) -> str:
    """The spelling under which a name was met first; of a person also where only the surname is given again."""
    keys = keys_of(name) or (name,)
    if keys not in spelled and kind is Kind.PERSON:
        spelled[keys] = next((first for held, first in spelled.items() if same_person(held, keys)), name)
    return spelled.setdefault(keys, name)


def _name(hop: Hop, statement: Statement, names: Names) -> str | None:
    """The name of a hop in a lineage; None for an origin that is not stated."""
    if hop.naming is Naming.NONE or hop.entity is None:
        return None
    if hop.kind is Kind.OUTLET:
        number = _find_credited(keys_of(hop.entity), statement.article, names)
        if number is not None:
            return node_of(number, names.articles)
    return _spell_once(hop.entity, hop.kind, names.spelled)


def _find_credited(outlet: tuple[str, ...], article: int, names: Names) -> int | None:
    """The article of an outlet that another one credits: the last that is no later, or else the first of all.

    Dates of publication are of the first or the last version: a credited article may seem to be later.
    """
    published = {number: names.articles[number].published for number in names.printed.get(outlet, ())}
    own = published.pop(article, names.articles[article].published)
    in_time = sorted(published, key=lambda number: (order_of(published[number]), number))
    no_later = [number for number in in_time if not comes_before(own, published[number])]
    return no_later[-1] if no_later else next(iter(in_time), None)


def _without_shortcuts(steps: Sequence[Step]) -> Iterator[Step]:
    """Leave out a step where the same article also says through whom it has the statement from there."""
    sources: dict[str, set[str]] = defaultdict(set)
    for step in steps:
        sources[step.target].add(step.source)
    for step in steps:
        between = sources[step.target] - {step.source}
        if not any(step.source in sources[name] and step.target not in sources[name] for name in between):
            yield step


def _later(members: Sequence[tuple[Statement, bool]], articles: Sequence[Article]) -> Iterator[Step]:
    """Give a step to each article from the earlier one whose words are most like its own, where dates are known.

    Only words of the writers show that one had them from another: a quotation is free to all who heard it.
    """
    dates = {one.article: articles[one.article].published for one, _ in members}
    told = [one for one, same in members if same and _is_told(one) and day_of(dates[one.article]) is not None]
    told.sort(key=lambda one: (order_of(dates[one.article]), one.article))
    orders = [order_of(dates[one.article]) for one in told]
    for later, order in zip(told, orders, strict=True):
        earlier = (
            one
            for one in reversed(told[: bisect_left(orders, order)])
            if comes_before(dates[one.article], dates[later.article]) and not _credit_one(one, later)
        )
        latest = list(islice(earlier, _MOST_EARLIER))[::-1]
        if latest:
            nearest = max(latest, key=lambda one: LCSseq.similarity(one.words, later.words))
            yield Step(node_of(nearest.article, articles), node_of(later.article, articles), WORDING)


def _is_told(statement: Statement) -> bool:
    """Whether the words are the writer's own, or nobody is said to have said them."""
    attribution = statement.attribution
    return attribution.form is Form.INDIRECT or attribution.chain[-1].naming is Naming.NONE


def _credit_one(one: Statement, other: Statement) -> bool:
    """Whether two statements credit the same outlet: then both may have the words from there."""
    ours, theirs = (
        {
            hop.entity
            for hop in statement.attribution.chain
            if hop.kind is Kind.OUTLET and hop.role is not Role.PUBLISHER
        }
        for statement in (one, other)
    )
    return bool(ours & theirs)
