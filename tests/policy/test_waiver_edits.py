"""A waiver put into a file that people write into as well."""

from pathlib import Path

import pytest
from attrs import evolve

from provenance.errors import SettingsError
from provenance.model import Waiver
from provenance.policy.names import AuditNames
from provenance.policy.waiver_edits import put_waiver
from provenance.policy.waivers import read_rows, spell_waiver, write_waivers
from tests.factories import CARDS

NAMES = AuditNames(CARDS.values())
FIRST = Waiver("anon-bare", "f1", "It is over", "known to two editors", "duty editor")
LAST = Waiver("weasel", "f9", "It rained", "known", "desk")
BETWEEN = Waiver("anon-bare", "f5", "It snowed", "known", "foreign editor")
TABLES = """# ours
[[waiver]]
audit = "anon-bare"
fingerprint = "f1"  # of May
claim = "It is over"
reason = "known to two editors"
by = "duty editor"

# agreed with the lawyer
[[waiver]]
audit = "weasel"
fingerprint = "f9"
claim = "It rained"
reason = "known"
by = "desk"
"""


def put(tmp_path: Path, text: str, new: Waiver) -> str:
    """Put a waiver into a file that holds a text."""
    path = tmp_path / "a.txt.waivers.toml"
    path.write_text(text, encoding="utf-8")
    return put_waiver(text, read_rows(path, NAMES), new)


def test_a_waiver_goes_where_it_belongs(tmp_path: Path) -> None:
    """Into a file as it is written by the command, waivers go in its own order; all others stay as they are."""
    for there in ([FIRST, LAST], [LAST], [FIRST]):
        assert put(tmp_path, write_waivers(there), BETWEEN) == write_waivers([*there, BETWEEN])
    assert put(tmp_path, "", FIRST) == write_waivers([FIRST])


def test_comments_stay(tmp_path: Path) -> None:
    """A comment stays above the waiver that it stands above, also when that waiver is replaced."""
    text = write_waivers([FIRST, LAST]).replace(spell_waiver(LAST), f"  # agreed with the lawyer\n{spell_waiver(LAST)}")
    assert put(tmp_path, text, BETWEEN) == text.replace(
        spell_waiver(FIRST), spell_waiver(FIRST) + spell_waiver(BETWEEN)
    )
    new = evolve(LAST, reason="known to all")
    assert put(tmp_path, text, new) == text.replace(spell_waiver(LAST), spell_waiver(new))


def test_tables_written_by_hand_stay(tmp_path: Path) -> None:
    """In a file with a table a waiver, a new one is added at the end, and only the one that it replaces goes."""
    longer = put(tmp_path, TABLES, BETWEEN)
    assert longer.startswith(TABLES)
    path = tmp_path / "a.txt.waivers.toml"
    path.write_text(longer)
    assert [waiver for _, waiver in read_rows(path, NAMES)] == [FIRST, LAST, BETWEEN]
    path.write_text(put(tmp_path, TABLES, evolve(FIRST, reason="new")))
    assert [waiver for _, waiver in read_rows(path, NAMES)] == [LAST, evolve(FIRST, reason="new")]
    assert "# agreed with the lawyer" in path.read_text()


def test_what_cannot_be_edited_is_said(tmp_path: Path) -> None:
    """A file that is written in a way of its own is left alone; the line to be added is told."""
    text = f"waiver = [{spell_waiver(FIRST).strip()} {spell_waiver(LAST).strip()}]\n"
    with pytest.raises(SettingsError, match=r"add this to it by hand:\n.*It snowed"):
        put(tmp_path, text, BETWEEN)
