"""`provenance explain RULE`: what a rule looks for, why, and when it stays silent."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from difflib import get_close_matches

from provenance.cli.complaints import complain
from provenance.cli.house import load_house_rules
from provenance.cli.terminal import read_style
from provenance.errors import ProvenanceError
from provenance.reports.rule_card import (
    render_audit,
    render_exception,
    render_lexicon,
    render_pattern,
    render_profile,
)
from provenance.reports.style import Style
from provenance.rulebook.schema import Pack


def run(args: Namespace) -> int:
    """Print every rule that goes by the name; return 2 if none does."""
    style = read_style(args.width)
    try:
        pack = load_house_rules(args).pack
    except ProvenanceError as error:
        return complain(str(error))
    cards = list(_find_cards(args.rule.lower(), pack, style))
    if not cards:
        return complain(f"there is no rule {args.rule!r}{_suggest(args.rule.lower(), pack)}")
    print("\n\n".join(cards), file=sys.stdout)
    return 0


def _find_cards(name: str, pack: Pack, style: Style) -> Iterator[str]:
    """Yield the cards of all rules of that name: an id, an id without its language, a code, or an exception's id."""
    for card in pack.audits:
        if name in {card.id, card.code.lower()}:
            yield render_audit(card, pack.standards, style)
    for pattern in pack.patterns:
        if _goes_by(pattern.id, name):
            yield render_pattern(pattern, style)
    yield from _find_exceptions(name, pack, style)
    for profile in pack.profiles:
        if profile.id == name:
            yield render_profile(profile, pack.standards, style)
    for lexicon in pack.lexicons:
        if _goes_by(lexicon.id, name):
            yield render_lexicon(lexicon, style)


def _find_exceptions(name: str, pack: Pack, style: Style) -> Iterator[str]:
    for pattern in pack.patterns:
        for pattern_except in pattern.excepts:
            if pattern_except.id == name:
                yield render_exception(pattern.id, pattern_except, pattern.counters, style)
    for card in pack.audits:
        for audit_except in card.excepts:
            if audit_except.id == name:
                yield render_exception(card.id, audit_except, card.passes, style)


def _goes_by(rule: str, name: str) -> bool:
    return name in {rule, rule.rpartition("/")[2]}


def _suggest(name: str, pack: Pack) -> str:
    rules = [rule.id for group in (pack.audits, pack.patterns, pack.lexicons, pack.profiles) for rule in group]
    exceptions = [
        exception.id for group in (pack.audits, pack.patterns) for rule in group for exception in rule.excepts
    ]
    near = get_close_matches(name, [*rules, *exceptions, *(card.code.lower() for card in pack.audits)], n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
