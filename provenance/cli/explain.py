"""`provenance explain RULE`: what a rule looks for, why, and when it stays silent."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from provenance.audits.conditions import FACTS
from provenance.cli.complaints import complain
from provenance.cli.house import load_house_rules, read_house_settings
from provenance.cli.terminal import read_style
from provenance.nearest import suggest
from provenance.reports.conditions import describe_fact
from provenance.reports.rule_card import render_rule
from provenance.reports.rule_facts import (
    RuleFacts,
    describe_audit,
    describe_exception,
    describe_lexicon,
    describe_pattern,
    describe_profile,
    describe_word,
)
from provenance.rulebook import Rulebook
from provenance.rulebook.changes import LexiconChange
from provenance.rulebook.schema import Pack, PartOfSpeech


def run(args: Namespace) -> int:
    """Print every rule that goes by the name, and what the lexicons say of such a word; return 2 if there is nothing."""
    style, rulebook, changes = read_style(args.width), load_house_rules(args), read_house_settings(args).lexicons
    found = [*_find_rules(args.rule.lower(), rulebook.pack, changes), *_find_other(args.rule, rulebook)]
    cards = [render_rule(rule, style) for rule in found]
    if not cards:
        near = _suggest(args.rule, rulebook.pack)
        return complain(f"there is no rule {args.rule!r}, and no lexicon holds such a word{near}")
    print("\n\n".join(cards), file=sys.stdout)
    return 0


def _find_rules(name: str, pack: Pack, changes: Sequence[LexiconChange]) -> Iterator[RuleFacts]:
    """Yield what is told of all rules of that name: an id, an id without its language, a code, or an exception's id."""
    for card in pack.audits:
        if name in {card.id, card.code.lower()}:
            yield describe_audit(card, pack.standards)
    for pattern in pack.patterns:
        if _goes_by(pattern.id, name):
            yield describe_pattern(pattern)
    yield from _find_exceptions(name, pack)
    for profile in pack.profiles:
        if profile.id == name:
            yield describe_profile(profile, pack)
    for lexicon in pack.lexicons:
        if _goes_by(lexicon.id, name):
            yield describe_lexicon(lexicon, [change for change in changes if change.lexicon == lexicon.id])


def _find_other(word: str, rulebook: Rulebook) -> Iterator[RuleFacts]:
    if word in FACTS:
        yield describe_fact(word, rulebook.pack)
    readings, lists = rulebook.readings.of(word), _lists_of(word, rulebook)
    if readings or lists:
        yield describe_word(word, readings, lists)


def _lists_of(word: str, rulebook: Rulebook) -> dict[str, list[str]]:
    """Give the uses for which stages ask for a word, by the lexicon of lists that names them."""
    lists = {lexicon.id.rpartition("/")[2] for lexicon in rulebook.pack.lexicons if lexicon.pos is PartOfSpeech.LIST}
    found: dict[str, list[str]] = {}
    for name in sorted(rulebook.words.of(word)):
        lexicon, _, use = name.partition(".")
        if lexicon in lists:
            found.setdefault(lexicon, []).append(use)
    return found


def _find_exceptions(name: str, pack: Pack) -> Iterator[RuleFacts]:
    for pattern in pack.patterns:
        for pattern_except in pattern.excepts:
            if pattern_except.id == name:
                yield describe_exception(pattern.id, pattern_except, pattern.counters)
    for card in pack.audits:
        for audit_except in card.excepts:
            if audit_except.id == name:
                yield describe_exception(card.id, audit_except, card.passes)


def _goes_by(rule: str, name: str) -> bool:
    return name in {rule, rule.rpartition("/")[2]}


def _suggest(name: str, pack: Pack) -> str:
    rules = [rule.id for group in (pack.audits, pack.patterns, pack.lexicons, pack.profiles) for rule in group]
    exceptions = [
        exception.id for group in (pack.audits, pack.patterns) for rule in group for exception in rule.excepts
    ]
    return suggest(name, rules, (rule.rpartition("/")[2] for rule in rules), exceptions, FACTS)
