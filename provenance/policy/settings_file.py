"""The settings of a house: provenance.toml, or [tool.provenance] of a pyproject.toml; the nearest one holds."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from os.path import isfile
from pathlib import Path

from attrs import field, frozen

from provenance.errors import Fault, SettingsError
from provenance.model import Severity
from provenance.reading.json_shapes import FIELDS
from provenance.rulebook.changes import LexiconChange
from provenance.rulebook.lexicon_files import read_entry
from provenance.rulebook.schema import Entry, Weight
from provenance.rulebook.table import Table
from provenance.rulebook.toml_file import RuleFile, parse_file

OWN_FILE, SHARED_FILE = "provenance.toml", "pyproject.toml"
_SHARED_TABLE = ("tool", "provenance")


class FailLevel(StrEnum):
    """From which severity on findings fail a run."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"
    NEVER = "never"

    @property
    def severity(self) -> Severity | None:
        """The severity of that name; None for `never`."""
        return None if self is FailLevel.NEVER else Severity(self.value)


@frozen(eq=False, repr=False)
class FileIgnore:
    """Audits whose findings are waived in some files, and why. `files` are patterns over paths from the settings' folder."""

    files: tuple[str, ...]
    audits: tuple[str, ...]
    reason: str
    origin: str


@frozen(repr=False)
class ReadingSettings:
    """How files are read: the largest in megabytes, the seconds an article may take, the fields of JSON by our names."""

    max_size: int | None = None
    max_seconds: int | None = None
    fields: Mapping[str, str] = field(factory=dict)


@frozen(eq=False, repr=False)
class SettingsFile:
    """What one file says, rules still by the names that were written; None where it says nothing."""

    path: str | None = None
    profile: str | None = None
    show: Severity | None = None
    fail_on: FailLevel | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    severity: Mapping[str, Weight] = field(factory=dict)
    file_ignores: tuple[FileIgnore, ...] = ()
    baseline: str | None = None
    packs: tuple[str, ...] = ()
    lexicons: tuple[LexiconChange, ...] = ()
    reading: ReadingSettings = field(factory=ReadingSettings)
    lines: Mapping[str, int] = field(factory=dict)
    """On which line each setting stands; an audit's severity under `severity.<audit>`."""

    def origin(self, key: str) -> str:
        """Give `file:line` of a setting."""
        return f"{self.path}:{self.lines.get(key, 1)}"

    @property
    def folder(self) -> Path:
        """The folder from which paths in the settings count; the working directory where there are no settings."""
        return Path(self.path).parent if self.path else Path()


def read_settings(path: Path | None) -> SettingsFile:
    """Read a settings file; raise SettingsError with everything that is wrong in it, by file and line."""
    if path is None:
        return SettingsFile()
    faults: list[Fault] = []
    file = parse_file(str(path), _read(path), faults)
    settings = _load(_own_table(file), str(path)) if file else SettingsFile()
    if faults:
        raise SettingsError("\n".join(map(str, sorted(faults, key=lambda fault: fault.line))))
    return settings


def settings_in(folder: Path) -> Path | None:
    """Give the settings file that stands in a folder; None where there is none, or no such folder."""
    own, shared = folder / OWN_FILE, folder / SHARED_FILE
    if isfile(own):  # noqa: PTH113 - false also where nobody may look
        return own
    return shared if isfile(shared) and _holds_settings(shared) else None  # noqa: PTH113 - as above


def _holds_settings(path: Path) -> bool:
    """Tell whether a shared file has our table; a file that is broken for everybody is not ours to report."""
    content = _read(path)
    if b"provenance" not in content:
        return False
    file = parse_file(str(path), content, [])
    return file is not None and _SHARED_TABLE[1] in file.data.get(_SHARED_TABLE[0], {})


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        msg = f"{path}: {error.strerror}"
        raise SettingsError(msg) from error


def _own_table(file: RuleFile) -> Table:
    """Give the table that holds the settings: [tool.provenance] where there is one, else the file itself."""
    whole = Table(file, file.data)
    tool, own = _SHARED_TABLE
    if not isinstance(file.data.get(tool), dict):
        return whole
    return whole.table(tool).table(own)


def _load(table: Table, path: str) -> SettingsFile:
    severity = table.table("severity")
    weights = {audit: severity.choice(audit, Weight) for audit in severity.data}
    settings = SettingsFile(
        path=path,
        profile=table.optional_text("profile"),
        show=table.optional_choice("show", Severity),
        fail_on=table.optional_choice("fail-on", FailLevel),
        select=_load_selection(table),
        ignore=table.optional_texts("ignore"),
        severity=weights,
        file_ignores=tuple(_load_file_ignore(one, path) for one in table.tables("per-file-ignore")),
        baseline=table.optional_text("baseline"),
        packs=table.optional_texts("packs") or (),
        lexicons=tuple(map(_load_change, table.tables("lexicon"))),
        reading=_load_reading(table.table("reading")),
        lines={
            **{key: table.line_of(key) for key in table.data},
            **{f"severity.{audit}": severity.line_of(audit) for audit in weights},
        },
    )
    table.close()
    return settings


def _load_selection(table: Table) -> tuple[str, ...] | None:
    """Read which audits are selected; a selection of none is a fault, it would pass everything."""
    select = table.optional_texts("select")
    if select == () and table.data.get("select") == []:
        table.fault("'select' is empty, which switches every audit off: name some, or leave it out", "select")
    return select


def _load_reading(table: Table) -> ReadingSettings:
    fields = table.table("fields")
    names = {name: fields.text(name) for name in fields.data}
    for name in names:
        if name not in FIELDS:
            fields.fault(f"'{name}' is nothing that JSON is read for: {', '.join(FIELDS)}", name)
    reading = ReadingSettings(table.optional_count("max-size"), table.optional_count("max-seconds"), names)
    table.close()
    return reading


def _load_file_ignore(table: Table, path: str) -> FileIgnore:
    ignore = FileIgnore(table.texts("files"), table.texts("audits"), table.text("reason"), f"{path}:{table.line}")
    table.close()
    return ignore


def _load_change(table: Table) -> LexiconChange:
    change = LexiconChange(
        table.text("id"), tuple(_load_added(table)), table.optional_texts("remove") or (), table.place
    )
    table.close()
    return change


def _load_added(table: Table) -> Iterator[Entry]:
    """Read what a house adds to a lexicon: bare words, or entries as lexicons have them."""
    for written in table.optional_list("add"):
        entry = read_entry(written if isinstance(written, dict) else {"lemma": written}, {})
        if entry is None:
            table.fault(f"'add' holds {written!r}, which is neither a word nor an entry with a lemma", "add")
        elif not isinstance(entry.fields.get("forms", {}), dict):
            table.fault(f"the 'forms' of '{entry.lemma}' must be a table", "add")
        else:
            yield entry
