"""`provenance audit`, in process, on records made by hand."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import evolve, frozen

import provenance.cli.articles
import provenance.cli.audit
import provenance.policy.houses
from provenance.cli.main import run
from provenance.cli.parser import LISTS
from provenance.errors import ReadingError
from provenance.model import Article, AuditResult, Confidence, Severity
from provenance.reading import ReadingOptions
from provenance.rulebook.schema import AuditCard, Pack, Place, Profile, Status

Run = Callable[..., int]


def _card(rule: str, code: str, severity: Severity) -> AuditCard:
    return AuditCard(
        rule, code, rule, severity, Confidence.HIGH, Status.STABLE, (), "", "", "", "record", {}, {}, (), (), (),
        Place(f"audits/{rule}.toml"),
    )  # fmt: skip


PACK = Pack(
    "en", "0.1.0", "1", "a" * 64,
    audits=(
        _card("anon-only-claim", "A01", Severity.ERROR),
        _card("anon-no-reason", "A04", Severity.NOTE),
        _card("quote-orphan", "Q01", Severity.WARNING),
        _card("weasel", "V01", Severity.WARNING),
    ),
    profiles=(Profile("desk", "", frozenset(Confidence), frozenset(Status), (), Place("profiles/desk.toml")),),
)  # fmt: skip


@frozen
class Rules:
    """What the command wants of a rulebook."""

    pack: Pack


@pytest.fixture
def audit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, made_result: AuditResult) -> Run:
    """Run the command in an empty folder; every path is the made article, `bad*` cannot be read, `bug*` raises."""

    def read_articles(path: str, _: ReadingOptions) -> Iterator[Article]:
        if path.startswith("bad"):
            raise ReadingError(path, "is empty")
        yield evolve(made_result.article, path=path)

    def audit_article(article: Article, rulebook: Rules) -> AuditResult:
        if str(article.path).startswith("bug"):
            raise KeyError(article.path)
        severities = {card.id: card.severity for card in rulebook.pack.audits}
        findings = tuple(
            evolve(finding, severity=severities[finding.rule])
            for finding in made_result.findings
            if finding.rule in severities
        )
        return evolve(made_result, parse=evolve(made_result.parse, article=article), findings=findings)

    command = provenance.cli.audit
    monkeypatch.setattr(provenance.policy.houses, "load_rules", lambda _: Rules(PACK))
    monkeypatch.setattr(provenance.cli.articles, "find_files", list)
    monkeypatch.setattr(command, "read_articles", read_articles)
    monkeypatch.setattr(command, "audit_article", audit_article)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return lambda *args: run(["audit", *args])


def test_findings_give_one(audit: Run) -> None:
    """A finding at the fail level, by default an error, gives exit code 1."""
    assert audit("a.txt") == 1


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "note"], 1),
        (["--ignore", "A01"], 0),
        (["--ignore", "anon-only-claim,Q01", "--fail-on", "warning"], 0),
        (["--select", "a04"], 0),
        (["--select", "Q01,A04", "--fail-on", "warning"], 1),
    ],
)
def test_exit_code_follows_policy(audit: Run, options: list[str], code: int) -> None:
    """Fail level, selection and ignores decide about the exit code; ids and codes both count, in any case."""
    assert audit("a.txt", *options) == code


def test_fail_levels_are_monotone(audit: Run) -> None:
    """A stricter fail level never gives a milder exit code."""
    codes = [audit("a.txt", "--ignore", "A01", "--fail-on", level) for level in ("note", "warning", "error", "never")]
    assert codes == sorted(codes, reverse=True)


def test_unreadable_file(audit: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read gives one line on stderr and exit code 2, after all the rest has been printed."""
    assert audit("bad.txt", "a.txt") == 2
    out, err = capsys.readouterr()
    assert err == "provenance: bad.txt: is empty\n"
    assert "A01 anon-only-claim" in out


