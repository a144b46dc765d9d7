"""Compiled rules kept in the user's cache folder."""

from pathlib import Path

import pytest

from provenance import audit_text
from provenance.cache import FOLDER_VARIABLE, cache_folder
from provenance.rulebook import Rulebook
from provenance.rulebook.cache import keep

TEXT = "The minister said that taxes will rise. “We disagree,” said Ana Reyes, who leads the union.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


def _never() -> dict[str, int]:
    message = "made although it was kept"
    raise AssertionError(message)


def test_kept_rules_give_the_same_result(folder: Path) -> None:
    """Rules from the cache audit as freshly compiled ones do."""
    fresh, kept = Rulebook.load(), Rulebook.load()
    assert list(folder.glob("rulebook-*.bin"))
    assert repr(audit_text(TEXT, fresh)) == repr(audit_text(TEXT, kept))


def test_what_is_kept_is_not_made_again(folder: Path) -> None:
    """The second time nothing is made; other rules are other files."""
    assert keep("a", dict, lambda: {"x": 1}) == {"x": 1}
    assert keep("a", dict, _never) == {"x": 1}
    assert keep("b", dict, lambda: {"x": 2}) == {"x": 2}
    assert not list(folder.glob(".new-*"))


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 400])
@pytest.mark.usefixtures("folder")
def test_a_damaged_file_is_made_anew(folder: Path, damage: bytes) -> None:
    """A file that is cut short or overwritten is no obstacle, and is whole again afterwards."""
    keep("a", dict, lambda: {"x": 1})
    (file,) = folder.glob("rulebook-*.bin")
    file.write_bytes(damage)
    assert keep("a", dict, lambda: {"x": 3}) == {"x": 3}
    assert keep("a", dict, _never) == {"x": 3}


def test_a_file_that_others_can_write_is_not_trusted(folder: Path) -> None:
    """What somebody else may have put there is never read."""
    keep("a", dict, lambda: {"x": 1})
    (file,) = folder.glob("rulebook-*.bin")
    file.chmod(0o666)
    assert keep("a", dict, lambda: {"x": 4}) == {"x": 4}


def test_without_a_place_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty variable switches the cache off, and a folder that cannot be made is passed over."""
    monkeypatch.setenv(FOLDER_VARIABLE, "")
    assert cache_folder() is None
    assert keep("a", dict, lambda: {"x": 1}) == {"x": 1}
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "file" / "kept"))
    assert keep("a", dict, lambda: {"x": 2}) == {"x": 2}


def test_few_files_are_kept(folder: Path) -> None:
    """Old files go when new ones come."""
    for digest in map(str, range(30)):
        keep(digest, dict, dict)
    assert len(list(folder.glob("rulebook-*.bin"))) <= 24
