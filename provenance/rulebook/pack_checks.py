"""What must hold between the files of a pack: unique ids, resolved references."""

from collections.abc import Iterable, Iterator

from provenance.errors import Fault
from provenance.rulebook.schema import AuditCard, Lexicon, Pack, Pattern, Place
from provenance.rulebook.toml_file import RuleFile


def check_pack(pack: Pack, precedence: tuple[str, ...], standards: RuleFile | None) -> Iterator[Fault]:
    """Find every fault that only shows when all files of a pack are seen together."""
    rules: tuple[Lexicon | Pattern | AuditCard, ...] = (*pack.lexicons, *pack.patterns, *pack.audits)
    yield from _repeated("id", ((rule.id, rule.place) for rule in rules))
    yield from _repeated("code", ((card.code, card.place) for card in pack.audits))
    yield from _repeated("fragment", ((fragment.name, fragment.place) for fragment in pack.fragments))
    yield from _repeated("standard", _standard_places(pack, standards))
    yield from _unresolved(pack.audits, {standard.id for standard in pack.standards})
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


def _unresolved(cards: Iterable[AuditCard], known: set[str]) -> Iterator[Fault]:
    """Report every standard that a card cites and nobody defines."""
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
