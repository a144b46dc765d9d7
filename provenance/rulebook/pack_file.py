"""The pack's own file: what it is, which engine it needs, and the precedence of its patterns."""

from attrs import frozen

from provenance.rulebook.table import Table
from provenance.rulebook.toml_file import RuleFile

ENGINE = 1
"""The number of the engine that reads these rules; raised when the pattern language or a file format grows."""


@frozen
class Manifest:
    """`pack.toml`. `precedence` lists the ids of all patterns, strongest first; `overlap` states what that decides."""

    id: str
    version: str
    engine: str
    precedence: tuple[str, ...]
    overlap: str


def load_manifest(file: RuleFile) -> Manifest:
    """Load the manifest of a pack; a fault if it needs a newer engine than this one."""
    table = Table(file, file.data)
    manifest = Manifest(
        id=table.text("id"),
        version=table.text("version"),
        engine=table.text("engine"),
        precedence=table.texts("precedence"),
        overlap=table.text("overlap"),
    )
    table.close()
    if manifest.engine and not manifest.engine.isdecimal():
        table.fault(f"'engine' must be a number in quotes, not '{manifest.engine}'", "engine")
    elif manifest.engine and int(manifest.engine) > ENGINE:
        table.fault(f"the pack needs engine {manifest.engine}, this is engine {ENGINE}", "engine")
    return manifest
