"""Each article comes under the settings nearest to it."""

from pathlib import Path

import pytest

from provenance.errors import SettingsError
from provenance.policy import houses as policy_houses
from provenance.policy.houses import Houses, SettingsFinder
from provenance.policy.policy import Wishes
from provenance.policy.settings_file import settings_in


def folder(path: Path, settings: str | None = None) -> Path:
    """Make a folder, with settings if there are any."""
    path.mkdir(parents=True, exist_ok=True)
    if settings is not None:
        (path / "provenance.toml").write_text(settings)
    return path


def finder(here: Path) -> SettingsFinder:
    """Make a finder for a command that runs in a folder."""
    return SettingsFinder(None, str(here))


def test_the_file_nearest_to_the_article_holds(tmp_path: Path) -> None:
    """Settings of the article's own folder come before those above it, and an own file before a shared one."""
    inner = folder(tmp_path / "sport" / "drafts")
    folder(tmp_path, "")
    assert finder(tmp_path).find("sport/drafts/a.txt") == Path("provenance.toml")
    (tmp_path / "sport/pyproject.toml").write_text("[tool.provenance]")
    assert finder(tmp_path).find("sport/drafts/a.txt") == Path("sport/pyproject.toml")
    folder(tmp_path / "sport", "")
    assert finder(tmp_path).find(str(inner / "a.txt")) == Path("sport/provenance.toml")
    assert finder(inner).find("a.txt") == tmp_path / "sport/provenance.toml"
    assert finder(inner).find("../../a.txt") == tmp_path / "provenance.toml"


def test_a_file_that_is_given_holds_for_all(tmp_path: Path) -> None:
    """Where the command line names a settings file, no other is looked for."""
    folder(tmp_path / "sport", "")
    assert SettingsFinder(Path("given.toml"), str(tmp_path)).find("sport/a.txt") == Path("given.toml")


def test_an_article_without_settings_comes_under_those_of_here(tmp_path: Path) -> None:
    """An article outside every house, and standard input, come under the settings of the working directory."""
    here, far = folder(tmp_path / "house", ""), folder(tmp_path / "far")
    assert finder(here).find(str(far / "a.txt")) == Path("provenance.toml")
    assert finder(here).find("-") == Path("provenance.toml")
    assert finder(far).find("-") is None


@pytest.mark.parametrize("text", ["", "[tool.ruff]\nline-length = 9", '[project]\nname = "provenance"', "[broken"])
def test_a_shared_file_without_our_table_is_passed_over(tmp_path: Path, text: str) -> None:
    """A pyproject.toml that says nothing about us leaves the choice to the folders above."""
    folder(tmp_path, "")
    (folder(tmp_path / "a") / "pyproject.toml").write_text(text)
    assert finder(tmp_path).find("a/x.txt") == Path("provenance.toml")


def test_each_folder_is_looked_into_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many articles a folder has, its settings are looked for once."""
    looked: list[Path] = []

    def look(path: Path) -> Path | None:
        looked.append(path)
        return settings_in(path)

    monkeypatch.setattr(policy_houses, "settings_in", look)
    folder(tmp_path, "")
    find = finder(tmp_path)
    for number in range(1000):
        assert find.find(f"a/{number % 3}/{number}.txt") == Path("provenance.toml")
    assert sorted(looked) == [tmp_path, tmp_path / "a", *(tmp_path / f"a/{number}" for number in range(3))]


def test_houses_that_differ_in_policy_share_their_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second settings file costs no second reading of the rules unless it changes them."""
    monkeypatch.chdir(tmp_path)
    folder(tmp_path, 'profile = "review"')
    folder(tmp_path / "opinion", 'profile = "ap"')
    folder(tmp_path / "slang", '[[lexicon]]\nid = "en/reporting-verbs"\nadd = ["grumpf"]')
    houses = Houses(finder(tmp_path), Wishes())
    houses.open_all(["a.txt", "opinion/a.txt", "opinion/b.txt", "slang/c.txt"])
    assert [house.policy.profile.id for house in houses] == ["review", "ap", "desk"]
    news, opinion, slang = houses
    assert news.rulebook.memo is opinion.rulebook.memo
    assert news.rulebook.memo is not slang.rulebook.memo


def test_faults_of_all_settings_are_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong in any of the settings files stops the run before anything is audited."""
    monkeypatch.chdir(tmp_path)
    folder(tmp_path, "colour = 1")
    folder(tmp_path / "opinion", 'profile = "nosuch"')
    with pytest.raises(SettingsError) as caught:
        Houses(finder(tmp_path), Wishes()).open_all(["a.txt", "opinion/a.txt"])
    first, second = str(caught.value).splitlines()
    assert first == "provenance.toml:1: unknown key 'colour'"
    assert second.startswith("opinion/provenance.toml:1: there is no profile 'nosuch'")


def test_the_last_line_tells_the_policies_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run says which audits ran under which settings, unless only those of the working directory held."""
    monkeypatch.chdir(tmp_path)
    folder(tmp_path, 'profile = "review"\nselect = ["A01"]')
    folder(tmp_path / "opinion", 'profile = "ap"\nselect = ["A01", "A02"]')
    here = Houses(finder(tmp_path), Wishes())
    here.open_all(["a.txt"])
    assert here.scope.startswith("profile review, 1 of ")
    here.open_all(["opinion/a.txt"])
    assert [part.rpartition(" of ")[0] for part in here.scope.split("; ")] == [
        "provenance.toml: profile review, 1",
        "opinion/provenance.toml: profile ap, 2",
    ]
