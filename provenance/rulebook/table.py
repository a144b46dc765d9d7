"""Checked access to one TOML table: whatever is missing, mistyped or unknown becomes a fault, and reading goes on."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from attrs import field, frozen

from provenance.nearest import suggest
from provenance.rulebook.schema import Place
from provenance.rulebook.toml_file import RuleFile

_Value = TypeVar("_Value", str, bool, dict[str, Any], list[Any])
_Choice = TypeVar("_Choice", bound=StrEnum)
_KIND_NAMES: Mapping[type, str] = {str: "text", bool: "true or false", dict: "a table", list: "a list"}


@frozen(eq=False, repr=False)
class Table:
    """One table of a rule file. `line` is where its header stands, `name` what the header says (empty for the file itself).

    `seen` collects the keys that were asked for.
    """

    file: RuleFile
    data: Mapping[str, Any]
    line: int = 1
    name: str = ""
    seen: set[str] = field(factory=set)

    @property
    def place(self) -> Place:
        """Where the table stands."""
        return Place(self.file.shown, self.line)

    def fault(self, reason: str, key: str | None = None) -> None:
        """Report that the table, or its `key`, is wrong."""
        self.file.fault(self.line if key is None else self.file.key_line(key, self.line), reason)

    def text(self, key: str) -> str:
        """Read a text that must be there and say something; empty after a fault."""
        value = self._value(key, str)
        if key in self.data and value is not None and not value.strip():
            self.fault(f"'{key}' is empty", key)
        return value or ""

    def optional_text(self, key: str) -> str | None:
        """Read a text that may be missing."""
        return self.text(key) if self._has(key) else None

    def flag(self, key: str) -> bool:
        """Read true or false; false after a fault."""
        return self._value(key, bool) or False

    def optional_count(self, key: str) -> int | None:
        """Read a whole number of 1 or more that may be missing."""
        if not self._has(key):
            return None
        value = self.data[key]
        if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
            return value
        self.fault(f"'{key}' must be a whole number of 1 or more", key)
        return None

    def choice(self, key: str, kind: type[_Choice]) -> _Choice:
        """Read one of the values of `kind`; the first after a fault."""
        value = self._value(key, str)
        if value in set(kind):
            return kind(value)
        if value is not None:
            self.fault(f"'{key}' is '{value}', not one of {', '.join(kind)}", key)
        return next(iter(kind))

    def optional_date(self, key: str) -> date | None:
        """Read a date without a time that may be missing."""
        value = self.data.get(key) if self._has(key) else None
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        self.fault(f"'{key}' must be a date, such as 2026-12-31", key)
        return None

    def optional_choice(self, key: str, kind: type[_Choice]) -> _Choice | None:
        """Read one of the values of `kind` that may be missing."""
        return self.choice(key, kind) if self._has(key) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; empty after a fault."""
        values = self._value(key, list) or []
        if not all(isinstance(value, str) for value in values):
            self.fault(f"'{key}' must be a list of texts", key)
            return ()
        return tuple(values)

    def optional_texts(self, key: str) -> tuple[str, ...] | None:
        """Read a list of texts that may be missing."""
        return self.texts(key) if self._has(key) else None

    def optional_list(self, key: str) -> list[Any]:
        """Read a list of anything that may be missing; empty then."""
        return (self._value(key, list) or []) if self._has(key) else []

    def mapping(self, key: str) -> Mapping[str, Any]:
        """Read a table as it is; empty where it is missing."""
        return (self._value(key, dict) or {}) if self._has(key) else {}

    def tables(self, key: str) -> list["Table"]:
        """Read the tables `[[key]]`, or those in a list, in file order; none where there are none."""
        values = self.mappings(key) if self._has(key) else []
        name = self._name_of(key)
        lines = self.file.header_lines(name)
        lines = lines or (self.file.row_lines(key, self.line) if values else [])
        lines += [self.line] * (len(values) - len(lines))  # tables written inline side by side have no line
        return [Table(self.file, value, line, name) for value, line in zip(values, lines, strict=False)]

    def table(self, key: str) -> "Table":
        """Read the table `[key]`; an empty one where it is missing."""
        name = self._name_of(key)
        lines = self.file.header_lines(name) or [self.file.key_line(key, self.line)]
        return Table(self.file, self.mapping(key), lines[0], name)

    def line_of(self, key: str) -> int:
        """Find the line of a key; that of the table's header where it is not seen."""
        return self.file.key_line(key, self.line)

    def mappings(self, key: str) -> list[Mapping[str, Any]]:
        """Read a list of tables that must be there, each as it is; empty after a fault."""
        values = self._value(key, list) or []
        if all(isinstance(value, dict) for value in values):
            return values
        self.fault(f"'{key}' must be a list of tables", key)
        return []

    def rest(self) -> Mapping[str, Any]:
        """Take everything that nobody asked for."""
        rest = {key: value for key, value in self.data.items() if key not in self.seen}
        self.seen.update(rest)
        return rest

    def close(self) -> None:
        """Report what nobody asked for as unknown, with the key that may have been meant."""
        known = sorted(self.seen)
        for key in self.rest():
            self.fault(f"unknown key '{key}'{suggest(key, known)}", key)

    def _value(self, key: str, kind: type[_Value]) -> _Value | None:
        """Read the value of `key`; None and a fault where it is missing or not of `kind`."""
        self.seen.add(key)
        if key not in self.data:
            self.fault(f"'{key}' is missing")
            return None
        value = self.data[key]
        if isinstance(value, kind):
            return value
        self.fault(f"'{key}' must be {_KIND_NAMES[kind]}", key)
        return None

    def _has(self, key: str) -> bool:
        """Tell whether a key that may be missing is there."""
        self.seen.add(key)
        return key in self.data

    def _name_of(self, key: str) -> str:
        """Give what the header of a table inside this one says."""
        return f"{self.name}.{key}" if self.name else key
