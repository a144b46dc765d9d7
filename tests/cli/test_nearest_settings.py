"""Settings by article, baselines and files of waivers that lie about, end to end in a folder of its own."""

import json
from pathlib import Path

import pytest

from provenance.cli.main import run

TEXT = "The fund will be cut in June, an EU official said.\n"


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in a folder with two desks: the news, and opinion with a policy of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    Path("opinion").mkdir()
    for path in ("news.txt", "opinion/column.txt"):
        Path(path).write_text(TEXT)
    Path("provenance.toml").write_text('profile = "review"\n')
    Path("opinion/provenance.toml").write_text('profile = "ap"\nfail-on = "never"\n[severity]\nA01 = "note"\n')


def test_each_article_comes_under_its_own_policy(capsys: pytest.CaptureFixture[str]) -> None:
    """One run audits each article as the settings nearest to it want, and each fails by its own level."""
    assert run(["audit", "opinion"]) == 0
    assert "(opinion/provenance.toml: profile ap, " in capsys.readouterr().out
    assert run(["audit", ".", "--format", "jsonl"]) == 1
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["rulebook"]["profile"] for one in told] == ["review", "ap"]
    levels = [{found["code"]: found["severity"] for found in one["findings"]}["A01"] for one in told]
    assert levels == ["error", "note"]


def test_a_report_names_the_rules_of_an_article_that_has_others(capsys: pytest.CaptureFixture[str]) -> None:
    """A report names its rules once, and an article's where they differ; the folder a command runs in changes neither."""
    run(["audit", ".", "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert report["rulebook"]["profile"] == "review"
    assert [one.get("rulebook", {}).get("profile") for one in report["articles"]] == [None, "ap"]


def test_junit_fails_each_article_by_its_own_level(capsys: pytest.CaptureFixture[str]) -> None:
    """Findings of a desk that never fails are no failed tests, though another desk's are."""
    run(["audit", ".", "--format", "junit"])
    news, opinion = capsys.readouterr().out.split("<testsuite ")[1:]
    assert "<failure" in news
    assert "<failure" not in opinion


@pytest.mark.parametrize("place", ["opinion/column.txt", "opinion"])
def test_config_show_tells_of_an_article(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`config show --why ARTICLE` says under which settings an article or a folder comes, and what they say."""
    assert run(["config", "show", "--why", place]) == 0
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first == f"# {place}: under opinion/provenance.toml"
    assert "opinion/provenance.toml:1" in second


@pytest.mark.parametrize(
    ("kind", "settings", "fault"),
    [
        ("table", "colour = 1\n", "opinion/provenance.toml:1: unknown key 'colour'"),
        ("table", "colour = \n", "opinion/provenance.toml:1: "),
        ("table", 'baseline = "gone.txt"\n', "opinion/gone.txt: "),
        ("table", 'packs = ["gone"]\n', "opinion/"),
        *((kind, "show = 1\n", "opinion/provenance.toml:1: ") for kind in ("json", "jsonl", "html", "sarif", "junit")),
    ],
)
def test_broken_settings_of_a_desk_cost_its_articles_alone(
    kind: str, settings: str, fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A desk's settings that make no sense fail its articles, with the reason, and articles of other desks are audited."""
    Path("opinion/provenance.toml").write_text(settings)
    assert run(["audit", ".", "--format", kind, "--out", "html:pages/"]) == 2
    told = capsys.readouterr()
    assert f"provenance: {fault}" in told.err
    assert f"opinion/column.txt: not audited, its settings have faults: {fault}" in told.err
    assert "news.txt" in told.out
    assert len(list(Path("pages").glob("*.html"))) == 3


def test_broken_settings_of_all_stop_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    """Where no article has settings that make sense nothing is audited, and everything wrong is told once."""
    Path("provenance.toml").write_text("colour = 1\n")
    Path("opinion/provenance.toml").write_text("colour = 2\n")
    assert run(["audit", "."]) == 2
    told = capsys.readouterr()
    assert told.err.splitlines() == [
        "provenance: provenance.toml:1: unknown key 'colour'",
        "provenance: opinion/provenance.toml:1: unknown key 'colour'",
    ]
    assert told.out == ""


def test_each_desk_has_its_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    """Findings are held in the baseline that the settings of their article name, and audits use that one."""
    Path("provenance.toml").write_text('profile = "review"\nbaseline = "old.txt"\n')
    assert run(["baseline", "write", "."]) == 0
    told = capsys.readouterr().err
    assert 'name it in opinion/provenance.toml: baseline = "provenance-baseline.txt"' in told
    assert "name it in provenance.toml" not in told
    assert "news.txt anon-only-claim" in Path("old.txt").read_text()
    assert "column.txt anon-only-claim" in Path("opinion/provenance-baseline.txt").read_text()
    settings = Path("opinion/provenance.toml")
    settings.write_text('baseline = "provenance-baseline.txt"\n' + settings.read_text())
    assert run(["audit", ".", "--format", "concise"]) == 0
    assert capsys.readouterr().out == ""


def test_a_baseline_is_no_article(capsys: pytest.CaptureFixture[str]) -> None:
    """Baselines in a folder are left out, also one with a name of its own; one that is named is told."""
    Path("provenance.toml").write_text('profile = "review"\nbaseline = "old.txt"\n')
    run(["baseline", "write", "."])
    capsys.readouterr()
    run(["audit", "."])
    assert "2 articles: " in capsys.readouterr().out
    assert run(["audit", "old.txt", "opinion/provenance-baseline.txt"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert sorted(told) == [
        "provenance: old.txt: is a baseline and no article, left out",
        "provenance: opinion/provenance-baseline.txt: is a baseline and no article, left out",
    ]


def test_waivers_without_an_article_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A file of waivers that its article left behind is told, wherever articles are audited beside it."""
    run(["waive", "news.txt:1", "A01", "--reason", "known to two editors", "--by", "duty editor"])
    Path("news.txt").rename("late.txt")
    for named in (".", "late.txt"):
        capsys.readouterr()
        run(["audit", named])
        told = "news.txt.waivers.toml: its article is not there; rename it as the article was, or delete it"
        assert capsys.readouterr().err == f"provenance: {told}\n"
    Path("news.txt.waivers.toml").rename("late.txt.waivers.toml")
    run(["audit", "."])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["news.txt", "--against", "opinion"], "opinion: is a folder; --against compares one FILE with one other"),
        (["opinion", "--against", "news.txt"], "opinion: is a folder; --against compares one FILE with one other"),
        (["news.txt", "--against", "news.txt", "--format", "html"], "--against goes with the formats table, json and"),
        (["news.txt", "--against", "news.txt", "--format", "prov-json"], "--against goes with the formats table, json"),
        (["news.txt", "--against", "news.txt", "--format", "sarif"], "--against goes with the formats table, json and"),
    ],
)
def test_what_drafts_cannot_be_compared_as(options: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder, or a format that has no place for two drafts, is refused with the reason."""
    assert run(["audit", *options]) == 2
    found = capsys.readouterr()
    assert told in found.err
    assert found.out == ""


def test_the_hook_leaves_out_what_is_no_article() -> None:
    """The entry for pre-commit that `init` writes passes over the baseline and the project's own pages."""
    Path("provenance.toml").unlink()
    run(["init"])
    hook = Path(".pre-commit-config.yaml").read_text()
    assert (
        "exclude: (^|/)(provenance-baseline\\.txt|README\\.md|CONTRIBUTING\\.md|CHANGELOG\\.md|LICENSE\\.(md|txt))$"
        in hook
    )
