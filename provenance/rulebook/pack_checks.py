"""What must hold between the files of a pack: unique ids, resolved references."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from provenance.errors import Fault
from provenance.rulebook.schema import AuditCard, Lexicon, Pack, Pattern, Place, Profile, ProfileRule
from provenance.rulebook.toml_file import RuleFile


def check_pack(pack: Pack, precedence: tuple[str, ...], standards: RuleFile | None) -> Iterator[Fault]:
    """Find every fault that only shows when all files of a pack are seen together."""
    rules: tuple[Lexicon | Pattern | AuditCard, ...] = (*pack.lexicons, *pack.patterns, *pack.audits)
    yield from _repeated("id", ((rule.id, rule.place) for rule in rules))
    yield from _repeated("code", ((card.code, card.place) for card in pack.audits))
    yield from _repeated("fragment", ((fragment.name, fragment.place) for fragment in pack.fragments))
    yield from _repeated("standard", _standard_places(pack, standards))
    cited: tuple[AuditCard | ProfileRule, ...] = (
        *pack.audits,
        *(rule for profile in pack.profiles for rule in profile.rules),
    )
    yield from _unresolved(cited, {standard.id for standard in pack.standards})
    yield from _check_profiles(pack.profiles, {card.id for card in pack.audits})
    yield from _unknown_ranks(precedence, {pattern.id for pattern in pack.patterns})


def _repeated(what: str, places: Iterable[tuple[str, Place]]) -> Iterator[Fault]:
    """Report every name that stands somewhere else already."""
    first: dict[str, Place] = {}
    for name, place in places:
        earlier = first.setdefault(name, place)
        if name and earlier is not place:
            yield Fault(place.path, place.line, f"the {what} '{name}' is taken by {earlier.path}:{earlier.line}")


def _standard_places(pack: Pack, file: RuleFile | None) -> Iterator[tuple[str, Place]]:
    """Give every standard with the place of its table."""
    lines = file.header_lines("standard") if file else []
    for standard, line in zip(pack.standards, lines, strict=False):
        yield standard.id, Place("standards.toml", line)


def _unresolved(cards: Iterable[AuditCard | ProfileRule], known: set[str]) -> Iterator[Fault]:
    """Report every standard that a card or a profile cites and nobody defines."""
    for card in cards:
        for standard in card.standards:
            if standard not in known:
                yield Fault(card.place.path, card.place.line, f"the standard '{standard}' is not in standards.toml")


def _unknown_ranks(precedence: tuple[str, ...], known: set[str]) -> Iterator[Fault]:
    """Report every id in the precedence that is no pattern, or stands there twice."""
    for rank, pattern in enumerate(precedence):
        if pattern not in known:
            yield Fault("en/pack.toml", 1, f"the precedence lists '{pattern}', which is no pattern")
        if pattern in precedence[:rank]:
            yield Fault("en/pack.toml", 1, f"the precedence lists '{pattern}' twice")


def _check_profiles(profiles: Iterable[Profile], audits: set[str]) -> Iterator[Fault]:
    """Report every audit that a profile names and that does not exist, or that it names twice."""
    for profile in profiles:
        named: set[str] = set()
        for rule in profile.rules:
            if rule.audit not in audits:
                near = get_close_matches(rule.audit, audits, n=1)
                hint = f"; did you mean '{near[0]}'?" if near else ""
                yield Fault(rule.place.path, rule.place.line, f"there is no audit '{rule.audit}'{hint}")
            if rule.audit in named:
                yield Fault(rule.place.path, rule.place.line, f"the profile names '{rule.audit}' twice")
            named.add(rule.audit)
