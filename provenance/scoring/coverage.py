"""What of a pack nothing reaches: unused lexicons and fragments, repeated entries, patterns and exceptions that no example fires."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import provenance.rulebook
from provenance.audits.card_checks import Texts, check_cards
from provenance.nearest import suggest
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import AuditCard, Lexicon, Pack, PartOfSpeech, Pattern
from provenance.scoring.complaint import Complaint, complain_of
from provenance.scoring.examples import fires_on, lift_guard

NO_TEXTS: Texts = {}
_REFERENCE = re.compile(r"@([a-z][a-z0-9-]*)")
_NAME = re.compile(r"\b[A-Z][A-Z0-9_]*\b")
_QUOTED = re.compile(r'"[^"]*"|#[^\n]*|@[\w./-]+')
_CODE_NAME = re.compile(r"""["']([A-Z][A-Z0-9_]*)["']""")
_LIST = re.compile(r"""["']([a-z][a-z0-9-]*\.[a-z][a-z0-9-]*)["']""")
_STRING = re.compile(r"""["'](?:[a-z]{2}/)?([a-z][a-z0-9-]*)["']""")


def check_rules(rulebook: Rulebook, texts: Texts = NO_TEXTS) -> tuple[Complaint, ...]:
    """Return what no audit can follow, what nothing refers to, what stands twice, and what no example reaches.

    `texts` are the files as written, in which the lines are looked up.
    """
    pack = rulebook.pack
    cards = (*_check_cards(pack, texts), *_check_disputes(pack))  # a card that asks for what nobody knows cannot be run
    examples = () if cards else _check_examples(rulebook)
    return (*cards, *_check_lexicons(pack), *_check_fragments(pack), *_check_entries(pack), *examples)


def _check_examples(rulebook: Rulebook) -> Iterator[Complaint]:
    """Yield the rules and exceptions that no example fires."""
    pack = rulebook.pack
    for pattern in pack.patterns:
        if not any(fires_on(pattern, example, rulebook) for example in pattern.examples):
            yield complain_of(pattern.id, pattern.place, "no example fires it")
        yield from _check_guards(pattern, rulebook)
    for card in pack.audits:
        if not any(fires_on(card, example, rulebook) for example in card.fails):
            yield complain_of(card.id, card.place, "no failing text fires it")
        yield from _check_guards(card, rulebook)


def _check_cards(pack: Pack, texts: Texts) -> Iterator[Complaint]:
    """Yield what audit cards ask for and no audit knows."""
    for card in pack.audits:
        for fault in check_cards((card,), pack, texts):
            yield Complaint(card.id, f"{fault.path}:{fault.line}", fault.reason)


def _check_disputes(pack: Pack) -> Iterator[Complaint]:
    """Yield the disputes with an audit that is no more."""
    known = {card.id for card in pack.audits}
    for dispute in pack.disputes:
        if dispute.audit not in known:
            reason = f"there is no audit '{dispute.audit}' to dispute with{suggest(dispute.audit, known)}"
            yield complain_of(dispute.audit, dispute.place, f"{reason}; if it is gone for good, delete this file")


def _check_guards(rule: Pattern | AuditCard, rulebook: Rulebook) -> Iterator[Complaint]:
    """Yield the exceptions that change nothing on any counter-example."""
    counters = rule.counters if isinstance(rule, Pattern) else rule.passes
    for exception in rule.excepts:
        guarded = [counter for counter in counters if counter.guards == exception.id]
        lifted = lift_guard(rule, exception.id, rulebook)
        if not any(fires_on(rule, counter, lifted) for counter in guarded):
            yield complain_of(rule.id, exception.place, f"no counter-example needs the exception {exception.id!r}")


def _check_lexicons(pack: Pack) -> Iterator[Complaint]:
    """Yield the lexicons that neither the patterns nor the code of the stages name."""
    named = _named_in_rules(pack) | _in_code(_STRING)
    for lexicon in pack.lexicons:
        if lexicon.pos is PartOfSpeech.LIST:
            yield from _check_lists(lexicon)
        elif _stem_of(lexicon) not in named:
            yield complain_of(
                lexicon.id,
                lexicon.place,
                f"nothing refers to this lexicon: name it in a pattern, as @{_stem_of(lexicon)}",
            )


def _check_lists(lexicon: Lexicon) -> Iterator[Complaint]:
    """Yield the uses of a lexicon of lists for which no stage asks."""
    uses = dict.fromkeys(use for entry in lexicon.entries for use in entry.fields.get("uses", ()))
    asked = _in_code(_LIST)
    for use in uses:
        if f"{_stem_of(lexicon)}.{use}" not in asked:
            yield complain_of(lexicon.id, lexicon.place, f"no stage asks for the words of use '{use}'")


def _check_fragments(pack: Pack) -> Iterator[Complaint]:
    """Yield the fragments that no pattern reaches, be it through other fragments, and that no stage names."""
    inside = {fragment.name: set(_NAME.findall(_QUOTED.sub("", fragment.match))) for fragment in pack.fragments}
    reached: set[str] = set()
    asked = _in_code(_CODE_NAME) | {name for match in _matches(pack) for name in _NAME.findall(_QUOTED.sub("", match))}
    while asked:
        reached |= asked
        asked = {name for fragment in asked for name in inside.get(fragment, ())} - reached
    for fragment in pack.fragments:
        if fragment.name not in reached:
            yield complain_of(fragment.name, fragment.place, "nothing uses this fragment")


def _check_entries(pack: Pack) -> Iterator[Complaint]:
    """Yield the entries that say again what another entry of the same lexicon says."""
    for lexicon in pack.lexicons:
        seen: set[tuple[str, str]] = set()
        for entry in lexicon.entries:
            key = (entry.lemma, repr(sorted(entry.fields.items(), key=lambda item: item[0])))
            if key in seen:
                yield complain_of(lexicon.id, lexicon.place, f"the entry {entry.lemma!r} stands twice")
            seen.add(key)


def _named_in_rules(pack: Pack) -> set[str]:
    matches = [*(fragment.match for fragment in pack.fragments), *_matches(pack)]
    return {name for match in matches for name in _REFERENCE.findall(match)}


def _matches(pack: Pack) -> Iterator[str]:
    """Yield what the patterns and their exceptions match, as written."""
    for pattern in pack.patterns:
        yield pattern.match
        yield from (exception.match for exception in pattern.excepts)


@cache
def _in_code(literal: re.Pattern[str]) -> set[str]:
    """Return the string literals of the package that could be names: stages look lexicons and fragments up by name."""
    package = Path(provenance.rulebook.__file__).parents[1]
    sources = (path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    return {name for source in sources for name in literal.findall(source)}


def _stem_of(lexicon: Lexicon) -> str:
    return lexicon.id.rpartition("/")[2]
