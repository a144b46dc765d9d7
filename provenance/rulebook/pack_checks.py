"""What must hold between the files of a pack: unique ids, resolved references."""

from collections.abc import Iterable, Iterator

from provenance.errors import Fault
from provenance.nearest import suggest
from provenance.rulebook.pack_source import PATTERNS
from provenance.rulebook.schema import (
    AuditCard,
    Exceptions,
    Lexicon,
    Pack,
    Pattern,
    Place,
    Profile,
    ProfileRule,
)
from provenance.rulebook.toml_file import RuleFile


def check_pack(pack: Pack) -> Iterator[Fault]:
    """Find every fault that only shows when all files of all packs are seen together."""
    rules: tuple[Lexicon | Pattern | AuditCard, ...] = (*pack.lexicons, *pack.patterns, *pack.audits)
    yield from _repeated("id", ((rule.id, rule.place) for rule in rules))
    yield from _repeated("code", ((card.code, card.place) for card in pack.audits))
    yield from _repeated("fragment", ((fragment.name, fragment.place) for fragment in pack.fragments))
    yield from _repeated("standard", ((standard.id, standard.place) for standard in pack.standards))
    yield from _repeated("profile", ((profile.id, profile.place) for profile in pack.profiles))
    profile_rules = [rule for profile in pack.profiles for rule in profile.rules]
    yield from _check_standards([*pack.audits, *profile_rules], {standard.id for standard in pack.standards})
    yield from _check_audits([*pack.exceptions, *profile_rules], {card.id for card in pack.audits})
    yield from _check_profiles(pack.profiles)


def check_precedence(precedence: tuple[str, ...], known: set[str], manifest: RuleFile) -> Iterator[Fault]:
    """Report every id in a pack's precedence that is no pattern of it, or stands there twice."""
    for rank, pattern in enumerate(precedence):
        line = manifest.text_line(f'"{pattern}"')
        if pattern not in known:
            mend = f"write {PATTERNS}/{pattern.rpartition('/')[2]}.toml or take the line out"
            yield Fault(manifest.shown, line, f"the precedence lists '{pattern}', which is no pattern: {mend}")
        if pattern in precedence[:rank]:
            yield Fault(manifest.shown, line, f"the precedence lists '{pattern}' twice")


def _repeated(what: str, places: Iterable[tuple[str, Place]]) -> Iterator[Fault]:
    """Report every name that stands somewhere else already."""
    first: dict[str, Place] = {}
    for name, place in places:
        earlier = first.setdefault(name, place)
        if name and earlier is not place:
            yield Fault(place.path, place.line, f"the {what} '{name}' is taken by {earlier.path}:{earlier.line}")


def _check_standards(cards: Iterable[AuditCard | ProfileRule], known: set[str]) -> Iterator[Fault]:
    """Report every standard that a card or a profile cites and nobody defines."""
    for card in cards:
        for standard in card.standards:
            if standard not in known:
                yield Fault(card.place.path, card.place.line, f"the standard '{standard}' is not in standards.toml")


def _check_audits(naming: Iterable[ProfileRule | Exceptions], audits: set[str]) -> Iterator[Fault]:
    """Report every audit that a profile or a file of exceptions names and that does not exist."""
    for one in naming:
        if one.audit not in audits:
            yield Fault(one.place.path, one.place.line, f"there is no audit '{one.audit}'{suggest(one.audit, audits)}")


def _check_profiles(profiles: Iterable[Profile]) -> Iterator[Fault]:
    """Report every audit that a profile names twice."""
    for profile in profiles:
        named: set[str] = set()
        for rule in profile.rules:
            if rule.audit in named:
                yield Fault(rule.place.path, rule.place.line, f"the profile names '{rule.audit}' twice")
            named.add(rule.audit)
