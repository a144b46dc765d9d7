"""Options and settings about reading."""

import json
import subprocess
import time
from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import provenance.cli.audit
from provenance.cli.main import run
from provenance.cli.reading import MAX_SECONDS, read_options, read_seconds
from provenance.clock import OverdueError, limit_seconds
from provenance.errors import SettingsError
from provenance.policy.settings_file import ReadingSettings, read_settings
from provenance.reading import FORMATS
from provenance.reading.json_shapes import FIELDS

STORY = (
    "The ferry line will be sold, an official said on Tuesday. The minister, Ivo Radan, said that this was news to him."
)


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Work in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines_of(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Read the JSON Lines that a run printed."""
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_options_before_settings() -> None:
    """What an option says goes before what the settings say, field by field."""
    settings = ReadingSettings(max_size=2, max_seconds=7, fields={"text": "a", "title": "b"})
    options = read_options(Namespace(input="jsonl", field=[("text", "c")], max_size=1, max_seconds=None), settings)
    assert (options.format, options.largest, dict(options.fields)) == (
        "jsonl",
        1024 * 1024,
        {"text": "c", "title": "b"},
    )
    assert read_seconds(Namespace(max_seconds=None), settings) == 7
    assert read_seconds(Namespace(max_seconds=3), settings) == 3
    assert read_seconds(Namespace(), ReadingSettings()) == MAX_SECONDS


def test_settings(folder: Path) -> None:
    """The settings hold limits and fields; what is wrong with them is told by file and line."""
    path = folder / "provenance.toml"
    path.write_text('[reading]\nmax-size = 5\nmax-seconds = 9\n[reading.fields]\ntext = "data.body"\n')
    assert read_settings(path).reading == ReadingSettings(5, 9, {"text": "data.body"})
    path.write_text('[reading]\nmax-size = 0\nmax-second = 9\n[reading.fields]\nbody = "text"\n')
    with pytest.raises(SettingsError) as caught:
        read_settings(path)
    assert [line.partition("toml:")[2] for line in str(caught.value).splitlines()] == [
        "2: 'max-size' must be a whole number of 1 or more",
        "3: unknown key 'max-second'; did you mean 'max-seconds'?",
        f"5: 'body' is nothing that JSON is read for: {', '.join(FIELDS)}",
    ]


def test_several_articles_in_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every article of a file has its line; one that cannot be read has the reason there, and the exit code is 2."""
    lines = [{"id": "one", "story": STORY}, {"id": "two"}, {"id": "three", "story": STORY}]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    (folder / "b.txt").write_text(STORY)
    assert run(["audit", "a.jsonl", "b.txt", "--field", "text=story", "--format", "jsonl", "--fail-on", "never"]) == 2
    found = lines_of(capsys)
    assert [line["path"] for line in found] == ["a.jsonl#one", "a.jsonl#two", "a.jsonl#three", "b.txt"]
    assert found[1]["error"] == "has no text in the field 'story'"
    assert (found[2]["part"], found[2]["format"], found[3]["format"]) == ("three", "jsonl", "text")


def test_findings_stand_in_the_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Findings in an extracted text name lines of the file."""
    (folder / "a.nitf").write_text(f"<nitf>\n<body>\n<body.content>\n<p>{STORY}</p>\n</body.content></body></nitf>")
    assert run(["audit", "a.nitf", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("a.nitf:4:4: ")


def write_two(folder: Path) -> Path:
    """Write two articles with the same findings into one file."""
    path = folder / "two.jsonl"
    path.write_text("\n".join(json.dumps({"id": name, "text": STORY}) for name in ("one", "two")))
    return path


def findings_in(capsys: pytest.CaptureFixture[str]) -> dict[str, list[str]]:
    """Read the codes of the findings of each article."""
    return {str(line["path"]): [one["code"] for one in line["findings"]] for line in lines_of(capsys)}


def test_waiver_of_one_of_several(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A finding in one of several articles is waived by the part's name; the waiver stands beside the file."""
    write_two(folder)
    words = ["--reason", "known to the desk", "--by", "duty editor"]
    assert run(["waive", "two.jsonl#one:1", "A01", *words]) == 0
    assert (folder / "two.jsonl.waivers.toml").is_file()
    capsys.readouterr()
    run(["audit", "two.jsonl", "--format", "jsonl", "--select", "A01"])
    assert findings_in(capsys)["two.jsonl#one"] == []


def test_baseline_of_several(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A baseline holds the findings of every article in a file, and keeps them when it is pruned."""
    write_two(folder)
    assert run(["baseline", "write", "two.jsonl", "--baseline", "known.txt"]) == 0
    assert run(["audit", "two.jsonl", "--baseline", "known.txt"]) == 0
    (folder / "c.txt").write_text(STORY)
    held = (folder / "known.txt").read_text()
    assert run(["baseline", "prune", "c.txt", "--baseline", "known.txt"]) == 0
    assert (folder / "known.txt").read_text() == held
    capsys.readouterr()


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "rdjson"])
def test_platforms_are_told_the_file(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Platforms that show findings beside the lines of a file are told the file, whatever part of it an article is."""
    write_two(folder)
    run(["audit", "two.jsonl", "--format", name])
    written = capsys.readouterr().out
    assert "two.jsonl" in written
    assert "two.jsonl#" not in written


def test_metadata_feeds_the_audits(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Links of the body and the source in the metadata, whatever format they come in, are what C05 and M01 look at."""
    relayed = "The museum had bought a forged painting, Reuters reported. The mayor, Ana Reyes, published a letter."
    linked = relayed.replace("a letter", '<a href="https://post.example/l">a letter</a>')
    body = f"<p>{linked}</p>"
    item = {
        "uri": "urn:post:1",
        "versioncreated": "2026",
        "body_html": body,
        "infosources": [{"name": "ASSOCIATED PRESS"}],
    }
    nitf = f"<nitf><body><body.head><distributor>AP</distributor></body.head><body.content>{body}</body.content></body></nitf>"
    (folder / "a.json").write_text(json.dumps(item))
    (folder / "a.nitf").write_text(nitf)
    run(["audit", "a.json", "a.nitf", "--format", "jsonl", "--select", "C05,M01"])
    assert findings_in(capsys) == {"a.json": ["C05", "M01"], "a.nitf": ["C05", "M01"]}


@pytest.mark.parametrize(
    "wrong", [["--field", "text"], ["--max-size", "0"], ["--max-seconds", "x"], ["--input", "pdf"]]
)
def test_wrong_options(wrong: list[str]) -> None:
    """An option that makes no sense ends the run at once."""
    with pytest.raises(SystemExit) as caught:
        run(["audit", "a.txt", *wrong])
    assert caught.value.code == 2


def test_unknown_field(capsys: pytest.CaptureFixture[str]) -> None:
    """A part of an article that nobody knows is told with those that are known."""
    assert run(["audit", "a.jsonl", "--field", "words=text"]) == 2
    assert "--field words: not one of text, html, title" in capsys.readouterr().err


def test_size_limit(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file above the limit is refused by name and size, and the others are audited."""
    (folder / "a.txt").write_text(STORY * 20_000)
    (folder / "b.txt").write_text(STORY)
    assert run(["audit", "a.txt", "b.txt", "--max-size", "1", "--format", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert err == "provenance: a.txt: is larger than 1 MB\n"


def test_time_limit(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An article that takes too long is given up with the reason, whatever catches errors on the way."""

    def hang(*_: object) -> None:
        while True:
            with suppress(Exception):  # as a library does that swallows every error
                sum(range(1000))

    (folder / "a.txt").write_text(STORY)
    monkeypatch.setattr(provenance.cli.audit, "audit_article", hang)
    assert run(["audit", "a.txt", "--max-seconds", "1"]) == 2
    assert capsys.readouterr().err == "provenance: a.txt: took longer than 1 seconds (--max-seconds)\n"


def test_the_clock_stops() -> None:
    """What ends in time is not disturbed afterwards, nor is waiting counted."""
    with limit_seconds(0.05):
        time.sleep(0.1)
    sum(range(3_000_000))
    with pytest.raises(OverdueError), limit_seconds(0.05):
        all(number for number in range(1, 10**12))


def test_help_names_all_formats(capsys: pytest.CaptureFixture[str]) -> None:
    """The help lists every format that is read."""
    with pytest.raises(SystemExit):
        run(["audit", "--help"])
    help_text = " ".join(capsys.readouterr().out.split())
    assert all(name in help_text for name in FORMATS)


@pytest.fixture
def named_field(folder: Path) -> Path:
    """Write an article whose words stand in a field that only the settings name."""
    assert run(["init", "--pack", "house"]) == 0
    (folder / "provenance.toml").write_text('packs = ["house"]\n[reading.fields]\ntext = "story"\n')
    path = folder / "a.jsonl"
    path.write_text(json.dumps({"id": "one", "story": STORY}))
    return path


@pytest.mark.parametrize(
    "command",
    [
        ["baseline", "write", "a.jsonl"],
        ["waive", "a.jsonl:1", "A01", "--reason", "known", "--by", "desk"],
        ["trace", "a.jsonl"],
        ["dispute", "a.jsonl:1", "A01", "--reason", "wrong"],
        ["rules", "diff", "provenance.toml", "provenance.toml", "a.jsonl"],
        ["audit", "a.jsonl", "--against", "a.jsonl", "--fail-on", "never"],
    ],
    ids=lambda command: command[0],
)
def test_every_command_reads_as_the_settings_say(command: list[str], named_field: Path) -> None:
    """Whatever command reads an article, it finds the text in the field that the settings, or else an option, name."""
    assert run(command) == 0
    (named_field.parent / "provenance.toml").write_text('packs = ["house"]\n')
    for written in ("a.jsonl.waivers.toml", "house/disputes/anon-only-claim.toml"):
        (named_field.parent / written).unlink(missing_ok=True)  # what was answered or disputed once is not again
    assert run(command) == 2
    assert run([*command, "--field", "text=story"]) == 0


def test_an_earlier_version_is_read_in_the_same_way(named_field: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The version of a revision is read as the settings say, so what it said before is not new."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example"]
    for step in (["init", "-q"], ["add", "a.jsonl"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *step], cwd=named_field.parent, check=True)
    assert run(["audit", "a.jsonl", "--diff", "HEAD", "--select", "A01"]) == 0
    assert "no findings, 1 waived" in capsys.readouterr().out
