"""Settings files: which one holds, and what is wrong with it."""

from pathlib import Path

import pytest

from provenance.errors import SettingsError
from provenance.policy.settings_file import read_settings


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


def test_a_selection_of_no_audit_is_a_fault(tmp_path: Path) -> None:
    """An empty `select` would switch every audit off and let everything pass: it is refused with its line."""
    (tmp_path / "provenance.toml").write_text('profile = "desk"\nselect = []\n')
    with pytest.raises(SettingsError, match=r"provenance\.toml:2: 'select' is empty"):
        read_settings(tmp_path / "provenance.toml")
