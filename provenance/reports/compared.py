"""A comparison for the terminal: each group with its origin, its wordings side by side, and who names the source."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from provenance.model import Article, Comparison, Group, Member, Naming
from provenance.reports.counting import count_of
from provenance.reports.style import Style
from provenance.reports.width import wrap

_INDENT = "    "
_MARKS = "\"'“”‘’«» ,;:.…"


def render_comparison(comparison: Comparison, style: Style) -> str:
    """Return all groups, the conflicts that belong to none, and the findings."""
    names = name_all(comparison)
    parts = [line for group in comparison.groups for line in _render_group(group, comparison, names, style)]
    parts += [line for one in comparison.findings for line in _wrapped(f"{one.code} {one.message}", style, "")]
    return style.plain("\n".join([*parts, "", ", ".join(count_all(comparison))]))


def count_all(comparison: Comparison) -> tuple[str, str, str]:
    """Return how many articles, shared statements and conflicts there are."""
    return (
        count_of(len(comparison.articles), "article"),
        count_of(len(comparison.groups), "shared statement"),
        count_of(len(comparison.conflicts), "conflict"),
    )


def mark_own(text: str, own: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Give the words of a wording, each with whether only this wording has it."""
    for word in text.split():
        yield word, word.strip(_MARKS).casefold().replace("’", "'") in own


def name_article(article: Article, number: int) -> str:
    """Return the outlet of an article, or else the end of its path."""
    return article.publisher or (article.path or f"article {number + 1}").rpartition("/")[2]


def name_all(comparison: Comparison) -> Mapping[str, str]:
    """Return the name of each article by its path, with the date where an outlet has several."""
    named = [(one, name_article(one, number)) for number, one in enumerate(comparison.articles)]
    often = Counter(name for _, name in named)
    return {
        one.path: f"{name} {one.published}" if often[name] > 1 and one.published else name
        for one, name in named
        if one.path
    }


def name_source(member: Member) -> str:
    """Return the source as the article has it, with a star where it is unnamed."""
    source = member.attribution.source
    if source is None or source.entity is None:
        return "not stated"
    return source.entity + ("*" if source.naming is Naming.UNNAMED else "")


def describe_origins(group: Group) -> str:
    """Return how many origins a group has, and who they are."""
    names = "; ".join(" = ".join(origin) for origin in group.origins)
    return f"{count_of(len(group.origins), 'independent origin')}: {names}"


def _render_group(group: Group, comparison: Comparison, names: Mapping[str, str], style: Style) -> Iterator[str]:
    yield from (style.strong(line) for line in _wrapped(f"{group.id}  {group.label}", style, ""))
    yield from _wrapped(describe_origins(group), style, _INDENT)
    for variant in group.variants:
        marked = mark_own(variant.text, variant.own)
        runs = (" ".join(words) if not own else f"_{' '.join(words)}_" for own, words in _runs(marked))
        yield from _wrapped(f"- {' '.join(runs)}", style, _INDENT)
        for place in variant.members:
            member = group.members[place]
            article = name_article(comparison.articles[member.article], member.article)
            yield from _wrapped(f"{article}: {name_source(member)}", style, _INDENT * 2)
    for step in group.lineage:
        way = f"{names.get(step.source, step.source)} -> {names.get(step.target, step.target)}"
        yield from _wrapped(f"{way} ({step.evidence})", style, _INDENT)
    yield ""


def _runs(marked: Iterable[tuple[str, bool]]) -> Iterator[tuple[bool, list[str]]]:
    """Put neighbouring words that are marked alike together."""
    for own, words in groupby(marked, key=lambda one: one[1]):
        yield own, [word for word, _ in words]


def _wrapped(text: str, style: Style, indent: str) -> list[str]:
    return [indent + line for line in wrap(text, style.width - len(indent), 99, style.ellipsis)]
