"""How the command starts and stops as a process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.__about__ import __version__
from provenance.cli.main import run
from provenance.cli.parser import LEVELS, MODULES
from provenance.model import Severity

LOADED = """
import sys
before = set(sys.modules)
from provenance.cli.main import run
try:
    run([{argument!r}])
except SystemExit:
    pass
print(*sorted(name for name in set(sys.modules) - before if name.split(".")[0] not in sys.stdlib_module_names))
"""


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` prints the version and ends with 0."""
    with pytest.raises(SystemExit) as stopped:
        run(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"provenance {__version__}\n"


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_nothing_loaded_in_vain(argument: str) -> None:
    """Asking for the version or for help loads no module beyond the parser, the version and the standard library."""
    code = LOADED.format(argument=argument)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1].split() == [
        "provenance", "provenance.__about__", "provenance.cli", "provenance.cli.archive_parser",
        "provenance.cli.argument_types", "provenance.cli.main", "provenance.cli.parser", "provenance.collector",
    ]  # fmt: skip


AUDITED = """
import sys
from provenance import expressions
from provenance.cli.main import run
encoded, encode = [], expressions.encode
expressions.encode = lambda source, flags: encoded.append(source) or encode(source, flags)
sys.argv[1:] = ["audit", "--config", "empty.toml", "article.txt", "--fail-on", "never"]
run()
print(*sys.modules, file=sys.stderr)
print(encoded, file=sys.stderr)
"""
IDLE = (
    "csv", "dataclasses", "email", "gzip", "html.parser", "http", "importlib.metadata", "importlib.resources", "lxml",
    "multiprocessing", "random", "socket", "ssl", "subprocess", "tabulate", "tempfile", "trafilatura", "wcwidth",
    "asyncio", "concurrent.futures", "provenance.comparing", "provenance.exporters", "provenance.model.group",
    "provenance.rulebook.audit_files", "provenance.rulebook.build", "provenance.rulebook.compile", "provenance.rulebook.load",
    "provenance.tracing",
)  # fmt: skip


def test_an_article_loads_and_compiles_nothing_in_vain(tmp_path: Path) -> None:
    """Where compiled rules are kept, the table of one article needs no module that others need, and compiles no expression."""
    (tmp_path / "empty.toml").write_text("", encoding="utf-8")
    (tmp_path / "article.txt").write_text(
        "The fund will be cut, an EU official told Bloomberg. “Never,” said Ana Reyes.\n"
    )
    environment = {**os.environ, "PROVENANCE_CACHE": str(tmp_path / "kept")}
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", AUDITED], env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
        )
    loaded, encoded = done.stderr.splitlines()
    assert [name for name in loaded.split() if name in IDLE] == []
    assert encoded == "[]"
    assert "Ana Reyes" in done.stdout


def test_no_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    """Without arguments the usage goes to stderr, and the exit code is 2."""
    assert run([]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: provenance")


def test_levels_are_the_severities() -> None:
    """The levels that options take, spelled out so that nothing need be loaded, are the severities there are."""
    assert list(Severity) == list(LEVELS)


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Every subcommand explains itself."""
    for command in MODULES:
        with pytest.raises(SystemExit) as stopped:
            run([command, "--help"])
        assert stopped.value.code == 0
        assert f"usage: provenance {command}" in capsys.readouterr().out


def test_broken_pipe_is_quiet() -> None:
    """A reader that goes away early causes no words on stderr."""
    code = "from provenance.cli.main import run; import sys; sys.exit(run(['rules', 'list', '--format', 'json']))"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_nothing_is_collected_at_the_end() -> None:
    """When the command's process ends, the collector passes by everything that was loaded."""
    code = """
import atexit, gc, sys
atexit.register(lambda: print(gc.get_freeze_count() > 0, gc.isenabled()))
from provenance.cli.main import run
sys.argv[1:] = ["rules", "list"]
run()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "True True"
