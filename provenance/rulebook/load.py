"""A folder of rules -> a Pack, or every fault in it at once."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from provenance.errors import Fault, RulebookError
from provenance.rulebook.audit_files import load_audit, load_standards
from provenance.rulebook.lexicon_files import load_fragments, load_lexicon
from provenance.rulebook.pack_checks import check_pack
from provenance.rulebook.pack_file import Manifest, load_manifest
from provenance.rulebook.pattern_files import load_pattern
from provenance.rulebook.profile_files import load_profile
from provenance.rulebook.schema import Pack
from provenance.rulebook.toml_file import RuleFile, parse_file

_Loaded = TypeVar("_Loaded")

MANIFEST, FRAGMENTS, STANDARDS = "en/pack.toml", "en/fragments.toml", "standards.toml"
LEXICONS, PATTERNS, AUDITS, PROFILES = "en/lexicons", "en/patterns", "audits", "profiles"


def load_pack(root: Path) -> Pack:
    """Read `en/`, `audits/`, `profiles/` and `standards.toml` under `root` as one pack.

    Raise RulebookError with all faults, in file order, if there is any.
    """
    return build_pack(read_rules(root))


def build_pack(contents: Mapping[str, bytes]) -> Pack:
    """Make one pack of the contents of its files; raise RulebookError with all faults, in file order, if there is any."""
    faults = _misplaced(contents)
    files = {path: file for path in contents if (file := parse_file(path, contents[path], faults))}
    pack = _load_files(files, digest_rules(contents), faults)
    if faults:
        raise RulebookError(sorted(faults, key=lambda fault: (fault.path, fault.line)))
    return pack


def read_rules(root: Path) -> dict[str, bytes]:
    """Read the files of a pack: path inside `root` -> content, in the order of the paths."""
    shapes = ("en/**/*.toml", f"{AUDITS}/*.toml", f"{PROFILES}/*.toml", STANDARDS)
    found = [path for shape in shapes for path in root.glob(shape)]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(found)}


def digest_rules(contents: Mapping[str, bytes]) -> str:
    """Compute the sha256 over names and contents of a pack's files."""
    digest = hashlib.sha256()
    for path, content in contents.items():
        digest.update(f"{path}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _misplaced(contents: Mapping[str, bytes]) -> list[Fault]:
    """Report a missing manifest and every file that stands where no rules are read."""
    homes = {LEXICONS, PATTERNS, AUDITS, PROFILES}
    strays = contents.keys() - {MANIFEST, FRAGMENTS, STANDARDS}
    faults = [Fault(path, 0, "stands where no rules are read") for path in strays if _folder(path) not in homes]
    if MANIFEST not in contents:
        faults.append(Fault(MANIFEST, 0, "is missing: a pack says here what it is"))
    return faults


def _load_files(files: Mapping[str, RuleFile], sha256: str, faults: list[Fault]) -> Pack:
    """Load the pack in `files`; what is wrong in and between them is added to `faults`."""
    manifest = load_manifest(files[MANIFEST]) if MANIFEST in files else Manifest("", "", "", (), "")
    ranks = {pattern: rank for rank, pattern in enumerate(manifest.precedence)}
    pack = Pack(
        id=manifest.id,
        version=manifest.version,
        engine=manifest.engine,
        sha256=sha256,
        lexicons=_load_folder(files, LEXICONS, load_lexicon),
        fragments=load_fragments(files[FRAGMENTS]) if FRAGMENTS in files else (),
        patterns=_load_folder(files, PATTERNS, lambda file: load_pattern(file, ranks)),
        audits=_load_folder(files, AUDITS, load_audit),
        standards=load_standards(files[STANDARDS]) if STANDARDS in files else (),
        profiles=_load_folder(files, PROFILES, load_profile),
    )
    faults.extend(check_pack(pack, manifest.precedence, files.get(STANDARDS)))
    return pack


def _load_folder(
    files: Mapping[str, RuleFile], folder: str, load: Callable[[RuleFile], _Loaded]
) -> tuple[_Loaded, ...]:
    """Give what `load` makes of every file in `folder`, in the order of their names."""
    return tuple(load(file) for path, file in files.items() if _folder(path) == folder)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