def test_fault_of_ours(audit: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """An exception inside the pipeline costs its own article only, and is reported with its place."""
    assert audit("bug.txt", "a.txt", "--format", "jsonl") == 2
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["error"].startswith("internal error, please report it: ")
    assert "KeyError" in first["error"]
    assert second["path"] == "a.txt"


def test_json(audit: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """`--format json` prints one report with results and failures in the order given, and nothing else."""
    audit("a.txt", "bad.txt", "--format", "json")
    report = json.loads(capsys.readouterr().out)
    assert [item["path"] for item in report["articles"]] == ["a.txt", "bad.txt"]
    assert report["rulebook"]["packs"] == [{"id": "en", "version": "0.1.0", "sha256": "a" * 64}]
    assert "text" not in report["articles"][0]


def test_include_text(audit: Run, capsys: pytest.CaptureFixture[str], made_result: AuditResult) -> None:
    """`--include-text` puts the text in."""
    audit("a.txt", "--format", "jsonl", "--include-text")
    assert json.loads(capsys.readouterr().out)["text"] == made_result.article.text


def test_lines_stream(audit: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON Lines come out article by article: the first is printed before the second is read."""
    seen: list[str] = []

    def read_articles(path: str, _: ReadingOptions) -> Iterator[Article]:
        seen.append(capsys.readouterr().out)
        yield Article("Nothing is said.", path)

    monkeypatch.setattr(provenance.cli.audit, "read_articles", read_articles)
    audit("a.txt", "b.txt", "--format", "jsonl")
    assert [bool(out) for out in seen] == [False, True]


def test_out_files(audit: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--out` writes further reports, each complete, beside what goes to stdout."""
    audit("a.txt", "--out", "json:r.json", "--out", "jsonl:r.jsonl", "--out", "table:r.txt")
    assert json.loads((tmp_path / "r.json").read_bytes())["schema"] == "provenance/report/v1"
    assert json.loads((tmp_path / "r.jsonl").read_bytes())["path"] == "a.txt"
    assert (tmp_path / "r.txt").read_text(encoding="utf-8") == capsys.readouterr().out


@pytest.mark.parametrize("name", LISTS)
def test_finding_lists(name: str, audit: Run, tmp_path: Path) -> None:
    """Every format that lists findings can be written to a file, and names the file of the article."""
    audit("a.txt", "--out", f"{name}:r.out")
    assert b"a.txt" in (tmp_path / "r.out").read_bytes()


def test_no_text(audit: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """`--no-text` keeps the words of the article out, and is refused together with `--include-text`."""
    assert audit("a.txt", "--no-text", "--include-text") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "--no-text and --include-text ask for opposite things" in err
    audit("a.txt", "--no-text", "--format", "concise")
    out = capsys.readouterr().out
    assert "A01 anon-only-claim" in out
    assert "official" not in out


def test_out_cannot_be_written(audit: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """An --out file that cannot be written stops the run before anything is audited."""
    assert audit("a.txt", "--out", "json:no/such/folder.json") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "cannot write no/such/folder.json" in err


def test_show(audit: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """`--show` hides lesser findings from the table, and never from JSON."""
    audit("a.txt", "--show", "error")
    assert "A04" not in capsys.readouterr().out
    audit("a.txt", "--show", "error", "--format", "jsonl")
    assert len(json.loads(capsys.readouterr().out)["findings"]) == 3


def test_ignored_is_waived(audit: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """What is ignored stays in the report, as waived."""
    audit("a.txt", "--ignore", "A01", "--format", "jsonl")
    article = json.loads(capsys.readouterr().out)
    assert [finding["code"] for finding in article["findings"]] == ["A04", "Q01"]
    assert [finding["id"] for finding in article["waived"]] == ["f1"]


def test_views(audit: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """`--view sources` shows a row a source instead of a row a claim."""
    audit("a.txt", "--view", "sources")
    out = capsys.readouterr().out
    assert "Described as" in out
    assert "Claim " not in out


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        ('ignore = ["A01"]', [], 0),
        ('fail-on = "never"', [], 0),
        ('fail-on = "never"', ["--fail-on", "error"], 1),
        ('fail-on = "warning"\nselect = ["quote-orphan"]\n[severity]\nQ01 = "note"', [], 0),
        ('[severity]\nanon-no-reason = "error"', ["--select", "A04"], 1),
        ('[tool.provenance]\nfail-on = "never"', [], 0),
        ('[severity]\nA01 = "off"', [], 0),
        ('[[per-file-ignore]]\nfiles = ["*.txt"]\naudits = ["A01"]\nreason = "fiction"', [], 0),
        ('[[per-file-ignore]]\nfiles = ["*.md"]\naudits = ["A01"]\nreason = "fiction"', [], 1),
    ],
)
def test_config(audit: Run, tmp_path: Path, text: str, options: list[str], code: int) -> None:
    """Settings of provenance.toml hold unless an option says otherwise."""
    (tmp_path / "provenance.toml").write_text(text)
    assert audit("a.txt", *options) == code


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('show = "note"\ncolour = "red"', "house.toml:2: unknown key 'colour'"),
        ('profil = "desk"', "house.toml:1: unknown key 'profil'; did you mean 'profile'?"),
        ('profile = "desks"', "house.toml:1: there is no profile 'desks'; did you mean 'desk'?"),
        ('ignore = "A01"', "house.toml:1: 'ignore' must be a list"),
        ('fail-on = "always"', "house.toml:1: 'fail-on' is 'always', not one of note, warning, error, never"),
        ('ignore = ["A1"]', "house.toml:1: there is no audit 'A1'; did you mean"),
        ("ignore = [", "house.toml:1: "),
        ('[severity]\nweasel = "grave"', "house.toml:2: 'weasel' is 'grave', not one of off, note, warning, error"),
        ('[severity]\nweasels = "note"', "house.toml:2: there is no audit 'weasels'; did you mean 'weasel'?"),
        ('[[per-file-ignore]]\nfiles = ["a"]\naudits = ["A01"]', "house.toml:1: 'reason' is missing"),
    ],
)
def test_bad_config(audit: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, reason: str) -> None:
    """Settings that make no sense stop the run with exit code 2 and a reason."""
    (tmp_path / "house.toml").write_text(text)
    assert audit("a.txt", "--config", "house.toml") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert reason in err


def test_missing_config(audit: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """A settings file that was named and is not there is an error."""
    assert audit("a.txt", "--config", "none.toml") == 2
    assert "none.toml: No such file" in capsys.readouterr().err


def test_pyproject_of_another_tool(audit: Run, tmp_path: Path) -> None:
    """A pyproject.toml without [tool.provenance] changes nothing."""
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.ruff]\nselect = ["ALL"]')
    assert audit("a.txt") == 1


@pytest.mark.parametrize("options", [["--format", "xml"], ["--out", "r.json"], ["--width", "9"], ["--select", ","], []])
def test_usage_errors(audit: Run, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Options that make no sense, and no files at all, end with one line on stderr that says what is wrong and where help is, and exit code 2."""
    with pytest.raises(SystemExit) as stopped:
        audit(*options, *(["a.txt"] if options else []))
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("provenance audit: ")
    assert said.endswith("; see provenance audit --help\n")
    assert said.count("\n") == 1


def test_nothing_found(audit: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without articles is no success."""
    monkeypatch.setattr(provenance.cli.articles, "find_files", lambda _: [])
    assert audit("folder") == 2
    assert "no articles found" in capsys.readouterr().err


def test_width(audit: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS sets the width, --width comes before it, and json does not care."""
    monkeypatch.setenv("COLUMNS", "160")
    audit("a.txt")
    wide = max(map(len, capsys.readouterr().out.splitlines()))
    audit("a.txt", "--width", "80")
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80 < wide <= 160


class _Person(io.TextIOWrapper):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


def test_colour_and_no_color(audit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets colour, unless NO_COLOR is set."""
    for no_color, painted in (("", True), ("1", False)):
        raw = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", _Person(raw, encoding="utf-8"))
        monkeypatch.setenv("NO_COLOR", no_color)
        monkeypatch.setenv("TERM", "xterm")
        audit("a.txt")
        assert (b"\033[31m" in raw.getvalue()) is painted


def test_stdout_that_holds_ascii_only(audit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stdout holds ASCII only, the table is ASCII, and JSON is UTF-8 all the same."""
    for kind in ("table", "json"):
        raw = io.BytesIO()
        stream = io.TextIOWrapper(raw, encoding="ascii")
        monkeypatch.setattr(sys, "stdout", stream)
        audit("a.txt", "--format", kind)
        data = raw.getvalue()
        assert data.isascii() is (kind == "table")
        assert kind == "table" or "Łódź" in data.decode("utf-8")


@pytest.mark.parametrize(("files", "drawn"), [(20, False), (21, True)])
def test_progress(audit: Run, monkeypatch: pytest.MonkeyPatch, files: int, *, drawn: bool) -> None:
    """A person who watches a run of more than twenty files sees a bar, which is gone at the end."""
    raw = io.BytesIO()
    stream = _Person(raw, encoding="utf-8")
    monkeypatch.setattr(sys, "stderr", stream)
    audit(*[f"{number}.txt" for number in range(files)], "--format", "jsonl")
    stream.flush()
    talk = raw.getvalue()
    assert (f"1/{files}".encode() in talk) is drawn
    assert talk == b"" or talk.endswith(b"\r\033[K")


def test_interrupted(audit: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Control-C ends the run with 130 and without a word."""

    def interrupt(*_: object) -> Iterator[Article]:
        raise KeyboardInterrupt

    monkeypatch.setattr(provenance.cli.audit, "read_articles", interrupt)
    assert audit("a.txt") == 130
    assert capsys.readouterr().err == ""
