"""What careless users do: each mistake gets a clear answer and a true exit code, and costs nothing that was there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.cli.files import write_whole
from provenance.cli.main import run

TEXT = "The fund will be cut in June, an EU official said.\n"
SHELL = shutil.which("sh") or ""
COMMAND = "import sys; from provenance.cli.main import run; sys.exit(run())"


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in a folder with one article."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT)


def run_alone(*arguments: str, **how: str | int | None) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, with other environment variables or with streams closed."""
    closed = how.pop("closed", None)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | {k: str(v) for k, v in how.items()}
    shut = f"exec {closed}>&-; " if closed else ""
    line = f'{shut}exec "$0" -c "$@"'
    return subprocess.run(
        [SHELL, "-c", line, sys.executable, COMMAND, *arguments], env=environment, capture_output=True, check=False
    )


@pytest.mark.parametrize(
    ("outputs", "told"),
    [
        (["json:a.txt"], "cannot write a.txt: it is one of the articles"),
        (["json:./b/../a.txt"], "cannot write ./b/../a.txt: it is one of the articles"),
        (["json:x", "csv:x"], "cannot write x: two reports would go there"),
        (["html:b/"], "cannot write b/: pages that are articles lie there"),
    ],
)
def test_a_report_takes_nobodys_place(outputs: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A report is never written over an article, nor over another report."""
    Path("b").mkdir()
    page = f"<html><body><article><p>{TEXT * 3}</p></article></body></html>"
    Path("b/index.html").write_text(page)
    options = [part for output in outputs for part in ("--out", output)]
    assert run(["audit", "a.txt", "b", *options]) == 2
    assert capsys.readouterr().err == f"provenance: {told}\n"
    assert (Path("a.txt").read_text(), Path("b/index.html").read_text()) == (TEXT, page)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with a name")
def test_a_pipe_in_a_folder_is_no_article(capsys: pytest.CaptureFixture[str]) -> None:
    """A run over a folder does not wait at a pipe that lies there."""
    os.mkfifo("b.txt")
    assert run(["audit", ".", "--format", "concise"]) == 1
    assert capsys.readouterr().err == ""


def test_an_empty_name(capsys: pytest.CaptureFixture[str]) -> None:
    """An empty argument, as of a shell variable that is not set, is told as such."""
    assert run(["audit", ""]) == 2
    assert "an empty name stands for no file" in capsys.readouterr().err


def test_a_line_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    """`trace` names the line it was asked for, also line 0."""
    assert run(["trace", "a.txt:0"]) == 2
    assert capsys.readouterr().err == "provenance: a.txt has no sentence on line 0\n"


def test_a_baseline_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    """A binary file given as a baseline is told in plain words."""
    Path("old").write_bytes(b"\xff\xfe\x00")
    assert run(["audit", "a.txt", "--baseline", "old"]) == 2
    assert capsys.readouterr().err == "provenance: old: is not UTF-8, so no baseline\n"


def test_names_that_no_encoding_knows() -> None:
    """An article whose name holds odd bytes is audited, compared, traced and waived like any other."""
    name = os.fsdecode(b"odd\xff.txt")
    try:
        Path(name).write_text(TEXT)
    except OSError:
        pytest.skip("the system takes no such name")
    assert run_alone("audit", name).returncode == 1
    for arguments in (["compare", name], ["trace", name], ["waive", f"{name}:1", "A01", "--reason", "r", "--by", "b"]):
        done = run_alone(*arguments)
        assert (done.returncode, done.stderr) == (0, b"")


def test_an_encoding_that_lacks_letters() -> None:
    """A terminal that shows ASCII alone gets marks for other letters, and what is written to files keeps them."""
    done = run_alone("waive", "a.txt:1", "A01", "--reason", "grün", "--by", "b", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "grün" in Path("a.txt.waivers.toml").read_text(encoding="utf-8")


def test_closed_streams() -> None:
    """Closed standard output is an error that is told; closed standard error changes neither output nor exit code."""
    done = run_alone("audit", "a.txt", closed=1)
    assert (done.returncode, done.stderr) == (2, b"provenance: standard output is closed\n")
    assert run_alone("audit", "gone.txt", "--format", "jsonl", closed=2).returncode == 2
    assert run_alone("audit", "a.txt", "gone.txt", "--format", "jsonl", closed=2).stdout.count(b"\n") == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["audit", "a.txt"], ["rules", "list"], ["trace", "a.txt"]])
def test_a_full_disk(arguments: list[str]) -> None:
    """Output that cannot be written is an error, and no success."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", COMMAND, *arguments],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.endswith(b"No space left on device\n")


def test_a_file_is_written_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file cannot be written whole it stays as it was, and nothing is left beside it."""

    def fail(_path: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write_whole(Path("a.txt"), "other")
    assert [path.name for path in Path().iterdir()] == ["a.txt"]
    assert Path("a.txt").read_text() == TEXT


def test_a_link_stays_a_link() -> None:
    """A file that is a link is written where it leads to, with its rights kept."""
    Path("a.txt").chmod(0o640)
    Path("b.txt").symlink_to("a.txt")
    write_whole(Path("b.txt"), "other")
    assert Path("b.txt").is_symlink()
    assert (Path("a.txt").read_text(), Path("a.txt").stat().st_mode & 0o777) == ("other", 0o640)
