"""The rules of a house: the shipped ones, the packs it adds and the words it changes; and the lock that holds them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from provenance.errors import Fault, SettingsError
from provenance.policy.settings_file import SettingsFile
from provenance.rulebook import Rulebook
from provenance.rulebook.pack_source import PackSource, read_source
from provenance.rulebook.schema import PackName
from provenance.rulebook.table import Table
from provenance.rulebook.toml_file import parse_file

LOCK_FILE = "provenance.lock"
_LOCK_HEAD = "# Which rules this house runs. Written by `provenance packs lock`; `provenance packs verify` compares.\n"


def load_rules(settings: SettingsFile) -> Rulebook:
    """Load the rules that the settings ask for; raise SettingsError or RulebookError with all that is wrong."""
    return Rulebook.load(extras=find_packs(settings), changes=settings.lexicons)


def find_packs(settings: SettingsFile) -> list[PackSource]:
    """Read the packs that the settings add; their paths count from the folder of the settings."""
    twice = next((name for name in settings.packs if settings.packs.count(name) > 1), None)
    if twice is not None:
        msg = f"{settings.origin('packs')}: names the pack '{twice}' twice"
        raise SettingsError(msg)
    return [_read_pack(settings.folder / name, settings.origin("packs")) for name in settings.packs]


def write_lock(names: Sequence[PackName]) -> str:
    """Give the text of a lock: id, version and hash of every pack."""
    tables = (f'\n[[pack]]\nid = "{one.id}"\nversion = "{one.version}"\nsha256 = "{one.sha256}"\n' for one in names)
    return _LOCK_HEAD + "".join(tables)


def read_lock(path: Path) -> tuple[PackName, ...]:
    """Read a lock; raise SettingsError if there is none or something is wrong with it."""
    faults: list[Fault] = []
    try:
        file = parse_file(str(path), path.read_bytes(), faults)
    except OSError as error:
        msg = f"{path}: {error.strerror}; write one with: provenance packs lock"
        raise SettingsError(msg) from error
    names = tuple(map(_load_name, Table(file, file.data).tables("pack"))) if file else ()
    if faults:
        raise SettingsError("\n".join(map(str, faults)))
    return names


def compare_packs(locked: Sequence[PackName], found: Sequence[PackName]) -> Iterator[str]:
    """Say of every pack that is not what the lock says how it differs."""
    here, there = {one.id: one for one in found}, {one.id: one for one in locked}
    for name in sorted(here.keys() | there.keys()):
        if name not in there:
            yield f"{name}: is used and not locked"
        elif name not in here:
            yield f"{name}: is locked and not used"
        elif here[name] != there[name]:
            yield f"{name}: locked {_spell(there[name])}, found {_spell(here[name])}"


def _read_pack(folder: Path, origin: str) -> PackSource:
    if not folder.is_dir():
        msg = f"{origin}: there is no pack in {folder}: no such folder"
        raise SettingsError(msg)
    return read_source(folder, f"{folder.as_posix()}/")


def _load_name(table: Table) -> PackName:
    name = PackName(table.text("id"), table.text("version"), table.text("sha256"))
    table.close()
    return name


def _spell(name: PackName) -> str:
    return f"{name.version} ({name.sha256[:12]})"
