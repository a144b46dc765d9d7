"""A waiver put into a file that people write into as well: nothing else in it changes, comments stay."""

import tomllib
from collections.abc import Sequence

from provenance.errors import SettingsError
from provenance.model import Waiver
from provenance.policy.waivers import key_of, spell_fields, spell_waiver, write_waivers

Rows = Sequence[tuple[int, Waiver]]
"""Waivers with the lines on which they stand."""
_HEADER = "[[waiver]]"


def put_waiver(text: str, there: Rows, new: Waiver) -> str:
    """Give the text of a file with a waiver added, in the place of those for the same finding.

    Raises SettingsError, with the line to be added by hand, for a file that is written in a way of its own.
    """
    if not there:
        return write_waivers([new])
    kept = [waiver for _, waiver in there if key_of(waiver) != key_of(new)]
    lines = text.splitlines(keepends=True)
    written = "".join(_edit(lines, there, new))
    if not _holds(written, len(kept) + 1):
        msg = f"is written in a way of its own; add this to it by hand:\n{spell_waiver(new).rstrip()}"
        raise SettingsError(msg)
    return written


def _edit(lines: Sequence[str], there: Rows, new: Waiver) -> list[str]:
    old = {line for line, waiver in there if key_of(waiver) == key_of(new)}
    if all(lines[line - 1].startswith(_HEADER) for line, _ in there):
        return [*_without_tables(lines, old), f"\n{_HEADER}\n", *(f"{field}\n" for field in spell_fields(new))]
    place = min(old, default=_place_of(lines, there, new))
    numbered = [(number, "" if number in old else line) for number, line in enumerate(lines, 1)]
    return [(spell_waiver(new) if number == place else "") + line for number, line in numbered]


def _place_of(lines: Sequence[str], there: Rows, new: Waiver) -> int:
    """Find the line before which a waiver belongs, comments above a line being part of it."""
    place = min((line for line, waiver in there if key_of(waiver) > key_of(new)), default=0)
    if not place:
        return max((number for number, line in enumerate(lines, 1) if line.startswith("]")), default=1)
    while lines[place - 2].lstrip().startswith("#"):
        place -= 1
    return place


def _without_tables(lines: Sequence[str], headers: set[int]) -> list[str]:
    """Leave out the keys of some tables; comments and blank lines among them stay."""
    kept, inside = [], False
    for number, line in enumerate(lines, 1):
        inside = number in headers if line.startswith("[") else inside
        if not inside or not line.strip() or line.lstrip().startswith("#"):
            kept.append(line)
    return kept


def _holds(text: str, count: int) -> bool:
    """Tell whether a text is TOML with so many waivers."""
    try:
        return len(tomllib.loads(text).get("waiver", ())) == count
    except tomllib.TOMLDecodeError:
        return False
