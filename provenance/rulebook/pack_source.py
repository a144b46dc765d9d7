"""The files of one pack as they lie on the disk, and the number that names exactly these."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from provenance.errors import Fault

MANIFEST, FRAGMENTS, STANDARDS = "en/pack.toml", "en/fragments.toml", "standards.toml"
CONFIDENCE = "en/confidence.toml"
LEXICONS, PATTERNS, AUDITS, PROFILES = "en/lexicons", "en/patterns", "audits", "profiles"
DISPUTES, EXCEPTIONS = "disputes", "exceptions"
TOPS = ("en", AUDITS, PROFILES, DISPUTES, EXCEPTIONS)
"""Folders under which all files of a pack stand, but its standards."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SHAPES = ("en/**/*.toml", *(f"{folder}/*.toml" for folder in TOPS[1:]), STANDARDS)


@frozen(eq=False, repr=False)
class PackSource:
    """The contents of a pack's files, by their paths inside it, in the order of the paths.

    `label` is what stands before these paths where people read them; empty for the shipped rules.
    """

    contents: Mapping[str, bytes]
    label: str = ""

    def digest(self) -> str:
        """Compute the sha256 over names and contents; how lines end and a byte order mark make no difference to rules."""
        digest = hashlib.sha256()
        for path, written in self.contents.items():
            content = written.removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n")
            digest.update(f"{path}\0{len(content)}\0".encode())
            digest.update(content)
        return digest.hexdigest()

    def misplaced(self) -> Iterator[Fault]:
        """Report a missing manifest and every file that stands where no rules are read."""
        homes = {LEXICONS, PATTERNS, AUDITS, PROFILES, DISPUTES, EXCEPTIONS}
        for path in self.contents.keys() - {MANIFEST, FRAGMENTS, STANDARDS, CONFIDENCE}:
            if folder_of(path) not in homes:
                yield Fault(self.label + path, 1, "stands where no rules are read")
        if MANIFEST not in self.contents:
            yield Fault(self.label + MANIFEST, 1, "is missing: a pack says here what it is")


def read_source(root: Path, label: str = "") -> PackSource:
    """Read `en/`, `audits/`, `profiles/`, `disputes/`, `exceptions/` and `standards.toml` under `root`."""
    found = (path for shape in _SHAPES for path in root.glob(shape))
    return PackSource({path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(found)}, label)


def folder_of(path: str) -> str:
    """Give the folder of a file inside a pack."""
    return path.rpartition("/")[0]
