"""Sessions in the documentation: every command of a page is run as it stands there, and what it prints is put below it."""
# ruff: noqa: INP001  a script beside the documents it writes, no package

import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMPLETED = (0, 1)
_SESSION = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
_SAVED = re.compile(r"Save this as `(?P<path>[^`]+)`:\n\n```text\n(?P<text>.*?)```\n", re.DOTALL)
_HEAD = re.compile(r" \| head -(\d+)$")
_PROMPT = "$ "


def run_command(*arguments: str, width: int = 80, folder: Path = ROOT) -> tuple[str, int]:
    """Return what `provenance` prints for a terminal of fixed width without colour, and its exit code; stop if it fails."""
    command = Path(sysconfig.get_path("scripts"), "provenance")
    environment = {**os.environ, "COLUMNS": str(width), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(  # noqa: S603  our own command with arguments written in our own pages
        [command, *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode not in COMPLETED or not done.stdout.strip():
        sys.exit(f"provenance {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout, done.returncode


def renew_sessions(page: str, *, width: int) -> str:
    """Return a page with what its commands print today, run in a folder that holds `seeds/` and what the page saves."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "seeds", folder / "seeds")
        for saved in _SAVED.finditer(page):
            (folder / saved["path"]).write_text(saved["text"], encoding="utf-8")
        return _SESSION.sub(lambda session: _run_session(session[0], width, folder), page)


def _run_session(session: str, width: int, folder: Path) -> str:
    """Return a session with every command and what it prints."""
    told, code = [], 0
    for line in session.splitlines():
        if not line.startswith(_PROMPT):
            continue
        command = line.removeprefix(_PROMPT)
        if command == "echo $?":
            output = str(code)
        else:
            most = _HEAD.search(command)
            output, code = run_command(*shlex.split(_HEAD.sub("", command))[1:], width=width, folder=folder)
            output = "\n".join(output.splitlines()[: int(most[1])]) if most else output
        told += [line, *(printed.rstrip() for printed in output.strip("\n").splitlines())]
    return "\n".join(told) + "\n"
