"""What of a pack nothing reaches: unused lexicons, repeated entries, patterns and exceptions that no example fires."""

import re
from collections.abc import Iterator
from pathlib import Path

import provenance.rulebook
from provenance.audits.card_checks import check_cards
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import AuditCard, Lexicon, Pack, Pattern
from provenance.scoring.complaint import Complaint, complain_of
from provenance.scoring.examples import fires_on, lift_guard

_REFERENCE = re.compile(r"@([a-z][a-z0-9-]*)")
_STRING = re.compile(r"""["'](?:[a-z]{2}/)?([a-z][a-z0-9-]*)["']""")


def check_rules(rulebook: Rulebook) -> tuple[Complaint, ...]:
    """Return what no audit can follow, what nothing refers to, what stands twice, and what no example reaches."""
    pack = rulebook.pack
    cards = tuple(_check_cards(pack))  # a card that asks for what nobody knows cannot be run
    examples = () if cards else _check_examples(rulebook)
    return (*cards, *_check_lexicons(pack), *_check_entries(pack), *examples)


def _check_examples(rulebook: Rulebook) -> Iterator[Complaint]:
    """Yield the rules and exceptions that no example fires."""
    pack = rulebook.pack
    for pattern in pack.patterns:
        if not any(fires_on(pattern, example.tagged.text, rulebook) for example in pattern.examples):
            yield complain_of(pattern.id, pattern.place, "no example fires it")
        yield from _check_guards(pattern, rulebook)
    for card in pack.audits:
        if not any(fires_on(card, example.tagged.text, rulebook) for example in card.fails):
            yield complain_of(card.id, card.place, "no failing text fires it")
        yield from _check_guards(card, rulebook)


def _check_cards(pack: Pack) -> Iterator[Complaint]:
    """Yield what audit cards ask for and no audit knows."""
    for card in pack.audits:
        for fault in check_cards((card,)):
            yield Complaint(card.id, f"{fault.path}:{fault.line}", fault.reason)


def _check_guards(rule: Pattern | AuditCard, rulebook: Rulebook) -> Iterator[Complaint]:
    """Yield the exceptions that change nothing on any counter-example."""
    counters = rule.counters if isinstance(rule, Pattern) else rule.passes
    for exception in rule.excepts:
        guarded = [counter for counter in counters if counter.guards == exception.id]
        lifted = lift_guard(rule, exception.id, rulebook)
        if not any(fires_on(rule, counter.text, lifted) for counter in guarded):
            yield complain_of(rule.id, exception.place, f"no counter-example needs the exception {exception.id!r}")


def _check_lexicons(pack: Pack) -> Iterator[Complaint]:
    """Yield the lexicons that neither the patterns nor the code of the stages name."""
    named = _named_in_rules(pack) | _named_in_code()
    for lexicon in pack.lexicons:
        if _stem_of(lexicon) not in named:
            yield complain_of(lexicon.id, lexicon.place, "nothing refers to this lexicon")


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
    matches = [fragment.match for fragment in pack.fragments]
    for pattern in pack.patterns:
        matches += [pattern.match, *(exception.match for exception in pattern.excepts)]
    return {name for match in matches for name in _REFERENCE.findall(match)}


def _named_in_code() -> set[str]:
    """Return the string literals of the package that could be a lexicon's name; stages look lexicons up by name."""
    package = Path(provenance.rulebook.__file__).parents[1]
    sources = (path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    return {name for source in sources for name in _STRING.findall(source)}


def _stem_of(lexicon: Lexicon) -> str:
    return lexicon.id.rpartition("/")[2]
