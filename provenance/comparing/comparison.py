"""Audited articles -> the groups of statements that they report, and what became of them."""

from collections.abc import Sequence

from attrs import evolve

from provenance.comparing.conflicts import find_conflicts
from provenance.comparing.facts import Facts
from provenance.comparing.findings import find_in_groups, find_loose, find_reused
from provenance.comparing.group_audits import GroupView
from provenance.comparing.grouping import Grouped, group_statements
from provenance.comparing.lineage import trace_lineage
from provenance.comparing.meanings import Meanings
from provenance.comparing.origins import count_origins
from provenance.comparing.speakers import pool_sides
from provenance.comparing.statements import Statement, read_statements
from provenance.comparing.variants import find_variants
from provenance.model import Article, AuditResult, Comparison, Group, GroupOrigin, Member, Naming, Spans
from provenance.rulebook import Rulebook

_LABEL = 80


def compare_results(results: Sequence[AuditResult], rulebook: Rulebook) -> Comparison:
    """Compare audited articles; the order of the results decides nothing but numbers."""
    meanings = Meanings(rulebook)
    statements = [one for number, result in enumerate(results) for one in read_statements(result, number, meanings)]
    pooled = pool_sides([one.speakers for one in statements])
    statements = [evolve(one, speakers=speakers) for one, speakers in zip(statements, pooled, strict=True)]
    articles = tuple(result.article for result in results)
    grouped = group_statements(statements)
    groups = [_build_group(f"g{n}", one, statements, articles) for n, one in enumerate(grouped, 1)]
    facts = [Facts(one, results[one.article].parse, meanings) for one in statements]
    held = [(group, [facts[number] for number in one.parts]) for group, one in zip(groups, grouped, strict=True)]
    conflicts = tuple(find_conflicts(held, [(_whole(one.statement), one) for one in facts]))
    views = [
        GroupView(group, tuple(told), articles, tuple(one for one in conflicts if one.group == group.id))
        for group, told in held
    ]
    cards = rulebook.pack.audits
    findings = (*find_in_groups(views, cards), *find_loose(conflicts, cards, articles), *find_reused(results, cards))
    return Comparison(articles, tuple(groups), conflicts, findings)


def _whole(statement: Statement) -> Member:
    """A statement as a member of no group, with all of its content."""
    return Member(statement.article, statement.attribution, statement.attribution.content)


def _build_group(name: str, grouped: Grouped, statements: Sequence[Statement], articles: Sequence[Article]) -> Group:
    chosen = [(statements[number], parts) for number, parts in grouped.parts.items()]
    parts = [_part_of(statement, places) for statement, places in chosen]
    verbatim = [number in grouped.utterance for number in grouped.parts]
    members = tuple(
        Member(statement.article, statement.attribution, part, words)
        for (statement, _), part, words in zip(chosen, parts, verbatim, strict=True)
    )
    only = [statement for statement, _ in chosen]
    variants = find_variants(list(zip(only, parts, strict=True)))
    return Group(
        name,
        _label_of([variant.text for variant in variants]),
        _find_origin(only, articles),
        count_origins([statement.speakers for statement in _innermost(only)]),
        members,
        variants,
        trace_lineage(list(zip(only, verbatim, strict=True)), articles),
    )


def _innermost(statements: Sequence[Statement]) -> list[Statement]:
    """Leave out what another member stands in: that one tells the origin more exactly."""
    outer = {(one.article, one.attribution.nested_in) for one in statements}
    return [one for one in statements if (one.article, one.attribution.id) not in outer]


def _part_of(statement: Statement, places: frozenset[int]) -> Spans:
    """The clauses of a statement that belong to the group, or all of its content."""
    return tuple(statement.clauses[at].span for at in sorted(places)) or statement.attribution.content


def _label_of(texts: Sequence[str]) -> str:
    """The wording of middle length, cut at a space."""
    text = sorted(texts, key=len)[(len(texts) - 1) // 2]
    return text if len(text) <= _LABEL else text[:_LABEL].rpartition(" ")[0] + " …"


def _find_origin(statements: Sequence[Statement], articles: Sequence[Article]) -> GroupOrigin:
    """Who is said to have said it first: a named origin before others, in the article published first."""
    told = [one for one in statements if one.attribution.chain[-1].naming is Naming.NAMED] or statements
    entities = [one.attribution.chain[-1].entity for one in told]
    occasions = [one.attribution.occasion for one in statements if one.attribution.occasion]
    first = min((articles[one.article].published or "9999", one.article) for one in statements)[1]
    return GroupOrigin(max(entities, key=entities.count), occasions[0] if occasions else None, first)
