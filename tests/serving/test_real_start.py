"""The command itself: started as a process, asked over a real connection, stopped."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from provenance.cli.main import run
from tests.serving.conftest import ARTICLE

pytestmark = pytest.mark.slow
COMMAND = "import sys; from provenance.cli.main import run; sys.exit(run())"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Start the command on a free port, in an empty folder."""
    arguments = [sys.executable, "-c", COMMAND, "serve", "--port", "0", "--workers", "1"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(arguments, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def words_of(stream: IO[str] | None) -> IO[str]:
    """A stream that is there."""
    assert stream is not None
    return stream


def test_the_command_serves_and_stops(service: subprocess.Popen[str], tmp_path: Path) -> None:
    """The command says where it listens, answers there, leaves no file behind, and ends well when told to stop."""
    (address,) = re.findall(r"listening on (http://\S+)", words_of(service.stderr).readline())
    request = urllib.request.Request(  # noqa: S310  the address is the one just printed
        f"{address}v1/audit", ARTICLE.encode(), {"content-type": "text/plain", "accept": "text/html"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        assert answer.headers["server"] is None
        assert b"Petra Oldham" in answer.read()
    service.send_signal(signal.SIGINT)
    assert service.wait(30) == 0
    assert re.fullmatch(r"audit 200 in=\d+ out=\d+ ms=[\d.]+\n", words_of(service.stderr).read())
    assert not list(tmp_path.iterdir())


def test_other_machines_need_a_token(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that other machines reach is refused without a token, before anything listens."""
    monkeypatch.delenv("PROVENANCE_TOKEN", raising=False)
    assert run(["serve", "--host", "::"]) == 2
    assert "give a token" in capsys.readouterr().err


def test_an_empty_token_file_is_no_token(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A token file without a token stops the start: it must not open the service to everybody."""
    (tmp_path / "token").write_text("\n")
    assert run(["serve", "--token-file", str(tmp_path / "token")]) == 2
    assert "holds no token" in capsys.readouterr().err


def test_without_the_extra_the_command_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the libraries of the service are missing, the command names the extra to install."""
    monkeypatch.setattr("provenance.cli.complaints.find_spec", lambda _: None)
    assert run(["serve"]) == 2
    assert "provenance[server]" in capsys.readouterr().err
