"""The packs of a house and the lock that holds them."""

from pathlib import Path

import pytest

from provenance.errors import SettingsError
from provenance.policy.packs import compare_packs, find_packs, read_lock, write_lock
from provenance.policy.settings_file import SettingsFile
from provenance.rulebook.schema import PackName

EN, HERALD = PackName("en", "1", "a" * 64), PackName("herald", "2", "b" * 64)


def test_a_lock_comes_back_as_it_was_written(tmp_path: Path) -> None:
    """Writing a lock and reading it changes nothing."""
    path = tmp_path / "provenance.lock"
    path.write_text(write_lock([EN, HERALD]))
    assert read_lock(path) == (EN, HERALD)


def test_differences_are_told_pack_by_pack() -> None:
    """A pack that changed, one that came and one that went are each told."""
    newer = PackName("en", "1", "c" * 64)
    assert list(compare_packs([EN, HERALD], [EN, HERALD])) == []
    assert list(compare_packs([EN, HERALD], [newer, PackName("x", "1", "d" * 64)])) == [
        "en: locked 1 (aaaaaaaaaaaa), found 1 (cccccccccccc)",
        "herald: is locked and not used",
        "x: is used and not locked",
    ]


def test_a_lock_that_is_not_there(tmp_path: Path) -> None:
    """Without a lock there is nothing to verify, and the message says how to write one."""
    with pytest.raises(SettingsError, match="packs lock"):
        read_lock(tmp_path / "provenance.lock")


def test_packs_are_found_from_the_settings(tmp_path: Path) -> None:
    """The path of a pack counts from the folder of the settings file, and a folder that is missing is an error."""
    (tmp_path / "herald/en").mkdir(parents=True)
    (tmp_path / "herald/en/pack.toml").write_text("")
    settings = SettingsFile(str(tmp_path / "provenance.toml"), packs=("herald",), lines={"packs": 3})
    (source,) = find_packs(settings)
    assert source.label == f"{(tmp_path / 'herald').as_posix()}/"
    assert list(source.contents) == ["en/pack.toml"]
    with pytest.raises(SettingsError, match=r"provenance\.toml:3: there is no pack"):
        find_packs(SettingsFile(str(tmp_path / "provenance.toml"), packs=("times",), lines={"packs": 3}))
