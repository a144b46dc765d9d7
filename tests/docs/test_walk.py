"""The way of a new editor through `docs/how-to/write-a-rule.md`, word for word."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from provenance.cli.main import run

PAGE = Path(__file__).parents[2] / "docs/how-to/write-a-rule.md"
_STEP = re.compile(
    r"Save this as `(?P<path>[^`]+)`:\n\n```text\n(?P<text>.*?)```|```console\n(?P<session>.*?)```", re.DOTALL
)
_AUDITS = re.compile(r"of \d+ audits")


def test_the_page_works_as_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every file saved and every command given as the page says, each command prints what the page shows."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    steps = list(_STEP.finditer(PAGE.read_text(encoding="utf-8")))
    assert len(steps) > 8
    for step in steps:
        if step["path"]:
            Path(step["path"]).parent.mkdir(exist_ok=True)
            Path(step["path"]).write_text(step["text"], encoding="utf-8")
            continue
        for told in step["session"].split("$ ")[1:]:
            command, _, expected = told.partition("\n")
            assert printed(shlex.split(command), capsys) == plain(expected), command


def printed(command: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command of the page and give what it prints, then what it complains about."""
    if command[0] == "cp":
        shutil.copy(*command[1:])
        return ""
    run(command[1:])
    output = capsys.readouterr()
    return plain(output.out + output.err)


def plain(text: str) -> str:
    """Leave out what looks like nothing, and how many audits there are."""
    return _AUDITS.sub("of all audits", "\n".join(line.rstrip() for line in text.strip("\n").splitlines()))
