"""TOML text -> data, with a short way for long lists of entries.

Nine tenths of the rules are lexicon entries, one plain inline table a line. `tomllib` reads 4 MB a second; the same
lines with their keys in quotes are JSON, which is read ten times as fast. Whatever is not that plain, and every text
with a mistake in it, goes the ordinary way.
"""

import json
import re
import tomllib
from typing import Any

_STRING = r'"[^"\\=\n]*"'
_SIMPLE = rf"(?:{_STRING}|true|false|\d+|\[(?:{_STRING}(?:, {_STRING})*)?\])"
_INNER = rf"\{{[a-z_]+ = {_SIMPLE}(?:, [a-z_]+ = {_SIMPLE})*\}}"
_FIELD = rf"[a-z_]+ = (?:{_SIMPLE}|{_INNER})"
_ENTRY = re.compile(rf"^  (\{{{_FIELD}(?:, {_FIELD})*\}}),[ ]*(?:#.*)?$", re.MULTILINE)
_COMMENT = re.compile(r"^[ ]*#.*$", re.MULTILINE)
_KEY = re.compile(r"(\{|, )([a-z_]+) = ")
_OPENING, _CLOSING = "\nentries = [\n", "\n]"


def parse_toml(source: str) -> dict[str, Any]:
    """Parse TOML; raise tomllib.TOMLDecodeError where it is none."""
    try:
        return _parse_entries_apart(source)
    except ValueError:
        return tomllib.loads(source)


def _parse_entries_apart(source: str) -> dict[str, Any]:
    """Parse a text with one plain list of entries at its top level; ValueError for any other text."""
    start = source.index(_OPENING) + len(_OPENING)
    end = source.index(_CLOSING, start - 1)
    data = tomllib.loads(source[:start] + source[end:])
    if data.get("entries") != []:
        msg = "the entries belong to an inner table"
        raise ValueError(msg)
    data["entries"] = _parse_entries(source[start:end])
    return data


def _parse_entries(lines: str) -> list[dict[str, Any]]:
    """Parse plain entries, one a line; ValueError if a line is anything but an entry or a comment."""
    if _COMMENT.sub("", _ENTRY.sub("", lines)).strip():
        msg = "a line that is no plain entry"
        raise ValueError(msg)
    text = _KEY.sub(r'\1"\2": ', ",".join(_ENTRY.findall(lines)))
    entries: list[dict[str, Any]] = json.loads(f"[{text}]", object_pairs_hook=_unique)
    return entries


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make a table of its fields; ValueError where a key comes twice, which TOML forbids and JSON does not."""
    table = dict(pairs)
    if len(table) < len(pairs):
        msg = "a key comes twice"
        raise ValueError(msg)
    return table
