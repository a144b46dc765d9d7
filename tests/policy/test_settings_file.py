"""Settings files: which one holds, and what is wrong with it."""

from pathlib import Path

import pytest

from provenance.errors import SettingsError
from provenance.policy.settings_file import find_settings, read_settings


def test_the_nearest_file_holds(tmp_path: Path) -> None:
    """The settings of the folder itself come before those above it, and an own file before a shared one."""
    inner = tmp_path / "sport" / "drafts"
    inner.mkdir(parents=True)
    (tmp_path / "provenance.toml").write_text("")
    assert find_settings(None, inner) == tmp_path / "provenance.toml"
    (tmp_path / "sport/pyproject.toml").write_text("[tool.provenance]")
    assert find_settings(None, inner) == tmp_path / "sport/pyproject.toml"
    (tmp_path / "sport/provenance.toml").write_text("")
    assert find_settings(None, inner) == tmp_path / "sport/provenance.toml"
    assert find_settings("given.toml", inner) == Path("given.toml")


@pytest.mark.parametrize("text", ["", "[tool.ruff]\nline-length = 9", '[project]\nname = "provenance"', "[broken"])
def test_a_shared_file_without_our_table_is_passed_over(tmp_path: Path, text: str) -> None:
    """A pyproject.toml that says nothing about us leaves the choice to the folders above."""
    (tmp_path / "provenance.toml").write_text("")
    (tmp_path / "a").mkdir()
    (tmp_path / "a/pyproject.toml").write_text(text)
    assert find_settings(None, tmp_path / "a") == tmp_path / "provenance.toml"


def test_every_setting_knows_its_line(tmp_path: Path) -> None:
    """Settings say in which file and on which line they stand, in tables too."""
    path = tmp_path / "pyproject.toml"
    path.write_text('[tool.provenance]\nprofile = "ap"\n\n[tool.provenance.severity]\n"A01" = "note"\n')
    settings = read_settings(path)
    assert settings.origin("profile") == f"{path}:2"
    assert settings.origin("severity.A01") == f"{path}:5"


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    """Everything that is wrong with a settings file is said in one message, in the order of lines."""
    path = tmp_path / "provenance.toml"
    path.write_text('show = "loud"\nselct = ["A01"]\n[[per-file-ignore]]\nfiles = "x"\naudits = []\nreason = " "\n')
    with pytest.raises(SettingsError) as caught:
        read_settings(path)
    assert [line.removeprefix(f"{path}:") for line in str(caught.value).splitlines()] == [
        "1: 'show' is 'loud', not one of note, warning, error",
        "2: unknown key 'selct'; did you mean 'select'?",
        "4: 'files' must be a list",
        "6: 'reason' is empty",
    ]


def test_a_file_that_is_no_toml(tmp_path: Path) -> None:
    """A settings file that cannot be parsed is reported with the line of the error."""
    path = tmp_path / "provenance.toml"
    path.write_text('show = "note"\nselect = [')
    with pytest.raises(SettingsError, match=r"provenance\.toml:2: "):
        read_settings(path)
