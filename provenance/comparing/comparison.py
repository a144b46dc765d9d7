"""Audited articles -> the groups of statements that they report, and what became of them."""

from collections.abc import Sequence

from provenance.comparing.conflicts import find_conflicts
from provenance.comparing.description import describe_group, part_of
from provenance.comparing.facts import Facts, account_of
from provenance.comparing.findings import find_in_groups, find_loose, find_reused
from provenance.comparing.group_audits import GroupView
from provenance.comparing.grouping import Grouped, group_statements
from provenance.comparing.lineage import trace_lineage
from provenance.comparing.meanings import Meanings
from provenance.comparing.statements import Statement, read_all
from provenance.model import Article, AuditResult, Comparison, Group, Member
from provenance.rulebook import Rulebook


def compare_results(results: Sequence[AuditResult], rulebook: Rulebook) -> Comparison:
    """Compare audited articles; the order of the results decides nothing but numbers."""
    meanings = Meanings(rulebook)
    statements = read_all(results, meanings)
    articles = tuple(result.article for result in results)
    grouped = group_statements(statements)
    groups = [build_group(f"g{n}", one, statements, articles) for n, one in enumerate(grouped, 1)]
    facts = [Facts(one, results[one.article].parse, meanings) for one in statements]
    held = [(group, [facts[number] for number in one.parts]) for group, one in zip(groups, grouped, strict=True)]
    conflicts = tuple(find_conflicts(held, list(map(account_of, facts))))
    views = [
        GroupView(group, tuple(told), articles, tuple(one for one in conflicts if one.group == group.id))
        for group, told in held
    ]
    cards = rulebook.pack.audits
    findings = (*find_in_groups(views, cards), *find_loose(conflicts, cards, articles), *find_reused(results, cards))
    return Comparison(articles, tuple(groups), conflicts, findings)


def build_group(name: str, grouped: Grouped, statements: Sequence[Statement], articles: Sequence[Article]) -> Group:
    """Tell of statements that belong together what they say, where it comes from and which way it went."""
    chosen = [(statements[number], part_of(statements[number], places)) for number, places in grouped.parts.items()]
    verbatim = [number in grouped.utterance for number in grouped.parts]
    members = tuple(
        Member(statement.article, statement.attribution, part, words)
        for (statement, part), words in zip(chosen, verbatim, strict=True)
    )
    told = describe_group(chosen, articles)
    lineage = trace_lineage([(one, words) for (one, _), words in zip(chosen, verbatim, strict=True)], articles)
    return Group(name, told.label, told.origin, told.origins, members, told.variants, lineage)
