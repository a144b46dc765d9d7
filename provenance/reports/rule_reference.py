"""The reference of all rules in Markdown; each says what `provenance explain` says."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from provenance.reports.grid import render_pipes
from provenance.reports.rule_facts import (
    FIRES,
    MATCHES,
    RuleFacts,
    describe_audit,
    describe_pattern,
    describe_profile,
    sample_lexicon,
)
from provenance.rulebook.schema import AuditCard, Pack, Status, Weight

GENERATED = "Written by `provenance rules docs`; do not edit."
_CODE = frozenset({"message", FIRES, "fires on", "silent on", "options"})
_OF_ALL = {FIRES: " all of these hold"}
_ON_PREVIEWS = "\\* a preview: its findings are not right often enough for the audit to speak by itself, but the house asks for it."
Weights = Mapping[str, Mapping[str, str]]
"""What each audit weighs in each profile: profile -> audit -> severity or `off`."""


def render_rules(pack: Pack) -> str:
    """Return a section for every audit, pattern and lexicon of a pack."""
    parts = ["# The rules", GENERATED, f"Pack `{pack.id}`, version {pack.version}.", "## Audits"]
    cards = sorted(pack.audits, key=lambda card: card.code)
    parts += [render_pipes(("code", "rule", "flags", "severity", "confidence", "status"), map(_audit_row, cards))]
    parts += [part for card in cards for part in _render(describe_audit(card, pack.standards))]
    if pack.patterns:
        parts += ["## Patterns", "In the order of their precedence: over the same words, the earlier one wins."]
    for pattern in sorted(pack.patterns, key=lambda pattern: (pattern.rank, pattern.id)):
        parts += _render(describe_pattern(pattern))
    parts += ["## Lexicons"] if pack.lexicons else []
    parts += [part for lexicon in pack.lexicons for part in _render(sample_lexicon(lexicon))]
    return "\n\n".join(parts) + "\n"


def render_profiles(pack: Pack, weights: Weights) -> str:
    """Return a page on the house profiles of a pack: what each audit weighs in each, and why."""
    parts = ["# House profiles", GENERATED, "What `--profile NAME` puts in force; `desk` unless another is named."]
    parts += [_ON_PREVIEWS]
    cards = sorted(pack.audits, key=lambda card: card.code)
    rows = ((card.code, card.id, *(_weigh(card, weights[one.id]) for one in pack.profiles)) for card in cards)
    parts += [render_pipes(("code", "rule", *(profile.id for profile in pack.profiles)), rows)]
    parts += [part for one in pack.profiles for part in _render(describe_profile(one, pack))]
    return "\n\n".join(parts) + "\n"


def _weigh(card: AuditCard, weights: Mapping[str, str]) -> str:
    weight = weights[card.id]
    return f"{weight}\\*" if card.status is Status.PREVIEW and weight != Weight.OFF else weight


def _audit_row(card: AuditCard) -> tuple[str, ...]:
    return (
        card.code,
        f"[{card.id}](#{card.id})",
        card.title,
        card.severity.value,
        card.confidence.value,
        card.status.value,
    )


def _render(rule: RuleFacts) -> Iterator[str]:
    """Yield the parts of a rule's section; what has one label stands in one list."""
    yield f"### {rule.id}"
    yield f"**{rule.title}**"
    for label, group in groupby(rule.fields, key=lambda field: field[0]):
        values = [value for _, value in group]
        head = f"{label[:1].upper()}{label[1:]}"
        if label == MATCHES:
            yield f"{head}:\n\n```\n{values[0].strip(chr(10))}\n```"
        elif len(values) == 1:
            yield f"{head}: {_spell(label, values[0])}"
        else:
            yield "\n".join(
                [f"{head}{_OF_ALL.get(label, '')}:", "", *(f"- {_spell(label, value)}" for value in values)]
            )


def _spell(label: str, value: str) -> str:
    """Return a value on one line, as code where Markdown could take its signs for marks."""
    text = " ".join(value.split())
    if label not in _CODE:
        return text.replace("<", "&lt;")
    ticks, pad = ("``", " ") if "`" in text else ("`", "")
    return f"{ticks}{pad}{text}{pad}{ticks}"
