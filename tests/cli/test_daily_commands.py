"""Waivers, baselines, revisions and drafts, end to end in a folder of its own."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from provenance.cli.main import run

OLD = "The fund will be cut in June, an EU official said.\n\nThe bridge was shut for buses, Ivo Radan said.\n"
NEW = OLD + "\nThe old mill will be sold in May, a senior diplomat said.\n"
GIT = shutil.which("git") or ""


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in a folder with one article."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    Path("a.txt").write_text(OLD)


def article(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    """Audit the article and give its JSON."""
    capsys.readouterr()
    run(["audit", "a.txt", "--select", "A01", "--format", "jsonl", *options])
    loaded: dict[str, Any] = json.loads(capsys.readouterr().out)
    return loaded


def texts(found: dict[str, Any]) -> list[str]:
    """Give the claims of the findings that stand."""
    records = {record["id"]: record["claim"]["text"] for record in found["records"]}
    return [records[finding["record"]] for finding in found["findings"]]


def test_waive(capsys: pytest.CaptureFixture[str]) -> None:
    """A waiver leaves the article as it is, takes its finding out, and follows the words down the page."""
    assert run(["waive", "a.txt:1", "a01", "--reason", "we know who it is", "--by", "duty editor"]) == 0
    assert Path("a.txt").read_text() == OLD
    Path("a.txt").write_text(f"It rained on Monday, Ana Reyes said.\n\n{NEW}")
    found = article(capsys)
    assert texts(found) == ["The old mill will be sold in May"]
    assert [(one["rule"], one["reason"]) for one in found["waived"]] == [
        ("anon-only-claim", "we know who it is (duty editor)")
    ]


def test_an_expired_waiver_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    """The finding is back, and another says when the waiver ended."""
    run(["waive", "a.txt:1", "A01", "--reason", "we know", "--by", "desk", "--until", "9999-01-31"])
    sidecar = Path("a.txt.waivers.toml")
    sidecar.write_text(sidecar.read_text().replace("9999", "2020"))
    found = article(capsys, "--select", "A01,W01")
    assert texts(found) == ["The fund will be cut in June"] * 2
    assert [one["code"] for one in found["findings"]] == ["A01", "W01"]
    assert found["findings"][1]["message"].endswith("by desk ended on 2020-01-31.")
    assert run(["waive", "a.txt:1", "A01", "--reason", "still", "--by", "desk"]) == 0
    assert capsys.readouterr().out.endswith(", in place of: we know (desk, until 2020-01-31)\n")


def test_a_waiver_is_not_replaced_unasked(capsys: pytest.CaptureFixture[str]) -> None:
    """Who answers for a finding is told, and gives way only to somebody who asks for that."""
    assert run(["waive", "a.txt:1", "A01", "--reason", "known to two", "--by", "foreign editor"]) == 0
    written = Path("a.txt.waivers.toml").read_text()
    again = ["waive", "a.txt:1", "A01", "--reason", "ok", "--by", "intern"]
    assert run(again) == 2
    assert "answered for already: known to two (foreign editor); --replace" in capsys.readouterr().err
    assert Path("a.txt.waivers.toml").read_text() == written
    assert run([*again, "--replace"]) == 0
    assert "in place of: known to two (foreign editor)" in capsys.readouterr().out
    assert [one["reason"] for one in article(capsys)["waived"]] == ["ok (intern)"]


def test_a_waiver_of_no_rule_costs_its_article(capsys: pytest.CaptureFixture[str]) -> None:
    """A file of waivers that names a rule which does not exist is an error with its line, never passed over."""
    run(["waive", "a.txt:1", "A01", "--reason", "known", "--by", "desk"])
    sidecar = Path("a.txt.waivers.toml")
    sidecar.write_text(sidecar.read_text().replace("anon-only-claim", "nosuch"))
    assert run(["audit", "a.txt"]) == 2
    assert "a.txt.waivers.toml:3: there is no audit 'nosuch'" in capsys.readouterr().err


def test_no_waiver_ends_in_the_past(capsys: pytest.CaptureFixture[str]) -> None:
    """A waiver that would waive nothing is not written."""
    assert run(["waive", "a.txt:1", "A01", "--reason", "x", "--by", "y", "--until", "2020-01-31"]) == 2
    assert "--until 2020-01-31: this day is over" in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == ["a.txt"]


def test_what_editors_wrote_does_not_leave_without_text(capsys: pytest.CaptureFixture[str]) -> None:
    """`--no-text` leaves out the reasons and roles of waivers too, in every format."""
    run(["waive", "a.txt:1", "A01", "--reason", "his name is Zorvan", "--by", "Quast"])
    for kind in ("table", "json", "jsonl", "html", "sarif", "csv", "junit", "markdown", "gitlab", "rdf"):
        capsys.readouterr()
        run(["audit", "a.txt", "--select", "A01,W02", "--format", kind, "--no-text"])
        told = capsys.readouterr().out
        assert told
        assert not [word for word in ("Zorvan", "Quast") if word in told]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["a.txt:3", "A01"], "a.txt:3: there is no finding of anon-only-claim here; there are some at a.txt:1:1"),
        (["a.txt", "A01"], "is not FILE:LINE"),
        (["a.txt:1", "A99"], "provenance: a.txt:1: there is no audit 'A99'"),
        (["b.txt:1", "A01"], "b.txt: "),
    ],
)
def test_nothing_to_waive(capsys: pytest.CaptureFixture[str], options: list[str], reason: str) -> None:
    """Without such a finding nothing is written, and the exit code is 2."""
    assert run(["waive", *options, "--reason", "x", "--by", "y"]) == 2
    assert reason in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == ["a.txt"]


@pytest.mark.parametrize("options", [["--reason", " ", "--by", "y"], ["--by", "y"], ["--reason", "x"]])
def test_a_waiver_has_a_reason_and_a_role(options: list[str]) -> None:
    """Nobody waives without saying why and in what role."""
    with pytest.raises(SystemExit):
        run(["waive", "a.txt:1", "A01", *options])


def test_a_broken_file_of_waivers_costs_its_article_only(capsys: pytest.CaptureFixture[str]) -> None:
    """The article is reported as not audited, with the line, and the others are audited."""
    Path("b.txt").write_text(OLD)
    Path("a.txt.waivers.toml").write_text("[[waiver]]\n")
    assert run(["audit", "a.txt", "b.txt", "--format", "jsonl"]) == 2
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["error"].startswith("a.txt.waivers.toml:1: ")
    assert second["findings"]


def test_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    """What a baseline holds is waived, what is new is heard, and pruning forgets what was mended."""
    assert run(["baseline", "write", "a.txt"]) == 0
    Path("provenance.toml").write_text('baseline = "provenance-baseline.txt"\n')
    assert texts(article(capsys)) == []
    Path("a.txt").write_text(NEW)
    assert texts(article(capsys)) == ["The old mill will be sold in May"]
    Path("a.txt").write_text("Nothing was said on Monday by anybody at all.\n")
    assert run(["baseline", "prune", "a.txt"]) == 0
    capsys.readouterr()
    assert run(["baseline", "stats"]) == 0
    assert capsys.readouterr().out.split() == ["0", "in", "0", "articles"]


@pytest.mark.parametrize("action", [["stats"], ["prune", "a.txt"]])
def test_no_baseline_yet(capsys: pytest.CaptureFixture[str], action: list[str]) -> None:
    """Where there is no baseline, the command that begins one is told."""
    assert run(["baseline", *action]) == 2
    assert "begin one with: provenance baseline write FILES" in capsys.readouterr().err


def test_a_second_init_asks_for_nothing_that_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    """Files that have what `init` would write are left as they are, without advice."""
    run(["init"])
    Path(".gitattributes").write_text("provenance-baseline.txt merge=union\n")
    capsys.readouterr()
    assert run(["init"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("add to")] == [
        "add to .gitattributes: *.waivers.toml merge=union"
    ]


def test_a_baseline_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    """A baseline that was named and is missing is an error, never an empty one."""
    assert run(["audit", "a.txt", "--baseline", "none.txt"]) == 2
    assert "none.txt: No such file" in capsys.readouterr().err
    assert run(["baseline", "stats"]) == 2


@pytest.mark.skipif(not GIT, reason="there is no git here")
def test_diff(capsys: pytest.CaptureFixture[str]) -> None:
    """With `--diff` only what is new since a revision stands; a file git does not know is new as a whole."""
    author = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "a.txt"], [*author, "commit", "-q", "-m", "x"]):
        subprocess.run([GIT, *command], check=True)
    assert texts(article(capsys, "--diff", "HEAD")) == []
    Path("a.txt").write_text(NEW)
    assert texts(article(capsys, "--diff", "HEAD")) == ["The old mill will be sold in May"]
    Path("b.txt").write_text(OLD)
    assert run(["audit", "b.txt", "--select", "A01", "--diff", "HEAD"]) == 1
    assert run(["audit", "a.txt", "--diff", "nowhere"]) == 2
    assert "--diff nowhere: unknown revision" in capsys.readouterr().err


def test_against(capsys: pytest.CaptureFixture[str]) -> None:
    """`--against` shows what changed since another draft, as a table and as JSON, and grades what is new."""
    Path("new.txt").write_text(NEW.replace("an EU official", "the commissioner Mara Lind"))
    assert run(["audit", "new.txt", "--against", "a.txt"]) == 1
    out = capsys.readouterr().out
    assert "newly named" in out
    assert max(map(len, out.splitlines())) <= 100
    assert run(["audit", "new.txt", "--against", "a.txt", "--format", "json", "--fail-on", "never"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [(change["kind"], change["old"] is None) for change in report["changes"]] == [
        ("newly named", False),
        ("gained", True),
    ]
    assert "anon-only-claim" in {finding["rule"] for finding in report["findings"]["solved"]}
    assert run(["audit", "a.txt", "--against", "a.txt"]) == 0
    assert "No claim changed" in capsys.readouterr().out
    assert run(["audit", "a.txt", "new.txt", "--against", "a.txt"]) == 2


def git(*command: str) -> None:
    """Run git as somebody."""
    subprocess.run([GIT, "-c", "user.name=x", "-c", "user.email=x@example.org", *command], check=True)


def commit(message: str) -> None:
    """Commit all files."""
    git("add", "-A")
    git("commit", "-q", "-m", message)


@pytest.mark.skipif(not GIT, reason="there is no git here")
def test_baselines_of_two_branches_merge() -> None:
    """Two people each add the findings of an article to the baseline, side by side; git merges them and keeps all."""
    git("init", "-q", "-b", "main")
    run(["init"])
    run(["baseline", "write", "a.txt"])
    commit("first")
    for name in ("b", "c"):
        git("checkout", "-q", "-b", name, "main")
        Path(f"{name}.txt").write_text(NEW)
        run(["baseline", "write", f"{name}.txt"])
        commit(name)
    git("merge", "-q", "b", "-m", "both")
    assert {line.split()[0] for line in Path("provenance-baseline.txt").read_text().splitlines()[1:]} == {
        "a.txt",
        "b.txt",
        "c.txt",
    }
    assert run(["audit", "a.txt", "b.txt", "c.txt", "--baseline", "provenance-baseline.txt"]) == 0


@pytest.mark.skipif(not GIT, reason="there is no git here")
def test_waivers_of_two_branches_merge(capsys: pytest.CaptureFixture[str]) -> None:
    """Two people each waive a finding of one article, side by side; git merges the file and both waivers hold."""
    git("init", "-q", "-b", "main")
    run(["init"])
    Path("d.txt").write_text(NEW)
    commit("first")
    for name, line in (("b", "d.txt:1"), ("c", "d.txt:5")):
        git("checkout", "-q", "-b", name, "main")
        assert run(["waive", line, "A01", "--reason", "known to two editors", "--by", "duty editor"]) == 0
        commit(name)
    git("merge", "-q", "b", "-m", "both")
    capsys.readouterr()
    assert run(["audit", "d.txt", "--select", "A01", "--format", "json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["articles"]
    assert [len(told[key]) for key in ("findings", "waived")] == [0, 2]


def test_two_drafts_without_their_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever is in both drafts is called the same in both, and the exit code grades as with words."""
    Path("b.txt").write_text(
        "The fund will be cut in June, Ivo Radan said.\n\nThe bridge was shut for buses, an official said.\n"
    )
    assert run(["audit", "b.txt", "--against", "a.txt", "--no-text", "--width", "80"]) == 1
    told = capsys.readouterr().out
    assert [line.split()[-1] for line in told.splitlines() if line.startswith("newly named")] == ["2"]
    assert "person 2" in next(line for line in told.splitlines() if line.startswith("newly unnamed"))
    assert "Radan" not in told
