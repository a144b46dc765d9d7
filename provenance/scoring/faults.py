"""Everything that is wrong with rules that do not load, in one go, and rule files that nobody reads."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from provenance.audits.card_checks import check_cards
from provenance.errors import Fault
from provenance.rulebook.changes import LexiconChange
from provenance.rulebook.language import PatternError, parse_pattern
from provenance.rulebook.load import gather_pack
from provenance.rulebook.pack_source import AUDITS, DISPUTES, LEXICONS, PATTERNS, PROFILES, PackSource
from provenance.rulebook.schema import Pack, Place

_KIND = re.compile(rb"""^kind\s*=\s*["'](\w+)["']""", re.MULTILINE)
_HOMES: Mapping[str, str] = {
    "audit": AUDITS,
    "disputes": DISPUTES,
    "lexicon": LEXICONS,
    "pattern": PATTERNS,
    "profile": PROFILES,
}
"""The folder of a pack in which files of each kind are read."""


def find_faults(sources: Sequence[PackSource], changes: Sequence[LexiconChange]) -> list[Fault]:
    """Find every fault of packs, the shipped one first, in file order: in the files, between them, in cards and in patterns."""
    pack, faults = gather_pack(sources, changes)
    broken = {fault.path for fault in faults}
    cards = [card for card in pack.audits if card.when or card.place.path not in broken]
    found = {*faults, *check_cards(cards, pack, texts_of(sources)), *_unreadable(pack)}
    return sorted(found, key=lambda fault: (fault.path, fault.line, fault.reason))


def texts_of(sources: Sequence[PackSource]) -> Mapping[str, str]:
    """Give the rule files as they are written, by their paths as people read them."""
    return {
        source.label + path: content.decode("utf-8", "replace")
        for source in sources
        for path, content in source.contents.items()
    }


def find_misplaced(folder: Path, source: PackSource) -> Iterator[Fault]:
    """Report the rule files in the folder of a pack that stand where no rules are read: none of them holds."""
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        kind = None if name in source.contents else _KIND.search(path.read_bytes())
        home = _HOMES.get(kind[1].decode()) if kind else None
        if home:
            reason = f"nobody reads this file: it belongs in {source.label}{home}/"
            yield Fault(source.label + name, 1, reason)


def _unreadable(pack: Pack) -> Iterator[Fault]:
    """Report every pattern, exception and fragment that is not in the pattern language."""
    written: list[tuple[str, Place]] = [(one.match, one.place) for one in pack.fragments]
    for pattern in pack.patterns:
        written += [(pattern.match, pattern.place), *((one.match, one.place) for one in pattern.excepts)]
    for match, place in written:
        try:
            parse_pattern(match)
        except PatternError as error:
            yield Fault(place.path, place.line, str(error))
