"""Settings files: provenance.toml, or [tool.provenance] of a pyproject.toml."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from provenance.errors import SettingsError

KEYS = ("select", "ignore", "fail-on", "show", "severity")
_NAMES = ("provenance.toml", "pyproject.toml")


def find_config(given: str | None) -> Path | None:
    """Return the settings file: the one that was given, else one in the working directory, else None."""
    if given is not None:
        return Path(given)
    return next((path for path in map(Path, _NAMES) if path.is_file()), None)


def read_config(path: Path | None) -> Mapping[str, Any]:
    """Return the settings that stand in a file; empty for none. Unknown keys and wrong types are errors."""
    if path is None:
        return {}
    table = _pick_table(path, _read_toml(path))
    unknown = sorted(table.keys() - set(KEYS))
    if unknown:
        msg = f"{path}: unknown settings: {', '.join(unknown)} (there are: {', '.join(KEYS)})"
        raise SettingsError(msg)
    for key, value in table.items():
        _check_type(path, key, value)
    return table


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        msg = f"{path}: {error.strerror}"
        raise SettingsError(msg) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        msg = f"{path}: {error}"
        raise SettingsError(msg) from error


def _pick_table(path: Path, data: dict[str, Any]) -> dict[str, Any]:
    """Return [tool.provenance] where there is one; a pyproject.toml without it holds no settings."""
    tool = data.get("tool", {})
    table = tool.get("provenance") if isinstance(tool, dict) else None
    if table is None:
        table = {} if path.name == "pyproject.toml" else data
    if not isinstance(table, dict):
        msg = f"{path}: tool.provenance is no table"
        raise SettingsError(msg)
    return table


def _check_type(path: Path, key: str, value: object) -> None:
    """Refuse a value of the wrong shape: lists of names, a level, or a table of levels."""
    if key in {"select", "ignore"}:
        good, shape = isinstance(value, list) and all(isinstance(name, str) for name in value), "a list of rules"
    elif key == "severity":
        good, shape = isinstance(value, dict) and all(isinstance(level, str) for level in value.values()), "a table"
    else:
        good, shape = isinstance(value, str), "a level"
    if not good:
        msg = f"{path}: {key} must be {shape}"
        raise SettingsError(msg)
