"""The reference of what cards may ask and say: every fact with its values, every placeholder of a message, from the code's own tables."""

from collections.abc import Collection, Iterable
from itertools import groupby

from provenance.audits.conditions import FACTS
from provenance.audits.fact_values import Fact, fact_of, pack_values
from provenance.audits.placeholders import PLACEHOLDERS
from provenance.reports.grid import render_pipes
from provenance.reports.rule_facts import RuleFacts
from provenance.rulebook.audit_files import SCOPES
from provenance.rulebook.schema import Pack

_HEADS = {
    "record": "The claim, and all that report it",
    "claim": "The words of the claim, and where they stand",
    "attribution": "The words that say whose claim it is",
    "source": "The source nearest the claim",
    "chain": "The way of the claim to the reader",
    "article": "The article",
}
_INTRODUCTION = """\
What `[when]`, `[except.when]` and `[soften.when]` of an audit may ask, and what its message and remedy may say.
`provenance explain source.words` prints one of them. An audit objects where everything in `[when]` holds.

| you write | it holds where the fact |
|---|---|
| `"source.kind" = "person"` | is that; of a fact with several values at once, has that among them |
| `"source.kind" = ["person", "group"]` | is one of these, or has one of them |
| `"source.kind" = {not = "outlet"}` | is none of these |
| `"source.words" = {only = ["source", "sources"]}` | has some of these and nothing else |
| `"claim.words" = {min = 3, max = 9}` | is a number within these bounds |
| `"source.rote" = true` | is so; `false`: is not |

A fact that has no value, for there is no source or no record, is none of any values. `provenance rules check` reports a fact or a value that does not exist."""


def render_conditions(pack: Pack) -> str:
    """Return the page as Markdown."""
    listed = pack_values(pack)
    parts = ["# What audits ask and say", "Written by `docs/build.py`; do not edit.", _INTRODUCTION, "## `on`"]
    parts += [
        "What an audit looks at:",
        render_pipes(("`on`", "looks at"), ((f"`{one}`", about) for one, about in SCOPES.items())),
    ]
    for group, facts in groupby(sorted(FACTS, key=_by_head), key=lambda name: name.partition(".")[0]):
        rows = (_row(fact_of(name), listed.get(name)) for name in facts)
        parts += [f"## {_HEADS[group]}", render_pipes(("fact", "tells", "values"), rows)]
    placeholders = ((f"`{{{name}}}`", _plain(tells)) for name, tells in PLACEHOLDERS.items())
    parts += ["## Placeholders of messages and remedies", render_pipes(("placeholder", "is filled with"), placeholders)]
    return "\n\n".join(parts) + "\n"


def describe_fact(name: str, pack: Pack) -> RuleFacts:
    """Return what a fact tells and which values it may have."""
    fact = fact_of(name)
    return RuleFacts(
        name, f"{name} (fact)", (("tells", fact.tells), ("values", _values(fact, pack_values(pack).get(name))))
    )


def _by_head(name: str) -> tuple[int, str]:
    return list(_HEADS).index(name.partition(".")[0]), name


def _row(fact: Fact, listed: Collection[str] | None) -> tuple[str, ...]:
    return f"`{fact.name}`", _plain(fact.tells), _plain(_values(fact, listed))


def _values(fact: Fact, listed: Collection[str] | None) -> str:
    """Return the values of a fact in words: ids of patterns are too many to name."""
    if fact.name == "attribution.pattern":
        return "the id of a pattern, such as en/said-that"
    known: Iterable[object] = fact.values if listed is None else sorted(listed)
    words = ", ".join(map(str, known))
    return f"{fact.sort}: {words}" if words and True not in fact.values else fact.sort


def _plain(text: str) -> str:
    return text.replace("<", "&lt;")
