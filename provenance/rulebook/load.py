"""Folders of rules -> a Pack, or every fault in them at once."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TypeVar

from provenance.errors import Fault, RulebookError
from provenance.rulebook.audit_files import load_audit, load_standards
from provenance.rulebook.calibration_file import load_calibration
from provenance.rulebook.changes import LexiconChange
from provenance.rulebook.dispute_files import load_disputes
from provenance.rulebook.exception_files import apply_exceptions, check_exceptions, load_exceptions
from provenance.rulebook.house_words import change_lexicons
from provenance.rulebook.join import join_packs
from provenance.rulebook.lexicon_files import load_fragments, load_lexicon
from provenance.rulebook.pack_checks import check_pack, check_precedence
from provenance.rulebook.pack_file import Manifest, load_manifest
from provenance.rulebook.pack_source import (
    AUDITS,
    CONFIDENCE,
    DISPUTES,
    EXCEPTIONS,
    FRAGMENTS,
    LEXICONS,
    MANIFEST,
    PATTERNS,
    PROFILES,
    STANDARDS,
    PackSource,
    folder_of,
    read_source,
)
from provenance.rulebook.pattern_files import load_pattern
from provenance.rulebook.profile_files import load_profile
from provenance.rulebook.schema import Calibration, Pack
from provenance.rulebook.toml_file import RuleFile, parse_file

_Loaded = TypeVar("_Loaded")


def load_pack(root: Path) -> Pack:
    """Read the rules under `root` as one pack; raise RulebookError with all faults, in file order, if there is any."""
    return build_pack([read_source(root)])


def build_pack(sources: Sequence[PackSource], changes: Sequence[LexiconChange] = ()) -> Pack:
    """Make one pack of several, the shipped one first, and of what a house changes in its lexicons.

    Raise RulebookError with all faults, in file order, if there is any.
    """
    pack, faults = gather_pack(sources, changes)
    if faults:
        raise RulebookError(sorted(faults, key=lambda fault: (fault.path, fault.line)))
    return pack


def gather_pack(sources: Sequence[PackSource], changes: Sequence[LexiconChange] = ()) -> tuple[Pack, list[Fault]]:
    """Make one pack of what can be read of several, and give what is wrong with them."""
    faults: list[Fault] = []
    pack = join_packs([_load_source(source, faults) for source in sources])
    pack = apply_exceptions(change_lexicons(pack, changes, faults))
    return pack, [*faults, *check_pack(pack), *check_exceptions(pack)]


def _load_source(source: PackSource, faults: list[Fault]) -> Pack:
    """Load the files of one pack; what is wrong in them is added to `faults`."""
    faults.extend(source.misplaced())
    parsed = ((path, parse_file(path, content, faults, source.label)) for path, content in source.contents.items())
    files = {path: file for path, file in parsed if file}
    manifest = load_manifest(files[MANIFEST]) if MANIFEST in files else Manifest("", "", "", (), "")
    ranks = {pattern: rank for rank, pattern in enumerate(manifest.precedence)}
    pack = Pack(
        id=manifest.id,
        version=manifest.version,
        engine=manifest.engine,
        sha256=source.digest(),
        lexicons=_load_folder(files, LEXICONS, load_lexicon),
        fragments=load_fragments(files[FRAGMENTS]) if FRAGMENTS in files else (),
        patterns=_load_folder(files, PATTERNS, lambda file: load_pattern(file, ranks)),
        audits=_load_folder(files, AUDITS, load_audit),
        standards=load_standards(files[STANDARDS]) if STANDARDS in files else (),
        profiles=_load_folder(files, PROFILES, load_profile),
        disputes=tuple(chain.from_iterable(_load_folder(files, DISPUTES, load_disputes))),
        exceptions=_load_folder(files, EXCEPTIONS, load_exceptions),
        calibration=load_calibration(files[CONFIDENCE]) if CONFIDENCE in files else Calibration(),
    )
    if MANIFEST in files:
        known = {pattern.id for pattern in pack.patterns}
        faults.extend(check_precedence(manifest.precedence, known, files[MANIFEST]))
    return pack


def _load_folder(
    files: Mapping[str, RuleFile], folder: str, load: Callable[[RuleFile], _Loaded]
) -> tuple[_Loaded, ...]:
    """Give what `load` makes of every file in `folder`, in the order of their names."""
    return tuple(load(file) for path, file in files.items() if folder_of(path) == folder)
